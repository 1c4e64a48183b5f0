// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/plan.h"

#include <gmock/gmock.h>

namespace assay::exporter {
namespace {

using ::testing::HasSubstr;

std::optional<std::string> agentHost(const char* name) {
  return std::string_view(name) == "DD_AGENT_HOST" ? std::optional<std::string>("agent") : std::nullopt;
}

std::string planOf(std::string_view words) {
  const auto plan = exportPlanOf(words, agentHost);
  if (!plan) return "refused: " + plan.error().message;
  std::string text;
  if (plan->listen) text += " listen " + plan->listen->text();
  if (plan->agent) text += " agent " + plan->agent->text();
  if (plan->receiver) text += " receiver " + plan->receiver->text();
  return text;
}

TEST(ExportPlan, EachKind) {
  EXPECT_EQ(planOf("prometheus://127.0.0.1:9464"), " listen 127.0.0.1:9464");
  EXPECT_EQ(planOf("prometheus://[::1]:0"), " listen [::1]:0");
  EXPECT_EQ(planOf("dogstatsd://localhost"), " agent udp://localhost:8125");
  EXPECT_EQ(planOf("dogstatsd:///run/dsd.socket"), " agent unix:///run/dsd.socket");
  EXPECT_EQ(planOf("unixstream:///run/dsd.socket"), " agent unixstream:///run/dsd.socket");
  EXPECT_EQ(planOf("udp://[::1]:1"), " agent udp://[::1]:1");
  EXPECT_EQ(planOf("otlp://collector/x"), " receiver http://collector:4318/x/v1/metrics");
}

TEST(ExportPlan, AsTheEnvironmentSays) {
  EXPECT_EQ(planOf("dogstatsd://auto"), " agent udp://agent:8125");
  EXPECT_EQ(planOf("otlp://auto"), " receiver http://localhost:4318/v1/metrics");
}

TEST(ExportPlan, Several) {
  EXPECT_EQ(planOf("  otlp://c dogstatsd://d  prometheus://1 "),
            " listen 127.0.0.1:1 agent udp://d:8125 receiver http://c:4318/v1/metrics");
  EXPECT_EQ(planOf(""), "");
}

TEST(ExportPlan, WhatIsNone) {
  EXPECT_THAT(planOf("prometheus://x"), HasSubstr("`prometheus://x`"));
  EXPECT_THAT(planOf("prometheus"), HasSubstr("refused"));
  EXPECT_THAT(planOf("statsd://x"), HasSubstr("nothing that can be exported to"));
  EXPECT_THAT(planOf("127.0.0.1:9464"), HasSubstr("nothing that can be exported to"));
  EXPECT_THAT(planOf("otlp://"), HasSubstr("no address of an OTLP receiver"));
  EXPECT_THAT(planOf("dogstatsd://a udp://b"), HasSubstr("`udp://b`: the second of its kind"));
}

}  // namespace
}  // namespace assay::exporter
