// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/diagnostics.h"

#include <algorithm>
#include <ostream>
#include <tuple>

#include "support/sort_stably.h"
#include "support/strings.h"

namespace assay {
namespace {

constexpr std::string_view kReset = "\033[0m";
constexpr std::string_view kBold = "\033[1m";

// By severity.
struct Look {
  std::string_view name;
  std::string_view colour;
};
constexpr Look kLooks[] = {{"note", "\033[1;36m"}, {"warning", "\033[1;35m"}, {"error", "\033[1;31m"}};

std::string placeOf(const Location& where) {
  if (where.file.empty()) return "assay: ";
  std::string place = visibleText(where.file) + ":";
  if (where.line > 0) place += std::to_string(where.line) + ":";
  if (where.line > 0 && where.column > 0) place += std::to_string(where.column) + ":";
  return place + " ";
}

std::string headline(const Location& where, Severity severity, std::string_view message, bool colour) {
  std::string text;
  if (colour) text += kBold;
  text += placeOf(where);
  const Look& look = kLooks[static_cast<std::size_t>(severity)];
  if (colour) text += look.colour;
  text += std::string(look.name) + ": ";
  if (colour) text += std::string(kReset) + std::string(kBold);
  text += visibleText(message);
  if (colour) text += kReset;
  return text;
}

// The caret line keeps the excerpt's tabs, so that both lines are indented alike whatever the tab width is.
std::string caretLine(std::string_view excerpt, std::size_t column, std::size_t length) {
  const std::size_t start = std::min(column > 0 ? column - 1 : 0, excerpt.size());
  std::string line;
  for (char c : excerpt.substr(0, start)) {
    if (isContinuationByte(c)) continue;
    line += c == '\t' ? '\t' : ' ';
  }
  const std::string_view marked = excerpt.substr(start, length);
  const auto width = static_cast<std::size_t>(
      std::count_if(marked.begin(), marked.end(), [](char c) { return !isContinuationByte(c); }));
  return line + '^' + std::string(width > 1 ? width - 1 : 0, '~');
}

auto orderOf(const Diagnostic& d) {
  return std::tie(d.where.file, d.where.line, d.where.column, d.id, d.message);
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.excerpt.size() > kLongestExcerpt) diagnostic.excerpt.clear();
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::note(std::string id, Location where, std::string message) {
  add({Severity::Note, std::move(id), std::move(where), std::move(message)});
}

void Diagnostics::warning(std::string id, Location where, std::string message, std::string hint) {
  add({Severity::Warning, std::move(id), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::error(std::string id, Location where, std::string message, std::string hint) {
  add({Severity::Error, std::move(id), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::error(std::string id, const Error& error) {
  add({Severity::Error, std::move(id), error.where, error.message, error.hint});
}

void Diagnostics::append(Diagnostics other) {
  for (Diagnostic& diagnostic : other.all_) add(std::move(diagnostic));
}

void Diagnostics::sortAndUnique() {
  sortStably(all_, [](const Diagnostic& a, const Diagnostic& b) { return orderOf(a) < orderOf(b); });
  all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::string render(const Diagnostic& d, bool colour) {
  std::string text = headline(d.where, d.severity, d.message, colour);
  if (!d.id.empty()) text += " [" + d.id + "]";
  text += '\n';
  if (!d.excerpt.empty()) {
    text += "  " + visibleText(d.excerpt) + "\n  ";
    if (colour) text += "\033[1;32m";
    text += caretLine(d.excerpt, d.where.column, d.length);
    if (colour) text += kReset;
    text += '\n';
  }
  if (!d.hint.empty()) text += "  hint: " + visibleText(d.hint) + '\n';
  return text;
}

void print(std::ostream& out, const Diagnostics& diagnostics, bool colour) {
  for (const Diagnostic& diagnostic : diagnostics.all()) out << render(diagnostic, colour);
}

std::string render(const Error& error, bool colour) {
  std::string text = headline(error.where, Severity::Error, error.message, colour) + '\n';
  if (!error.hint.empty()) text += "  hint: " + visibleText(error.hint) + '\n';
  return text;
}

}  // namespace assay
