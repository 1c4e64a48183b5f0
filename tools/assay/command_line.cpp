// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/command_line.h"

#include "assay/command.h"
#include "assay/output_formats.h"
#include "config/settings.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using config::OptionType;
using emit::cli::ValueKind;

std::vector<std::string> owned(const std::vector<std::string_view>& words) {
  return {words.begin(), words.end()};
}

ValueKind kindOf(const config::Option& row, bool hasWords) {
  if (row.type == OptionType::Flag) return ValueKind::None;
  if (hasWords) return ValueKind::Words;
  if (row.type != OptionType::Path) return ValueKind::Text;
  return row.valueName == "DIR" ? ValueKind::Folder : ValueKind::File;
}

emit::cli::Option optionOf(const config::Option& row, std::string_view verb) {
  emit::cli::Option option;
  if (row.flags.starts_with('-') && !row.flags.starts_with("--")) option.shortName = row.flags[1];
  option.longName = row.key;
  const bool isOutput = row.key == "output";
  option.words = isOutput || row.key == "format" ? formatsOf(verb) : owned(config::wordsOf(row, verb));
  option.kind = isOutput ? ValueKind::WordsOfFiles : kindOf(row, !option.words.empty());
  option.valueName = row.valueName;
  option.repeated = config::isRepeated(row, verb);
  option.inFile = row.inFile;
  option.help = row.help;
  if (!row.fallback.empty()) option.help += " (default: " + std::string(row.fallback) + ")";
  return option;
}

ValueKind argumentsOf(const VerbHelp& help) {
  if (help.positional.empty()) return ValueKind::None;
  if (!help.words.empty()) return ValueKind::Words;
  return help.verb == "cc" ? ValueKind::Command : ValueKind::File;
}

emit::cli::Verb verbOf(const Verb& row) {
  const VerbHelp& help = helpOf(row.name);
  emit::cli::Verb verb;
  verb.name = row.name;
  verb.summary = row.summary;
  for (const config::Option* option : config::optionsOf(row.name))
    verb.options.push_back(optionOf(*option, row.name));
  verb.arguments = argumentsOf(help);
  verb.argumentName = help.positional;
  verb.argumentHelp = help.positionalHelp;
  if (!help.words.empty()) verb.words = owned(split(help.words, ' '));
  verb.example = help.example;
  return verb;
}

}  // namespace

emit::cli::Program commandLine() {
  emit::cli::Program program{"assay", std::string(kProgramSummary), ASSAY_VERSION, {}};
  for (const Verb& row : allVerbs()) program.verbs.push_back(verbOf(row));
  return program;
}

}  // namespace assay::tool
