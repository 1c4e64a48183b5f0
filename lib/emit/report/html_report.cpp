// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The report as one page that needs nothing else: no other file, no network, and no script unless rows are to
// be sorted or searched. Its security policy forbids everything that is not in the page as it was written.
#include <fmt/format.h>

#include "emit/report/html_assets.h"
#include "emit/report/html_chart.h"
#include "emit/report/html_text.h"
#include "emit/report/inventory.h"
#include "emit/report/sources.h"
#include "emit/report/text_layout.h"
#include "emit/report/writers.h"
#include "model/covered_lines.h"
#include "model/names.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

using model::AnnotatedFunction;

constexpr std::string_view kCharts[] = {"by-model", "by-month", "by-directory"};

bool isChart(const Breakdown& breakdown) {
  return std::ranges::find(kCharts, breakdown.code) != std::end(kCharts);
}

std::string head() {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; "
      "script-src '{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>AI-tagged code</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<h1>AI-tagged code</h1>\n",
      kHtmlStyleHash, kHtmlScriptHash, kHtmlStyle);
}

std::string figureRow(std::string_view what, std::string_view functions, std::string_view lines) {
  return fmt::format("<tr><th>{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n", what,
                     functions, lines);
}

std::string htmlCoverage(const Inventory& inventory) {
  const model::TreeTotals& totals = inventory.totals;
  std::string html =
      "<table>\n<thead><tr><th></th><th class=\"number\">functions</th><th class=\"number\">lines</th></tr>"
      "</thead>\n<tbody>\n";
  html += figureRow("tagged", grouped(inventory.taggedFunctions), grouped(inventory.taggedLines));
  html += figureRow("all", grouped(totals.functions), grouped(totals.functionLines));
  html += figureRow("share", percentage(inventory.taggedFunctions, totals.functions),
                    percentage(inventory.taggedLines, totals.functionLines));
  html += fmt::format("</tbody>\n</table>\n<p>In {} of {} files.</p>\n", grouped(inventory.taggedFiles),
                      grouped(totals.files));
  if (inventory.humanEntries > 0)
    html += fmt::format("<p>{} declared as human work, not counted.</p>\n", grouped(inventory.humanEntries));
  return html;
}

std::string htmlCharts(const Inventory& inventory) {
  std::string html;
  for (const Breakdown& breakdown : inventory.breakdowns)
    if (isChart(breakdown)) html += htmlChart(breakdown);
  return html.empty() ? html : "<div class=\"charts\">\n" + html + "</div>\n";
}

std::string htmlTable(const Breakdown& breakdown) {
  std::string html = fmt::format(
      "<table>\n<caption>{}</caption>\n<thead><tr><th></th><th class=\"number\">functions</th>"
      "<th class=\"number\">lines</th></tr></thead>\n<tbody>\n",
      breakdown.title);
  for (const Group& group : breakdown.groups) {
    const std::string as =
        group.spellings.empty() ? "" : "<small>as " + htmlText(join(group.spellings, ", ")) + "</small>";
    html += figureRow(htmlText(group.name) + as, grouped(group.functions), grouped(group.lines));
  }
  return html + "</tbody>\n</table>\n";
}

std::string htmlTables(const Inventory& inventory) {
  std::string html;
  for (const Breakdown& breakdown : inventory.breakdowns) html += htmlTable(breakdown);
  return html.empty() ? html : "<h2>In figures</h2>\n<div class=\"tables\">\n" + html + "</div>\n";
}

std::string cellOf(std::string_view text) {
  return "<td>" + htmlText(text) + "</td>";
}

std::string functionRow(const AnnotatedFunction& function) {
  const model::Tag& tag = function.tag;
  const std::string signature =
      function.signature.empty() ? "" : "<small>" + htmlText(function.signature) + "</small>";
  std::string html = fmt::format(
      "<tr><td class=\"code\">{}{}</td><td class=\"code\">{}</td><td class=\"number\">{}</td>",
      htmlText(function.name), signature, htmlText(placeOf(function)), model::bodyLines(function).size());
  html += cellOf(nameOf(tag.authorship));
  html += cellOf(modelNameOf(tag));
  html += cellOf(tag.tool) + cellOf(tag.date) + cellOf(driftOf(function));
  html += fmt::format("<td class=\"prompt\">{}</td>", htmlText(tag.prompt));
  return html + cellOf(function.outcome ? nameOf(function.outcome->coverage) : "") + "</tr>\n";
}

