// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One `complete` for each verb, option and list of words.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "emit/cli/completion.h"
#include "emit/cli/option_names.h"

namespace assay::emit::cli {
namespace {

std::string quotedForFish(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

// What may stand there; -x: and no file, -r: a value has to follow.
std::string valuesOf(ValueKind kind, const std::vector<std::string>& words) {
  switch (kind) {
    case ValueKind::None: return {};
    case ValueKind::Text: return " -x";
    case ValueKind::Words:
      return fmt::format(" -x -a {}", quotedForFish(fmt::format("{}", fmt::join(words, " "))));
    case ValueKind::File:
    case ValueKind::Command: return " -r -F";
    case ValueKind::Folder: return " -x -a '(__fish_complete_directories)'";
  }
  return {};
}

std::string optionLine(const std::string& start, const Option& option) {
  return fmt::format("{}{} -l {}{} -d {}\n", start,
                     option.shortName == 0 ? std::string() : fmt::format(" -s {}", option.shortName),
                     option.longName, valuesOf(option.kind, option.words), quotedForFish(option.help));
}

std::string verbLines(const Program& program, const Verb& verb) {
  const std::string start =
      fmt::format("complete -c {} -n '__fish_seen_subcommand_from {}'", program.name, verb.name);
  std::string text;
  for (const Option& option : verb.options) text += optionLine(start, option);
  text += optionLine(start, helpOption());
  switch (verb.arguments) {
    case ValueKind::Words: return text + start + valuesOf(verb.arguments, verb.words) + "\n";
    case ValueKind::Folder: return text + start + valuesOf(verb.arguments, {}) + "\n";
    case ValueKind::File:
    case ValueKind::Command: return text + start + " -F\n";
    case ValueKind::None:
    case ValueKind::Text: break;
  }
  return text;
}

}  // namespace

std::string fishCompletion(const Program& program) {
  const std::string start = fmt::format("complete -c {} -n __fish_use_subcommand", program.name);
  std::string text = fmt::format(
      "# Completes {0} in fish; written by `{0} completion fish`.\ncomplete -c {0} -f\n", program.name);
  text += fmt::format("{} -l version -d 'show the version, and leave'\n", start) +
          optionLine(start, helpOption());
  for (const Verb& verb : program.verbs)
    text += fmt::format("{} -a {} -d {}\n", start, verb.name, quotedForFish(verb.summary));
  for (const Verb& verb : program.verbs) text += verbLines(program, verb);
  return text;
}

}  // namespace assay::emit::cli
