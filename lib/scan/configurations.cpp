// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/configurations.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "scan/begins_with_any.h"
#include "scan/noticed_flags.h"
#include "scan/tokens.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

// What a reader knows a configuration by, if that is enough to tell them apart.
constexpr std::array<std::string_view, 7> kNaming = {
    "-D", "-U", "-std=", "--std=", "-target", "-m", "--target="};

// Flags beside those that set a macro by name, and what a text that can notice them mentions.
struct Noticed {
  std::string_view flag;  // its beginning
  std::string_view text;
};
constexpr std::array<Noticed, 17> kNoticed = {{{"-fopenmp", "_OPENMP"},
                                               {"-fno-openmp", "_OPENMP"},
                                               {"-fexceptions", "__EXCEPTIONS"},
                                               {"-fno-exceptions", "__EXCEPTIONS"},
                                               {"-fexceptions", "__cpp_exceptions"},
                                               {"-fno-exceptions", "__cpp_exceptions"},
                                               {"-frtti", "__GXX_RTTI"},
                                               {"-fno-rtti", "__GXX_RTTI"},
                                               {"-frtti", "__cpp_rtti"},
                                               {"-fno-rtti", "__cpp_rtti"},
                                               {"-pthread", "_REENTRANT"},
                                               {"-O", "__OPTIMIZE"},
                                               {"-fsanitize", "__has_feature"},
                                               {"-fsanitize", "__SANITIZE_"},
                                               {"-funsigned-char", "__CHAR_UNSIGNED__"},
                                               {"-fPIC", "__PIC__"},
                                               {"-fpic", "__pic__"}}};

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
  if (flag.find("std=") != std::string_view::npos || flag == "-ansi" || flag.starts_with("-x"))
    return mentions(text, "__cplusplus") || mentions(text, "__STDC_VERSION__") ||
           text.find("__cpp_") != std::string_view::npos;
  if (flag.starts_with("-m") || flag.starts_with("-target") || flag.starts_with("--target="))
    return text.find("__") != std::string_view::npos;  // what a target predefines begins so
  return std::ranges::any_of(kNoticed, [&](const Noticed& known) {
    return flag.starts_with(known.flag) && text.find(known.text) != std::string_view::npos;
  });
}

// One per configuration: its own flags among those that `counts` takes.
template <class Counts>
std::vector<std::string> namesBy(const std::vector<std::vector<std::string>>& configurations,
                                 const Counts& counts) {
  const auto tells = [&](const std::string& flag) {
    return counts(flag) &&
           !std::ranges::all_of(configurations, [&](const auto& flags) { return hasFlag(flags, flag); });
  };
  std::vector<std::string> all;  // that some have and others don't
  for (const auto& flags : configurations)
    for (const std::string& flag : flags)
      if (tells(flag) && !hasFlag(all, flag)) all.push_back(flag);
  std::vector<std::string> names;
  for (const auto& flags : configurations) {
    std::vector<std::string> own;
    std::ranges::copy_if(flags, std::back_inserter(own), tells);
    names.push_back(own.empty() ? "without " + join(all, " ") : join(own, " "));
  }
  return names;
}

bool areDistinct(const std::vector<std::string>& names) {
  return std::set<std::string>(names.begin(), names.end()).size() == names.size();
}

bool isLinkageToken(const TokenStream& tokens, std::size_t index) {
  return tokens[index].kind == TokenKind::String || tokens.is(index, "extern") || tokens.is(index, '{') ||
         tokens.is(index, '}');
}

// From the #if at `index` to its #endif or #else there is nothing but `extern "C" {` or `}`, or no code at
// all.
bool holdsLinkageOnly(const TokenStream& tokens, std::size_t index) {
  for (std::size_t i = index + 1; i < tokens.size() && tokens.directiveName(i) != "endif"; ++i)
    if (!tokens.isDirective(i) && !isLinkageToken(tokens, i)) return false;
  return true;
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
  return noticedFlagsOf(command).switches;
}

std::vector<std::string> configurationNames(const std::vector<std::vector<std::string>>& configurations) {
  // Where each has its standard, that says the language too.
  const bool standards = std::ranges::all_of(configurations, [](const auto& flags) {
    return std::ranges::any_of(
        flags, [](const std::string& flag) { return flag.find("-std=") != std::string::npos; });
  });
  std::vector<std::string> names = namesBy(configurations, [&](const std::string& flag) {
    return beginsWithAny(flag, kNaming) || (!standards && flag.starts_with("-x"));
  });
  if (areDistinct(names)) return names;
  return namesBy(configurations, [](const std::string&) { return true; });
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
    const bool ofLanguage = tokens.text(i).find("__cplusplus") != std::string_view::npos;
    if (opens && !guard && !(ofLanguage && holdsLinkageOnly(tokens, i))) return true;
  }
  return false;
}

}  // namespace assay::scan
