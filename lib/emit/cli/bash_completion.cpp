// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The script is one function: what stands before the word that is completed decides, and `case` patterns list
// which option of which verb takes what.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "emit/cli/completion.h"
#include "emit/cli/option_names.h"

namespace assay::emit::cli {
namespace {

constexpr std::string_view kHead = R"bash(# Completes {0} in bash; written by `{0} completion bash`.
_{0}_paths() {{
  compopt -o filenames
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}}

_{0}_words() {{
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}}

_{0}_words_of_files() {{
  if [ -n "$word" ]; then
    _{0}_paths -f
  else
    compopt -o nospace
    _{0}_words "$1"
  fi
}}

_{0}() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} at=$((COMP_CWORD - 1)) word='' verb='' previous options arguments words i
  COMPREPLY=()
  # To bash, --option=value is three words, and so is word=file behind an option.
  if [ "$current" = = ]; then
    current='' word=${{COMP_WORDS[at]}}
  elif [ "${{COMP_WORDS[at]}}" = = ] && [ "$at" -gt 0 ]; then
    at=$((at - 1)) word=${{COMP_WORDS[at]}}
  fi
  case $word in
    -*) word='' ;;
    ?*)
      if [ "$at" -gt 0 ]; then at=$((at - 1)); fi
      if [ "${{COMP_WORDS[at]}}" = = ] && [ "$at" -gt 0 ]; then at=$((at - 1)); fi
      ;;
  esac
  previous=${{COMP_WORDS[at]}}
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${{COMP_WORDS[i]}} in
      --)
        if [ "$i" = "$((COMP_CWORD - 1))" ]; then _{0}_paths -c; else _{0}_paths -f; fi
        return
        ;;
      -*) ;;
      *) verb=${{verb:-${{COMP_WORDS[i]}}}} ;;
    esac
  done
)bash";

constexpr std::string_view kTail = R"bash(  case $current in
    -*) _{0}_words "$options" ;;
    *)
      case $arguments in
        words) _{0}_words "$words" ;;
        files) _{0}_paths -f ;;
        folders) _{0}_paths -d ;;
      esac
      ;;
  esac
}}

complete -F _{0} {0}
)bash";

// "scan:-p|scan:--build-folder"
std::string patternOf(const Verb& verb, const Option& option) {
  std::vector<std::string> patterns;
  for (const std::string& name : namesOf(option)) patterns.push_back(fmt::format("{}:{}", verb.name, name));
  return fmt::format("{}", fmt::join(patterns, "|"));
}

// All patterns of one kind, for a line of `case`.
std::string patternsOf(const Program& program, ValueKind kind) {
  std::vector<std::string> patterns;
  for (const Verb& verb : program.verbs)
    for (const Option& option : verb.options)
      if (option.kind == kind) patterns.push_back(patternOf(verb, option));
  return fmt::format("{}", fmt::join(patterns, "|"));
}

std::string branch(const std::string& patterns, std::string_view action) {
  return patterns.empty() ? "" : fmt::format("    {})\n      {}\n      return\n      ;;\n", patterns, action);
}

std::string wordsAction(const Program& program, const Option& option) {
  return fmt::format("_{}_words{} '{}'", program.name,
                     option.kind == ValueKind::WordsOfFiles ? "_of_files" : "", fmt::join(option.words, " "));
}

std::string valueBranches(const Program& program) {
  std::string text = "  case $verb:$previous in\n";
  text += branch(patternsOf(program, ValueKind::Folder), fmt::format("_{}_paths -d", program.name));
  text += branch(patternsOf(program, ValueKind::File), fmt::format("_{}_paths -f", program.name));
  text += branch(patternsOf(program, ValueKind::Text), ":");
  for (const Verb& verb : program.verbs)
    for (const Option& option : verb.options)
      if (option.kind == ValueKind::Words || option.kind == ValueKind::WordsOfFiles)
        text += branch(patternOf(verb, option), wordsAction(program, option));
  return text + "  esac\n";
}

std::string_view wordOf(ValueKind arguments) {
  switch (arguments) {
    case ValueKind::Words: return "words";
    case ValueKind::File: return "files";
    case ValueKind::Folder:
    case ValueKind::Command: return "folders";
    case ValueKind::None:
    case ValueKind::WordsOfFiles:
    case ValueKind::Text: return "none";
  }
  return "none";
}

std::string optionsOf(const Verb& verb) {
  std::vector<std::string> names = {"-h", "--help"};
  for (const Option& option : verb.options)
    for (std::string& name : namesOf(option)) names.push_back(std::move(name));
  return fmt::format("{}", fmt::join(names, " "));
}

std::string verbBranches(const Program& program) {
  std::vector<std::string> verbs;
  for (const Verb& verb : program.verbs) verbs.push_back(verb.name);
  std::string text = "  case $verb in\n";
  text += fmt::format("    '') options='-h --help --version' arguments=words words='{}' ;;\n",
                      fmt::join(verbs, " "));
  for (const Verb& verb : program.verbs)
    text += fmt::format("    {}) options='{}' arguments={} words='{}' ;;\n", verb.name, optionsOf(verb),
                        wordOf(verb.arguments), fmt::join(verb.words, " "));
  return text + "  esac\n";
}

}  // namespace

std::string bashCompletion(const Program& program) {
  return fmt::format(kHead, program.name) + valueBranches(program) + verbBranches(program) +
         fmt::format(kTail, program.name);
}

}  // namespace assay::emit::cli
