// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The script leaves the work to zsh's _arguments; what is written here are its specifications, in single
// quotes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "emit/cli/completion.h"
#include "emit/cli/option_names.h"

namespace assay::emit::cli {
namespace {

// _arguments reads a specification up to the next ':' or ']'.
std::string escapedForZsh(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\'')
      escaped += "'\\''";
    else if (std::string_view("[]:\\").contains(c))
      (escaped += '\\') += c;
    else
      escaped += c;
  }
  return escaped;
}

// `--output json=F`: the words, and behind one of them files.
constexpr std::string_view kZshFiles = R"zsh(_{0}_words_of_files() {{
  if compset -P '*='; then _files; else compadd -S '' -- "$@"; fi
}}
)zsh";

std::string actionOf(ValueKind kind, const std::vector<std::string>& words) {
  switch (kind) {
    case ValueKind::Words: return fmt::format("({})", fmt::join(words, " "));
    case ValueKind::File: return "_files";
    case ValueKind::Folder: return "_files -/";
    case ValueKind::None:
    case ValueKind::Text:
    case ValueKind::WordsOfFiles:
    case ValueKind::Command: return " ";
  }
  return " ";
}

std::string valueAction(const Program& program, const Option& option) {
  if (option.kind != ValueKind::WordsOfFiles) return actionOf(option.kind, option.words);
  return fmt::format(" _{}_words_of_files {}", program.name, fmt::join(option.words, " "));
}

// '(-p --build-folder)'{-p+,--build-folder=}'[folder with …]:DIR:_files -/'
std::string optionSpec(const Program& program, const Option& option) {
  const bool takesValue = option.kind != ValueKind::None;
  std::string names = "--" + option.longName + (takesValue ? "=" : "");
  if (option.shortName != 0)
    names = fmt::format("{{-{}{},{}}}", option.shortName, takesValue ? "+" : "", names);
  const std::string others = option.repeated ? "'*'" : fmt::format("'({})'", fmt::join(namesOf(option), " "));
  const std::string value =
      takesValue ? fmt::format(":{}:{}", escapedForZsh(option.valueName), valueAction(program, option)) : "";
  return fmt::format("{}{}'[{}]{}'", others, names, escapedForZsh(option.help), value);
}

std::string argumentSpec(const Verb& verb) {
  switch (verb.arguments) {
    case ValueKind::None:
    case ValueKind::WordsOfFiles: return {};
    case ValueKind::Command: return "'1::PATH:_files -/' '*:::compiler:_normal'";
    case ValueKind::Words:
      return fmt::format("'1:{}:{}' '*:: :'", escapedForZsh(verb.argumentName),
                         actionOf(verb.arguments, verb.words));
    case ValueKind::Text:
    case ValueKind::File:
    case ValueKind::Folder:
      return fmt::format("'*:{}:{}'", escapedForZsh(verb.argumentName), actionOf(verb.arguments, verb.words));
  }
  return {};
}

std::string verbSpec(const Program& program, const Verb& verb) {
  std::string text = fmt::format("        {})\n          _arguments {} \\\n", verb.name,
                                 verb.arguments == ValueKind::Command ? "-S" : "-s");
  for (const Option& option : verb.options)
    text += fmt::format("            {} \\\n", optionSpec(program, option));
  text += fmt::format("            {}", optionSpec(program, helpOption()));
  const std::string arguments = argumentSpec(verb);
  if (!arguments.empty()) text += fmt::format(" \\\n            {}", arguments);
  return text + "\n          ;;\n";
}

}  // namespace

std::string zshCompletion(const Program& program) {
  std::string text = fmt::format(
      "#compdef {0}\n# Completes {0} in zsh; written by `{0} completion zsh`.\n{2}_{0}() {{\n"
      "  local curcontext=$curcontext state line\n  typeset -A opt_args\n"
      "  _arguments -C {1} '--version[show the version, and leave]' '1: :->verb' '*:: :->rest'\n"
      "  case $state in\n    verb)\n      local -a verbs=(\n",
      program.name, optionSpec(program, helpOption()), fmt::format(kZshFiles, program.name));
  for (const Verb& verb : program.verbs)
    text += fmt::format("        '{}:{}'\n", verb.name, escapedForZsh(verb.summary));
  text += "      )\n      _describe -t commands verb verbs\n      ;;\n    rest)\n      case $line[1] in\n";
  for (const Verb& verb : program.verbs) text += verbSpec(program, verb);
  return text + fmt::format(
                    "      esac\n      ;;\n  esac\n}}\n\n"
                    "if [ \"$funcstack[1]\" = _{0} ]; then _{0} \"$@\"; else compdef _{0} {0}; fi\n",
                    program.name);
}

}  // namespace assay::emit::cli
