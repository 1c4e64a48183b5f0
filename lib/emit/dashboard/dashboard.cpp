// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/dashboard.h"

#include "document/value.h"
#include "emit/dashboard/rows.h"
#include "emit/dashboard/variables.h"
#include "support/hash.h"

namespace assay::emit::dashboard {
namespace {

using document::Array;
using document::Object;

// Of Grafana 10 and 11; later ones bring it up to date when they load it.
constexpr int kSchemaVersion = 39;
constexpr int kSharedCrosshair = 1;

std::string uidOf(const std::string& title) {
  return "assay-" + hex64(hash64(title));
}

Array linksTo(const std::string& pageUrl) {
  if (pageUrl.empty()) return {};
  return {Object{{"title", "assay serve"},
                 {"type", "link"},
                 {"icon", "external link"},
                 {"tooltip", "The page of the functions"},
                 {"url", pageUrl + "/"},
                 {"tags", Array{}},
                 {"asDropdown", false},
                 {"targetBlank", true},
                 {"includeVars", false},
                 {"keepTime", false}}};
}

std::vector<Row> withPages(std::vector<Row> rows, const std::string& pageUrl) {
  for (Row& row : rows)
    for (Panel& panel : row.panels)
      if (!pageUrl.empty()) panel.page = pageUrl + "/#f=";
  return rows;
}

}  // namespace

std::string writeGrafanaDashboard(const std::string& title, const model::Manifest& manifest,
                                  const std::string& pageUrl) {
  return document::writeJson(Object{
      {"uid", uidOf(title)},
      {"title", title},
      {"description", "Functions written by AI models. Made by `assay dashboard`: changes belong there."},
      {"tags", Array{"assay", "ai-code"}},
      {"schemaVersion", kSchemaVersion},
      {"editable", true},
      {"graphTooltip", kSharedCrosshair},
      {"refresh", "1m"},
      {"time", Object{{"from", "now-6h"}, {"to", "now"}}},
      {"timezone", "browser"},
      {"templating", Object{{"list", variableValues()}}},
      {"annotations", Object{{"list", Array{}}}},
      {"links", linksTo(pageUrl)},
      {"panels", placedPanels(withPages(rowsFor(manifest), pageUrl))}});
}

}  // namespace assay::emit::dashboard
