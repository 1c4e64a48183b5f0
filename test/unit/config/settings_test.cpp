// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/settings.h"

#include <gtest/gtest.h>

namespace assay::config {
namespace {

TEST(Settings, WhatIsNotSetHasTheRowsDefault) {
  const Settings settings;
  EXPECT_FALSE(settings.has("sort"));
  EXPECT_EQ(settings.text("sort"), "calls");
  EXPECT_EQ(settings.number("jobs"), 0u);
  EXPECT_EQ(settings.text("manifest"), "");
  EXPECT_FALSE(settings.flag("exact"));
  EXPECT_TRUE(settings.list("exclude").empty());
}

TEST(Settings, WhatIsSetLaterWins) {
  Settings settings;
  settings.set("jobs", {"4"});
  settings.set("jobs", {"8"});
  settings.set("exact", {"true"});
  settings.set("exclude", {"a/*", "b/*"});
  EXPECT_TRUE(settings.has("jobs"));
  EXPECT_EQ(settings.number("jobs"), 8u);
  EXPECT_TRUE(settings.flag("exact"));
  EXPECT_EQ(settings.list("exclude"), (std::vector<std::string>{"a/*", "b/*"}));
}

TEST(Settings, KnowWhereAValueStands) {
  Settings settings;
  EXPECT_EQ(settings.originOf("jobs"), std::nullopt);
  settings.set("jobs", {"4"});
  EXPECT_EQ(settings.originOf("jobs"), Origin::TopLevel);
  settings.set("jobs", {"4"}, Origin::CommandLine);
  EXPECT_EQ(settings.originOf("jobs"), Origin::CommandLine);
}

}  // namespace
}  // namespace assay::config
