// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A small command line with one of each kind, and with texts that shells and roff must not read as theirs.
#pragma once

#include "emit/cli/command_line.h"

namespace assay::emit::cli {

inline Option sampleOption(char shortName, std::string longName, ValueKind kind, std::string valueName,
                           std::string help) {
  Option option;
  option.shortName = shortName;
  option.longName = std::move(longName);
  option.kind = kind;
  option.valueName = std::move(valueName);
  option.help = std::move(help);
  return option;
}

inline Program sampleProgram() {
  Verb look;
  look.name = "look";
  look.summary = "folder -> what's in it: [all] of it";
  look.options = {sampleOption('d', "depth", ValueKind::Text, "N", "how deep; it's \\-safe"),
                  sampleOption(0, "how", ValueKind::Words, "WORD", "in which way"),
                  sampleOption('o', "out-folder", ValueKind::Folder, "DIR", "where to write"),
                  sampleOption(0, "list", ValueKind::File, "FILE", "read names from FILE (repeatable)"),
                  sampleOption(0, "quiet", ValueKind::None, "", "say nothing")};
  look.options[1].words = {"near", "far"};
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
