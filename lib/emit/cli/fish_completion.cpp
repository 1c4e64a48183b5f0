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

// `--output json=F`: the words, and behind one of them files. Fish hands over the option's name, too.
constexpr std::string_view kFishFiles = R"fish(function __fish_{0}_words_of_files
  set -l token (commandline -ct | string replace -r -- '^--[a-z-]+=' '')
  set -l word (string match -r -- '^[^=]+=' $token)
  if set -q word[1]
    for file in (__fish_complete_path (string replace -- $word '' $token))
      echo $word$file
    end
  else
    printf '%s=\n' $argv
  end
end
)fish";

// What may stand there; -x: and no file, -r: a value has to follow.
std::string valuesOf(ValueKind kind, const std::string& words) {
  switch (kind) {
    case ValueKind::None: return {};
    case ValueKind::Text: return " -x";
    case ValueKind::Words:
    case ValueKind::WordsOfFiles: return " -x -a " + quotedForFish(words);
    case ValueKind::File:
    case ValueKind::Command: return " -r -F";
    case ValueKind::Folder: return " -x -a '(__fish_complete_directories)'";
  }
  return {};
}

std::string wordsFor(const Program& program, const Option& option) {
  const std::string words = fmt::format("{}", fmt::join(option.words, " "));
  if (option.kind != ValueKind::WordsOfFiles) return words;
  return fmt::format("(__fish_{}_words_of_files {})", program.name, words);
}

std::string optionLine(const std::string& start, const Program& program, const Option& option) {
  return fmt::format("{}{} -l {}{} -d {}\n", start,
                     option.shortName == 0 ? std::string() : fmt::format(" -s {}", option.shortName),
                     option.longName, valuesOf(option.kind, wordsFor(program, option)),
                     quotedForFish(option.help));
}

std::string verbLines(const Program& program, const Verb& verb) {
  const std::string start =
      fmt::format("complete -c {} -n '__fish_seen_subcommand_from {}'", program.name, verb.name);
  std::string text;
  for (const Option& option : verb.options) text += optionLine(start, program, option);
  text += optionLine(start, program, helpOption());
  switch (verb.arguments) {
    case ValueKind::Words:
      return text + start + valuesOf(verb.arguments, fmt::format("{}", fmt::join(verb.words, " "))) + "\n";
    case ValueKind::Folder: return text + start + valuesOf(verb.arguments, {}) + "\n";
    case ValueKind::File:
    case ValueKind::Command: return text + start + " -F\n";
    case ValueKind::None:
    case ValueKind::WordsOfFiles:
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
          optionLine(start, program, helpOption()) + fmt::format(kFishFiles, program.name);
  for (const Verb& verb : program.verbs)
    text += fmt::format("{} -a {} -d {}\n", start, verb.name, quotedForFish(verb.summary));
  for (const Verb& verb : program.verbs) text += verbLines(program, verb);
  return text;
}

}  // namespace assay::emit::cli
