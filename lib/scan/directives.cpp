// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/directives.h"

#include <algorithm>

#include "scan/tokens.h"
#include "scan/unity.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

std::string_view skipBlanks(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  return text;
}

std::optional<IncludeLine> includeOf(std::string_view afterHash) {
  std::string_view text = skipBlanks(afterHash);
  if (text.starts_with("include_next"))
    text.remove_prefix(12);
  else if (text.starts_with("include"))
    text.remove_prefix(7);
  else if (text.starts_with("import"))
    text.remove_prefix(6);
  else
    return std::nullopt;
  text = skipBlanks(text);
  if (text.empty() || (text[0] != '"' && text[0] != '<')) return std::nullopt;
  const bool angled = text[0] == '<';
  const std::size_t end = text.substr(0, text.find('\n')).find(angled ? '>' : '"', 1);
  if (end == std::string_view::npos || end == 1) return std::nullopt;
  return IncludeLine{std::string(text.substr(1, end - 1)), angled};
}

bool onlyBlanksBefore(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '/' ||
         static_cast<unsigned char>(text[at - 1]) == 0xBF;
}

// Behind the last #include line.
std::size_t endOfIncludes(std::string_view text) {
  for (std::size_t at = text.rfind("include"); at != std::string_view::npos && at > 0;
       at = text.rfind("include", at - 1))
    if (trim(text.substr(0, at)).ends_with('#')) return std::min(text.find('\n', at), text.size());
  return 0;
}

template <class Part, class Read>
const Part& readOnce(std::optional<Part>& part, const std::string& file, const Read& read) {
  if (!part) {
    const auto text = readFile(file);
    part = text ? read(*text) : Part();
  }
  return *part;
}

}  // namespace

std::vector<IncludeLine> includeLines(std::string_view text) {
  std::vector<IncludeLine> lines;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1))
    if (onlyBlanksBefore(text, at))
      if (auto line = includeOf(text.substr(at + 1))) lines.push_back(*std::move(line));
  return lines;
}

// What stands behind the last include line has no say.
std::vector<IncludeLine> plainIncludes(std::string_view text) {
  std::vector<IncludeLine> plain;
  const TokenStream tokens(text.substr(0, endOfIncludes(text)));
  int depth = 0;
  bool first = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view name = tokens.directiveName(i);
    if (name.empty()) continue;
    const bool guard = first && name == "ifndef" && tokens.directiveName(i + 1) == "define";
    first = false;
    if (guard) depth = -1;
    if (name.starts_with("if")) ++depth;
    if (name == "endif") --depth;
    if (depth == 0)
      for (IncludeLine& line : includeLines(tokens.text(i))) plain.push_back(std::move(line));
  }
  return plain;
}

const std::vector<IncludeLine>& Directives::includes(const std::string& file) {
  return readOnce(includes_, file, includeLines);
}

const std::vector<IncludeLine>& Directives::plainIncludes(const std::string& file) {
  return readOnce(plainIncludes_, file, scan::plainIncludes);
}

const std::vector<std::uint64_t>& Directives::macros(const std::string& file) {
  return readOnce(macros_, file, [](const std::string& text) {
    std::vector<std::uint64_t> hashes;
    for (const std::string& name : macrosOf(text)) hashes.push_back(hash64(name));
    return hashes;
  });
}

}  // namespace assay::scan
