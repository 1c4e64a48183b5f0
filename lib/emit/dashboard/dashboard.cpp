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

}  // namespace

std::string writeGrafanaDashboard(const std::string& title, const model::Manifest& manifest) {
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
      {"links", Array{}},
      {"panels", placedPanels(rowsFor(manifest))}});
}

}  // namespace assay::emit::dashboard
