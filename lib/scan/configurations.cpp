// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/configurations.h"

#include <algorithm>
#include <array>

#include "scan/tokens.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

constexpr std::array<std::string_view, 6> kMatters = {"-D", "-U", "-std=", "--std=", "-m", "--target="};
constexpr std::array<std::string_view, 3> kTakesValue = {"-D", "-U", "-target"};

bool matters(std::string_view argument) {
  const bool dependencies = argument.starts_with("-mllvm");
  return !dependencies && std::ranges::any_of(kMatters, [&](std::string_view beginning) {
    return argument.starts_with(beginning);
  });
}

bool hasFlag(const std::vector<std::string>& flags, const std::string& flag) {
  return std::ranges::find(flags, flag) != flags.end();
}

bool mentions(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end]))) return true;
  }
  return false;
}

// Whether the text can notice the flag.
bool notices(std::string_view text, std::string_view flag) {
  if (flag.starts_with("-D") || flag.starts_with("-U")) {
    const std::string_view name = flag.substr(2, flag.find_first_of("=(", 2) - 2);
    return !name.empty() && mentions(text, name);
  }
  if (flag.find("std=") != std::string_view::npos)
    return mentions(text, "__cplusplus") || mentions(text, "__STDC_VERSION__") ||
           text.find("__cpp_") != std::string_view::npos;
  return text.find("__") != std::string_view::npos;  // what a target predefines begins so
}

}  // namespace

bool mayTellApart(std::string_view text, const std::vector<std::string>& one,
                  const std::vector<std::string>& other) {
  const auto tells = [&](const std::vector<std::string>& flags, const std::vector<std::string>& rest) {
    return std::ranges::any_of(
        flags, [&](const std::string& flag) { return !hasFlag(rest, flag) && notices(text, flag); });
  };
  return tells(one, other) || tells(other, one);
}

std::vector<std::string> configurationOf(const CompileCommand& command) {
  std::vector<std::string> flags;
  const auto& arguments = command.arguments;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const bool separate = std::ranges::find(kTakesValue, arguments[i]) != kTakesValue.end();
    if (separate && i + 1 < arguments.size()) {
      flags.push_back(arguments[i] + arguments[i + 1]);
      ++i;
    } else if (matters(arguments[i])) {
      flags.push_back(arguments[i]);
    }
  }
  return flags;
}

std::vector<std::string> configurationNames(const std::vector<std::vector<std::string>>& configurations) {
  const auto isCommon = [&](const std::string& flag) {
    return std::ranges::all_of(configurations, [&](const auto& flags) { return hasFlag(flags, flag); });
  };
  std::vector<std::string> all;  // that some have and others don't
  for (const auto& flags : configurations)
    for (const std::string& flag : flags)
      if (!isCommon(flag) && !hasFlag(all, flag)) all.push_back(flag);
  std::vector<std::string> names;
  for (const auto& flags : configurations) {
    std::vector<std::string> own;
    for (const std::string& flag : flags)
      if (!isCommon(flag)) own.push_back(flag);
    names.push_back(own.empty() ? "without " + join(all, " ") : join(own, " "));
  }
  return names;
}

std::vector<std::string> namesInConditions(std::string_view text) {
  std::vector<std::string> names;
  const TokenStream tokens(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view directive = tokens.directiveName(i);
    if (!isConditional(directive) || directive == "else" || directive == "endif") continue;
    const std::string_view line = tokens.text(i);
    for (const Token& token : tokenize(line.substr(line.find(directive) + directive.size())))
      if (token.kind == TokenKind::Identifier)
        names.emplace_back(
            line.substr(line.find(directive) + directive.size()).substr(token.span.begin, token.span.size()));
  }
  std::ranges::sort(names);
  const auto repeated = std::ranges::unique(names);
  names.erase(repeated.begin(), repeated.end());
  return names;
}

// The guard's own #ifndef, and `#ifdef __cplusplus` around extern "C", are no branches.
bool hasBranches(std::string_view text) {
  const TokenStream tokens(text);
  bool first = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view name = tokens.directiveName(i);
    if (name.empty()) continue;
    const bool opens = name == "if" || name == "ifdef" || name == "ifndef";
    const bool guard = first && opens && tokens.directiveName(i + 1) == "define";
    first = false;
    if (opens && !guard && tokens.text(i).find("__cplusplus") == std::string_view::npos) return true;
  }
  return false;
}

}  // namespace assay::scan
