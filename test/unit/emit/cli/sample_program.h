// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A small command line with one of each kind, and with texts that shells and roff must not read as theirs.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "emit/cli/command_line.h"
#include "support/strings.h"

namespace assay::emit::cli {

// `flags` as on a command line: "-d --depth N".
inline Option sampleOption(std::string_view flags, ValueKind kind, std::string help) {
  Option option;
  for (const std::string_view word : split(flags, ' ')) {
    if (word.starts_with("--"))
      option.longName = word.substr(2);
    else if (word.starts_with('-'))
      option.shortName = word[1];
    else
      option.valueName = word;
  }
  option.kind = kind;
  option.help = std::move(help);
  return option;
}

inline Program sampleProgram() {
  Verb look;
  look.name = "look";
  look.summary = "folder -> what's in it: [all] of it";
  look.options = {sampleOption("-d --depth N", ValueKind::Text, "how deep; it's \\-safe"),
                  sampleOption("--how WORD", ValueKind::Words, "in which way"),
                  sampleOption("-o --out-folder DIR", ValueKind::Folder, "where to write"),
                  sampleOption("--list FILE", ValueKind::File, "read names from FILE (repeatable)"),
                  sampleOption("--quiet", ValueKind::None, "say nothing"),
                  sampleOption("--write F=FILE", ValueKind::WordsOfFiles, "as F, to FILE")};
  look.options[1].words = {"near", "far"};
  look.options[5].words = {"ink", "lead"};
  look.options[3].repeated = true;
  look.options[0].inFile = true;
  look.arguments = ValueKind::File;
  look.argumentName = "PATH";
  look.argumentHelp = "what to look at";
  look.example = "  glass look .\n  .hidden 'quoted'\n";
  Verb turn;
  turn.name = "turn";
  turn.summary = "turns it";
  turn.arguments = ValueKind::Words;
  turn.argumentName = "WAY";
  turn.argumentHelp = "left or right";
  turn.words = {"left", "right"};
  turn.example = "  glass turn left\n";
  return {"glass", "looks at things", "1.2", {look, turn}};
}

}  // namespace assay::emit::cli
