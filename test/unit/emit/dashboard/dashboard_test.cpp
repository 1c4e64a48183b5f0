// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/dashboard.h"

#include <gmock/gmock.h>

#include <set>

#include "document/value.h"
#include "unit/emit/dashboard/placed_panel.h"

namespace assay::emit::dashboard {
namespace {

using document::Value;
using test::PlacedPanel;
using test::placedPanel;

Value written(const std::string& title = kUsualTitle) {
  auto value = document::parseJson(writeGrafanaDashboard(title, {}), "dashboard.json");
  return value ? std::move(*value) : Value();
}

// Those inside closed rows too.
std::vector<PlacedPanel> allPanels(const Value& dashboard) {
  std::vector<PlacedPanel> all;
  for (const Value& panel : *dashboard.find("panels")->asArray()) {
    all.push_back(placedPanel(panel));
    if (const Value* inside = panel.find("panels"))
      for (const Value& one : *inside->asArray()) all.push_back(placedPanel(one));
  }
  return all;
}

bool overlap(const PlacedPanel& one, const PlacedPanel& other) {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
         other.y < one.y + one.height;
}

TEST(Dashboard, HasAPlaceOfItsOwnForEachPanel) {
  const std::vector<PlacedPanel> panels = allPanels(written());
  std::set<std::uint64_t> ids;
  for (const PlacedPanel& panel : panels) ids.insert(panel.id);
  EXPECT_EQ(ids.size(), panels.size());
  for (std::size_t i = 0; i < panels.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(overlap(panels[i], panels[j])) << panels[i] << ", " << panels[j];
}

TEST(Dashboard, IsTheSameOneForTheSameTitleOnly) {
  EXPECT_EQ(writeGrafanaDashboard("shop", {}), writeGrafanaDashboard("shop", {}));
  EXPECT_NE(*written("shop").find("uid"), *written("bank").find("uid"));
}

TEST(Dashboard, HasAUidThatGrafanaTakes) {
  EXPECT_THAT(*written(std::string(500, 'x')).find("uid")->asString(),
              testing::MatchesRegex("[a-z0-9-]{1,40}"));
}

TEST(Dashboard, LinksToThePageWhereItIsKnown) {
  const std::string without = writeGrafanaDashboard("shop", {});
  const std::string with = writeGrafanaDashboard("shop", {}, "http://host:9465");
  EXPECT_THAT(without, testing::Not(testing::HasSubstr("http")));
  EXPECT_THAT(with, testing::HasSubstr("\"url\": \"http://host:9465/\""));
  EXPECT_THAT(with, testing::HasSubstr("\"url\": \"http://host:9465/#f=${__value.raw}&period=86400\""));
}

TEST(Dashboard, KeepsATitleAsItIs) {
  const std::string title = "a \"title\" <b>\n\xE2\x80\xAE";
  EXPECT_EQ(*written(title).find("title")->asString(), title);
}

}  // namespace
}  // namespace assay::emit::dashboard
