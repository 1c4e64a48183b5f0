// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Data only: one row per option, ordered by key. docs/reference/options.md is compared with it by a test.
#pragma once

#include "config/settings.h"

namespace assay::config {

inline constexpr Option kOptions[] = {
    {"build-folder", "-p,--build-folder", "scan instrument", OptionType::Path, "DIR", "",
     "folder with compile_commands.json (default: looked for)"},
    {"check", "--check", "scan", OptionType::Flag, "", "",
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
    {"manifest", "--manifest", "scan report instrument top", OptionType::Path, "FILE", "",
     "the manifest (default: the nearest assay.yaml)"},
    {"once", "--once", "top", OptionType::Flag, "", "", "print the table once and leave", false},
    {"out", "--out", "instrument", OptionType::Path, "DIR", "", "write a mirrored tree to DIR", false},
    {"output", "--output", "report", OptionType::List, "F=FILE", "", "write format F to FILE (repeatable)",
     false},
    {"segments", "--segments", "top", OptionType::Path, "DIR", "",
     "folder of the segment files (default: $ASSAY_DIR)"},
    {"sort", "--sort", "top", OptionType::Text, "KEY", "calls", "calls, rate, errors, p50, p99, max or name"},
    {"stats", "--stats", "scan", OptionType::Flag, "", "", "say what was read and parsed", false},
    {"strip", "--strip", "instrument", OptionType::Flag, "", "", "take the guards out again, byte for byte",
     false},
    {"suspects", "--suspects", "scan", OptionType::Flag, "", "", "list likely AI code without a tag", false},
    {"write-to", "-o,--write-to", "scan", OptionType::Path, "FILE", "",
     "the manifest's place (default: assay.yaml at the root)", false},
};

}  // namespace assay::config
