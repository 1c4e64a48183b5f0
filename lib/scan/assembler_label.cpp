// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/assembler_label.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay::scan {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kInNames = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.";
constexpr std::string_view kUnique = "${:uid}";

/// Takes off what the text begins with, up to the end of `ending`, or all of it.
void takeThrough(std::string_view& text, std::string_view ending) {
  const std::size_t at = text.find(ending);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + ending.size());
}

void takeString(std::string_view& text) {
  text.remove_prefix(1);
  while (!text.empty() && text.front() != '"')
    text.remove_prefix(text.front() == '\\' && text.size() > 1 ? 2 : 1);
  text.remove_prefix(std::min<std::size_t>(1, text.size()));
}

/// Takes off the first statement, and returns it without comments and without what stands in quotes.
std::string takeStatement(std::string_view& text) {
  std::string statement;
  while (!text.empty()) {
    const char first = text.front();
    const bool isBegun = statement.find_first_not_of(kBlanks) != std::string::npos;
    if (first == '"') {
      takeString(text);
      statement += '"';
    } else if (text.starts_with("/*")) {
      takeThrough(text, "*/");
      statement += ' ';
    } else if (text.starts_with("//") || (first == '#' && !isBegun)) {
      takeThrough(text, "\n");
      break;
    } else {
      text.remove_prefix(1);
      if (first == '\n' || first == ';') break;
      statement += first;
    }
  }
  return statement;
}

/// What the statement begins with of a name, in which an operand may stand ("${0:c}"); taken off.
std::string_view takeName(std::string_view& statement) {
  std::size_t end = 0;
  while (end < statement.size()) {
    if (statement.substr(end).starts_with("${"))
      end = std::min(statement.find('}', end), statement.size() - 1) + 1;
    else if (kInNames.contains(statement[end]) || statement[end] == '$')
      ++end;
    else
      break;
  }
  const std::string_view name = statement.substr(0, end);
  statement.remove_prefix(end);
  return name;
}

void takeBlanks(std::string_view& statement) {
  statement.remove_prefix(std::min(statement.find_first_not_of(kBlanks), statement.size()));
}

/// A statement may have several labels, one after the other, before what it is about.
bool defines(std::string_view statement) {
  constexpr std::array<std::string_view, 2> kDirectives = {".macro", ".equiv"};
  while (true) {
    takeBlanks(statement);
    const std::string_view name = takeName(statement);
    if (std::ranges::find(kDirectives, name) != kDirectives.end()) return true;
    takeBlanks(statement);
    if (name.empty() || !statement.starts_with(':')) return false;
    const bool isNumber = name.find_first_not_of(kDigits) == std::string_view::npos;
    if (!isNumber && !name.contains(kUnique)) return true;
    statement.remove_prefix(1);
  }
}

}  // namespace

bool definesLabel(std::string_view text) {
  while (!text.empty())
    if (defines(takeStatement(text))) return true;
  return false;
}

}  // namespace assay::scan