std::string htmlFunctions(const Inventory& inventory) {
  if (inventory.functions.empty()) return {};
  std::string html =
      "<h2>Functions</h2>\n<p id=\"search\" hidden><label>Find <input id=\"find\" type=\"search\" "
      "autocomplete=\"off\" spellcheck=\"false\"></label> <span id=\"shown\" role=\"status\"></span></p>\n"
      "<div class=\"scroll\">\n<table id=\"functions\">\n<thead><tr><th>function</th><th>place</th>"
      "<th class=\"number\">lines</th><th>authorship</th><th>model</th><th>tool</th><th>date</th>"
      "<th>drift</th><th>prompt</th><th>guard</th></tr></thead>\n<tbody>\n";
  for (const AnnotatedFunction* function : inventory.functions) html += functionRow(*function);
  return html + "</tbody>\n</table>\n</div>\n";
}

std::string htmlSources(const Inventory& inventory, const model::Reconciliations* asked) {
  if (asked == nullptr) return {};
  const std::vector<SourceRow> rows = sourceRows(inventory, *asked);
  std::string html =
      "<h2>Sources</h2>\n<p>" + sourceCounts(rows) +
      ".</p>\n<div class=\"scroll\">\n<table>\n<thead><tr><th>function</th><th>place</th><th>tag</th>";
  for (const std::string_view name : model::kSourceNames) html += fmt::format("<th>{}</th>", name);
  html += "<th>together</th><th>lines</th></tr></thead>\n<tbody>\n";
  for (const SourceRow& row : rows) {
    html += fmt::format("<tr><td class=\"code\">{}</td><td class=\"code\">{}</td>", htmlText(row.entry->name),
                        htmlText(placeOf(*row.entry)));
    html += cellOf(modelNameOf(row.entry->tag));
    for (const model::SourceSays& says : row.reconciled->sources)
      html += cellOf(sourceText(says, row.reconciled->lines));
    html += cellOf(nameOf(row.reconciled->verdict())) + cellOf(writersText(*row.reconciled)) + "</tr>\n";
  }
  return html + "</tbody>\n</table>\n</div>\n";
}

std::string htmlItem(const AttentionItem& item) {
  std::string html = "<li><span class=\"code\">" + htmlText(placeOf(*item.entry));
  if (!item.entry->name.empty()) html += ' ' + htmlText(item.entry->name);
  return html + "</span>" + (item.detail.empty() ? "" : ": " + htmlText(item.detail)) + "</li>\n";
}

std::string htmlConcerns(const Inventory& inventory) {
  if (inventory.concerns.empty()) return "<p>Nothing needs attention.</p>\n";
  std::string html = "<h2>Needs attention</h2>\n";
  for (const Concern& concern : inventory.concerns) {
    html += fmt::format("<details>\n<summary>{}: {}</summary>\n<p>{}.</p>\n<ul>\n", concern.title,
                        grouped(concern.items.size()), concern.advice);
    for (const AttentionItem& item : concern.items) html += htmlItem(item);
    html += "</ul>\n</details>\n";
  }
  return html;
}

}  // namespace

std::string writeHtmlReport(const model::Manifest& manifest, const Presentation& presentation) {
  const Inventory inventory = takeInventory(manifest);
  return head() + htmlCoverage(inventory) + htmlCharts(inventory) + htmlFunctions(inventory) +
         htmlSources(inventory, presentation.sources) + htmlConcerns(inventory) + htmlTables(inventory) +
         fmt::format("<script>{}</script>\n</body>\n</html>\n", kHtmlScript);
}

}  // namespace assay::emit::report
