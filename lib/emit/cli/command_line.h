// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program's command line as data: what shells complete and manual pages describe. Where the verbs and
// options come from is not known here.
#pragma once

#include <string>
#include <vector>

namespace assay::emit::cli {

/// What a value is, as far as a shell can help with it.
enum class ValueKind {
  None,          ///< a flag, or a verb without arguments
  Text,          ///< nothing to propose
  Words,         ///< one of a few
  WordsOfFiles,  ///< one of a few, and with `=` behind it a file
  File,          ///< of folders, too
  Folder,
  Command,  ///< behind `--`, another program and its arguments; before it a folder
};

struct Option {
  char shortName = 0;    ///< 'p' of `-p`; 0: none
  std::string longName;  ///< "build-folder"
  ValueKind kind = ValueKind::None;
  std::string valueName;           ///< "DIR"; empty of a flag
  std::vector<std::string> words;  ///< of ValueKind::Words and WordsOfFiles
  bool repeated = false;
  bool inFile = false;  ///< whether .assay.yaml may say it, by the long name
  std::string help;     ///< one line, without a full stop
};

struct Verb {
  std::string name;
  std::string summary;  ///< one line
  std::vector<Option> options;
  ValueKind arguments = ValueKind::None;
  std::string argumentName;  ///< "PATH"
  std::string argumentHelp;  ///< one line
  std::vector<std::string> words;
  std::string example;  ///< lines, indented by two
};

struct Program {
  std::string name;     ///< as it is called
  std::string summary;  ///< one line
  std::string version;
  std::vector<Verb> verbs;
};

}  // namespace assay::emit::cli
