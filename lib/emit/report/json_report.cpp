// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The whole inventory for programs: the figures of the other formats and every entry of the manifest.
#include <cmath>

#include "document/value.h"
#include "emit/report/inventory.h"
#include "emit/report/writers.h"
#include "model/covered_lines.h"
#include "model/names.h"
#include "support/hash.h"

namespace assay::emit::report {
namespace {

using document::Array;
using document::Value;

constexpr int kReportVersion = 1;

Value count(std::size_t number) {
  return std::uint64_t{number};
}

// Null of nothing: a program must not take it for "none of it".
Value share(std::size_t part, std::size_t whole) {
  if (whole == 0) return {};
  return std::round(10000.0 * static_cast<double>(part) / static_cast<double>(whole)) / 10000.0;
}

Value coverageValue(const Inventory& inventory) {
  Value functions;
  functions.set("tagged", count(inventory.taggedFunctions))
      .set("all", count(inventory.totals.functions))
      .set("share", share(inventory.taggedFunctions, inventory.totals.functions));
  Value lines;
  lines.set("tagged", count(inventory.taggedLines))
      .set("all", count(inventory.totals.functionLines))
      .set("share", share(inventory.taggedLines, inventory.totals.functionLines));
  Value files;
  files.set("tagged", count(inventory.taggedFiles)).set("all", count(inventory.totals.files));
  Value value;
  value.set("functions", functions)
      .set("function-lines", lines)
      .set("files", files)
      .set("lines", count(inventory.totals.lines))
      .set("declared-human", count(inventory.humanEntries));
  return value;
}

Value breakdownValue(const Breakdown& breakdown) {
  Array groups;
  for (const Group& group : breakdown.groups) {
    Value value;
    value.set("name", group.name).set("functions", count(group.functions)).set("lines", count(group.lines));
    if (!group.spellings.empty()) value.set("as", Array(group.spellings.begin(), group.spellings.end()));
    groups.push_back(std::move(value));
  }
  return groups;
}

Value concernValue(const Concern& concern) {
  Array items;
  for (const AttentionItem& item : concern.items) {
    Value value;
    value.set("id", "0x" + hex64(item.entry->id)).set("place", placeOf(*item.entry));
    if (!item.entry->name.empty()) value.set("name", item.entry->name);
    if (!item.detail.empty()) value.set("detail", item.detail);
    items.push_back(std::move(value));
  }
  Value value;
  value.set("code", concern.code)
      .set("title", concern.title)
      .set("advice", concern.advice)
      .set("items", items);
  return value;
}

void setText(Value& value, std::string_view key, const std::string& text) {
  if (!text.empty()) value.set(key, text);
}

Value tagValue(const model::Tag& tag) {
  Value value;
  value.set("authorship", nameOf(tag.authorship));
  setText(value, "model", tag.model);
  setText(value, "normalized-model", tag.normalizedModel);
  setText(value, "tool", tag.tool);
  setText(value, "date", tag.date);
  setText(value, "prompt", tag.prompt);
  setText(value, "note", tag.note);
  Array extra;
  for (const auto& [key, text] : tag.extra) {
    Value pair;
    extra.push_back(std::move(pair.set("key", key).set("value", text)));
  }
  if (!extra.empty()) value.set("extra", std::move(extra));
  return value;
}

Value outcomeValue(const model::Outcome& outcome) {
  Value value;
  value.set("coverage", nameOf(outcome.coverage));
  setText(value, "code", outcome.code);
  setText(value, "text", outcome.text);
  setText(value, "errors", outcome.errors);
  setText(value, "input", outcome.input);
  setText(value, "type", outcome.type);
  return value;
}

Value inputValue(const model::Input& input) {
  Value value;
  setText(value, "of", input.of);
  setText(value, "size", input.size);
  setText(value, "when", input.when);
  setText(value, "type", input.type);
  return value;
}

Value writerValue(const model::LinesOf& writer) {
  Value value;
  setText(value, "who", writer.who);
  return std::move(value.set("lines", count(writer.lines)));
}

Value sourcesValue(const model::Reconciliation& reconciled) {
  Value value;
  value.set("verdict", nameOf(reconciled.verdict())).set("lines", count(reconciled.lines));
  for (std::size_t i = 0; i < reconciled.sources.size(); ++i) {
    const model::SourceSays& says = reconciled.sources[i];
    Value source;
    source.set("verdict", nameOf(says.verdict));
    setText(source, "who", says.who);
    if (says.lines > 0) source.set("lines", count(says.lines));
    value.set(model::kSourceNames[i], std::move(source));
  }
  Array writers;
  for (const model::LinesOf& writer : reconciled.writers) writers.push_back(writerValue(writer));
  value.set("writers", std::move(writers));
  return value;
}

Value entryValue(const model::AnnotatedFunction& entry) {
  Value value;
  value.set("id", "0x" + hex64(entry.id));
  setText(value, "name", entry.name);
  if (!entry.also.empty()) value.set("also", Array(entry.also.begin(), entry.also.end()));
  setText(value, "signature", entry.signature);
  if (!entry.name.empty()) value.set("kind", nameOf(entry.kind)).set("linkage", nameOf(entry.linkage));
  value.set("place", placeOf(entry)).set("file", entry.file);
  if (entry.lines.first != 0) value.set("first-line", entry.lines.first).set("last-line", entry.lines.last);
  value.set("covered-lines", model::bodyLines(entry).size())
      .set("scope", nameOf(entry.scope))
      .set("state", nameOf(entry.state))
      .set("precision", nameOf(entry.precision))
      .set("tag", tagValue(entry.tag));
  if (!entry.configurations.empty())
    value.set("configurations", Array(entry.configurations.begin(), entry.configurations.end()));
  if (entry.sketch.known()) value.set("drift", entry.drift);
  if (!entry.inputs.empty()) value.set("input", inputValue(entry.inputs.front()));
  Array history;
  for (const model::Tag& tag : entry.history) history.push_back(tagValue(tag));
  if (!history.empty()) value.set("history", std::move(history));
  if (entry.outcome) value.set("outcome", outcomeValue(*entry.outcome));
  return value;
}

}  // namespace

std::string writeJsonReport(const model::Manifest& manifest, const Presentation& presentation) {
  const Inventory inventory = takeInventory(manifest);
  Value value;
  value.set("assay-report", kReportVersion).set("coverage", coverageValue(inventory));
  for (const Breakdown& breakdown : inventory.breakdowns)
    value.set(breakdown.code, breakdownValue(breakdown));
  Array concerns;
  for (const Concern& concern : inventory.concerns) concerns.push_back(concernValue(concern));
  Array entries;
  for (const model::AnnotatedFunction& entry : manifest.functions) {
    Value made = entryValue(entry);
    if (presentation.sources != nullptr)
      if (const auto found = presentation.sources->find(&entry); found != presentation.sources->end())
        made.set("sources", sourcesValue(found->second));
    entries.push_back(std::move(made));
  }
  value.set("attention", std::move(concerns)).set("entries", std::move(entries));
  return document::writeJson(value);
}

}  // namespace assay::emit::report
