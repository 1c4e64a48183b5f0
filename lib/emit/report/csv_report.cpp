// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every entry of the manifest as a row, for spreadsheets and databases: RFC 4180, with a header.
#include <functional>
#include <iterator>

#include "emit/report/attention.h"
#include "emit/report/csv_text.h"
#include "emit/report/inventory.h"
#include "emit/report/sources.h"
#include "emit/report/writers.h"
#include "model/covered_lines.h"
#include "model/names.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

using model::AnnotatedFunction;

// RFC 4180, 2.1.
constexpr std::string_view kLineEnd = "\r\n";

struct Column {
  std::string_view name;
  std::string (*cell)(const AnnotatedFunction& entry);  // with its quotes, a number without
};

template <class Field>
std::string word(Field value) {
  return csvCell(nameOf(value));
}

// Nothing where there is none: 0 would be a number.
std::string number(unsigned value) {
  return value == 0 ? std::string() : std::to_string(value);
}

std::string extraOf(const AnnotatedFunction& entry) {
  std::vector<std::string> pairs;
  for (const auto& [key, value] : entry.tag.extra) pairs.push_back(key + ": " + value);
  return csvCell(join(pairs, "\n"));
}

std::string_view outcomeField(const AnnotatedFunction& entry, std::string model::Outcome::* field) {
  return entry.outcome ? std::string_view((*entry.outcome).*field) : std::string_view();
}

std::string functionWord(const AnnotatedFunction& entry, std::string_view name) {
  return csvCell(entry.name.empty() ? std::string_view() : name);
}

using Entry = const AnnotatedFunction&;

constexpr Column kColumns[] = {
    {"id", [](Entry e) { return csvCell("0x" + hex64(e.id)); }},
    {"name", [](Entry e) { return csvCell(e.name); }},
    {"signature", [](Entry e) { return csvCell(e.signature); }},
    {"kind", [](Entry e) { return functionWord(e, nameOf(e.kind)); }},
    {"linkage", [](Entry e) { return functionWord(e, nameOf(e.linkage)); }},
    {"file", [](Entry e) { return csvCell(e.file); }},
    {"first-line", [](Entry e) { return number(e.lines.first); }},
    {"last-line", [](Entry e) { return number(e.lines.last); }},
    {"covered-lines", [](Entry e) { return std::to_string(model::bodyLines(e).size()); }},
    {"place", [](Entry e) { return csvCell(placeOf(e)); }},
    {"scope", [](Entry e) { return word(e.scope); }},
    {"state", [](Entry e) { return word(e.state); }},
    {"precision", [](Entry e) { return word(e.precision); }},
    {"authorship", [](Entry e) { return word(e.tag.authorship); }},
    {"model", [](Entry e) { return csvCell(e.tag.model); }},
    {"normalized-model", [](Entry e) { return csvCell(e.tag.normalizedModel); }},
    {"tool", [](Entry e) { return csvCell(e.tag.tool); }},
    {"date", [](Entry e) { return csvCell(e.tag.date); }},
    {"prompt", [](Entry e) { return csvCell(e.tag.prompt); }},
    {"note", [](Entry e) { return csvCell(e.tag.note); }},
    {"extra", extraOf},
    {"coverage", [](Entry e) { return csvCell(e.outcome ? nameOf(e.outcome->coverage) : ""); }},
    {"reason", [](Entry e) { return csvCell(outcomeField(e, &model::Outcome::code)); }},
    {"size", [](Entry e) { return csvCell(sizeOfInput(e)); }},
    {"type", [](Entry e) { return csvCell(typeOfInput(e)); }},
    {"drift", [](Entry e) { return e.sketch.known() ? std::to_string(e.drift) : std::string(); }},
};

// Five cells, empty for an entry of which nobody was asked.
std::string sourceCells(const AnnotatedFunction& entry, const model::Reconciliations& sources) {
  const auto found = sources.find(&entry);
  const bool known = found != sources.end();
  std::string cells = ',' + csvCell(known ? nameOf(found->second.verdict()) : "");
  for (std::size_t i = 0; i < model::kSourceNames.size(); ++i)
    cells += ',' + csvCell(known ? sourceText(found->second.sources[i], found->second.lines) : std::string());
  return cells + ',' + csvCell(known ? writersText(found->second) : std::string());
}

std::string sourceHeadings() {
  std::string cells = ',' + csvCell("sources");
  for (const std::string_view name : model::kSourceNames) cells += ',' + csvCell(name);
  return cells + ',' + csvCell("writers");
}

template <class CellOf>
void addRow(std::string& text, const CellOf& cellOf, const std::string& more) {
  for (const Column& column : kColumns) {
    if (&column != std::begin(kColumns)) text += ',';
    text += cellOf(column);
  }
  text += more;
  text += kLineEnd;
}

}  // namespace

std::string writeCsvReport(const model::Manifest& manifest, const Presentation& presentation) {
  const model::Reconciliations* sources = presentation.sources;
  std::string text;
  addRow(
      text, [](const Column& column) { return csvCell(column.name); },
      sources != nullptr ? sourceHeadings() : std::string());
  for (const AnnotatedFunction& entry : manifest.functions)
    addRow(
        text, [&](const Column& column) { return column.cell(entry); },
        sources != nullptr ? sourceCells(entry, *sources) : std::string());
  return text;
}

}  // namespace assay::emit::report
