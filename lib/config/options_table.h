// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Data only: one row per option, ordered by key. docs/reference/options.md is compared with it by a test.
#pragma once

#include "config/settings.h"

namespace assay::config {

inline constexpr Option kOptions[] = {
    {"build-folder", "-p,--build-folder", "scan instrument", OptionType::Path, "DIR", "",
     "folder with compile_commands.json (default: looked for)"},
    {"cache-dir", "--cache-dir", "scan", OptionType::Path, "DIR", "",
     "where results are kept for the next scan (default: $XDG_CACHE_HOME/assay or ~/.cache/assay)"},
    {"check", "--check", "scan merge", OptionType::Flag, "", "",
     "fail when the manifest on disk is out of date; write nothing", false},
    {"diff", "--diff", "instrument", OptionType::Flag, "", "",
     "print the edits as a unified diff; write nothing", false},
    {"exact", "--exact", "scan", OptionType::Flag, "", "", "parse one unit at a time, no shortcuts"},
    {"exclude", "--exclude", "scan", OptionType::List, "GLOB", "", "leave out files that match (repeatable)"},
    {"extra-arg", "--extra-arg", "scan instrument", OptionType::List, "ARG", "",
     "append to every unit's flags (repeatable)"},
    {"forget-ended", "--forget-ended", "top", OptionType::Flag, "", "",
     "delete the segments of processes that have ended", false},
    {"format", "--format", "report", OptionType::Text, "F", "text", "text, markdown or json"},
    {"in-place", "--in-place", "instrument", OptionType::Flag, "", "",
     "rewrite the tagged files where they are", false},
    {"jobs", "-j,--jobs", "scan instrument", OptionType::Number, "N", "0",
     "parse N units at a time (0: one per core)"},
    {"json", "--json", "top", OptionType::Flag, "", "", "print the table as JSON, once", false},
    {"manifest", "--manifest", "scan merge report instrument top", OptionType::Path, "FILE", "",
     "the manifest (default: the nearest assay.yaml)"},
    {"no-cache", "--no-cache", "scan", OptionType::Flag, "", "",
     "neither use nor keep results of earlier scans"},
    {"once", "--once", "top", OptionType::Flag, "", "", "print the table once and leave", false},
    {"out", "--out", "instrument", OptionType::Path, "DIR", "", "write a mirrored tree to DIR", false},
    {"output", "--output", "report", OptionType::List, "F=FILE", "", "write format F to FILE (repeatable)",
     false},
    {"query-driver", "--query-driver", "scan instrument", OptionType::List, "GLOB", "",
     "run the build's compilers that match, for their include folders (repeatable)", false},
    {"report", "--report", "instrument", OptionType::Path, "FILE", "",
     "write what was done to each function, as JSON", false},
    {"segments", "--segments", "top", OptionType::Path, "DIR", "",
     "folder of the segment files (default: $ASSAY_DIR)"},
    {"shard", "--shard", "scan", OptionType::Text, "I/N", "",
     "scan part I of N of the tree, for `assay merge`", false},
    {"skip", "--skip", "scan", OptionType::List, "KIND", "",
     "leave out files that are vendored or generated (repeatable)"},
    {"sort", "--sort", "top", OptionType::Text, "KEY", "calls", "calls, rate, errors, p50, p99, max or name"},
    {"stats", "--stats", "scan", OptionType::Flag, "", "", "say what was read and parsed", false},
    {"strip", "--strip", "instrument", OptionType::Flag, "", "", "take the guards out again, byte for byte",
     false},
    {"suspects", "--suspects", "scan", OptionType::Flag, "", "", "list likely AI code without a tag", false},
    {"write-to", "-o,--write-to", "scan merge", OptionType::Path, "FILE", "",
     "the manifest's place (default: assay.yaml at the root)", false},
};

}  // namespace assay::config
