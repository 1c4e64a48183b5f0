// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/otlp_target.h"

#include <gmock/gmock.h>

#include <map>

namespace assay::serve {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;
using OtelVariables = std::map<std::string, std::string>;

Environment otelEnvironment(OtelVariables variables) {
  return [variables = std::move(variables)](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

std::string targetReadAs(std::string_view url, OtelVariables variables = {}) {
  const auto target = otlpTargetOf(url, otelEnvironment(std::move(variables)));
  return target ? target->text() : "refused";
}

std::string refusalOf(std::string_view url, OtelVariables variables = {}) {
  const auto target = otlpTargetOf(url, otelEnvironment(std::move(variables)));
  if (target) return "taken";
  EXPECT_EQ(target.error().code, ErrorCode::Usage);
  return target.error().message;
}

TEST(OtlpTarget, HasThePathOfMetrics) {
  EXPECT_EQ(targetReadAs("http://collector"), "http://collector:4318/v1/metrics");
  EXPECT_EQ(targetReadAs("http://[::1]:80/"), "http://[::1]:80/v1/metrics");
  EXPECT_EQ(targetReadAs("HTTP://c:1/a/b/"), "http://c:1/a/b/v1/metrics");
}

TEST(OtlpTarget, NonsenseIsRefused) {
  for (const char* url : {"", "http://", "collector:4318", "http://c:0", "http://:1", "http://c:x",
                          "http://c/a?b", "http://c/a b", "http://c/a\r\nX: y", "http://user@c", "grpc://c"})
    EXPECT_THAT(refusalOf(url), HasSubstr("no address")) << url;
  EXPECT_THAT(refusalOf("https://c:4318"), HasSubstr("no TLS"));
}

TEST(OtlpTarget, AsTheEnvironmentSays) {
  EXPECT_EQ(targetReadAs("auto"), "http://localhost:4318/v1/metrics");
  const OtelVariables all = {{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:1/base/"}};
  EXPECT_EQ(targetReadAs("auto", all), "http://c:1/base/v1/metrics");
  EXPECT_EQ(targetReadAs("http://d", all), "http://d:4318/v1/metrics") << "the option is nearer";
  OtelVariables metrics = all;
  metrics["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = "http://m:2/push";
  EXPECT_EQ(targetReadAs("auto", metrics), "http://m:2/push") << "as it is";
  metrics["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = "http://m:2";
  EXPECT_EQ(targetReadAs("auto", metrics), "http://m:2/");
  EXPECT_THAT(refusalOf("auto", {{"OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"}}), HasSubstr("grpc"));
  EXPECT_THAT(refusalOf("auto", {{"OTEL_EXPORTER_OTLP_ENDPOINT", "https://c"}}), HasSubstr("no TLS"));
  EXPECT_EQ(targetReadAs("http://c", {{"OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"}}), "http://c:4318/v1/metrics");
}

TEST(OtlpTarget, HeadersAndTimeOfTheEnvironment) {
  const OtelVariables variables = {{"OTEL_EXPORTER_OTLP_HEADERS", "api-key=a%20b%3D%2C, x = y "},
                                   {"OTEL_EXPORTER_OTLP_TIMEOUT", "2500"},
                                   {"OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"}};
  const OtlpTarget target = otlpTargetOf("http://c", otelEnvironment(variables)).value();
  EXPECT_THAT(target.headers, ::testing::ElementsAre(Pair("api-key", "a b=,"), Pair("x", "y")));
  EXPECT_EQ(target.timeout, std::chrono::milliseconds(2500));
  EXPECT_TRUE(target.isPacked);
  OtelVariables nearer = variables;
  nearer["OTEL_EXPORTER_OTLP_METRICS_HEADERS"] = "z=1";
  nearer["OTEL_EXPORTER_OTLP_METRICS_TIMEOUT"] = "1";
  nearer["OTEL_EXPORTER_OTLP_METRICS_COMPRESSION"] = "none";
  const OtlpTarget metrics = otlpTargetOf("http://c", otelEnvironment(nearer)).value();
  EXPECT_THAT(metrics.headers, ::testing::ElementsAre(Pair("z", "1")));
  EXPECT_EQ(metrics.timeout, std::chrono::milliseconds(1));
  EXPECT_FALSE(metrics.isPacked);
}

TEST(OtlpTarget, MalformedVariablesAreRefusedByName) {
  for (const char* headers : {"x", "=1", "a=%zz", "a=%1", "a=1%0d%0aInjected: 1", "a b=1", "a:b=1"})
    EXPECT_THAT(refusalOf("http://c", {{"OTEL_EXPORTER_OTLP_HEADERS", headers}}),
                HasSubstr("OTEL_EXPORTER_OTLP_HEADERS"))
        << headers;
  for (const char* timeout : {"0", "-1", "10s", "99999999999999"})
    EXPECT_THAT(refusalOf("http://c", {{"OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", timeout}}),
                HasSubstr("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT"))
        << timeout;
  EXPECT_THAT(refusalOf("http://c", {{"OTEL_EXPORTER_OTLP_COMPRESSION", "zstd"}}), HasSubstr("COMPRESSION"));
}

TEST(OtlpResource, SaysWhoSends) {
  const auto usual = otlpResource({"host", "/dev/shm/a", "1.2"}, otelEnvironment({})).value();
  EXPECT_THAT(usual, Contains(Pair("service.name", "assay")));
  EXPECT_THAT(usual, Contains(Pair("host.name", "host")));
  EXPECT_THAT(usual, Contains(Pair("telemetry.sdk.language", "cpp")));
  EXPECT_TRUE(std::ranges::is_sorted(usual));
  const auto other = otlpResource({"host", "/dev/shm/b", "1.2"}, otelEnvironment({})).value();
  EXPECT_NE(usual, other) << "two servers are two instances";
}

TEST(OtlpResource, TakesWhatTheEnvironmentSays) {
  const auto labels =
      otlpResource(
          {"host", "f", "1"},
          otelEnvironment({{"OTEL_SERVICE_NAME", "ledger"},
                           {"OTEL_RESOURCE_ATTRIBUTES", "service.name=x,host.name=h2,team=a%2Cb,bad=%ff"}}))
          .value();
  EXPECT_THAT(labels, Contains(Pair("service.name", "ledger")));
  EXPECT_THAT(labels, Contains(Pair("host.name", "h2")));
  EXPECT_THAT(labels, Contains(Pair("team", "a,b")));
  EXPECT_THAT(labels, Contains(Pair("bad", "\xEF\xBF\xBD")));
  EXPECT_FALSE(
      otlpResource({"h", "f", "1"}, otelEnvironment({{"OTEL_RESOURCE_ATTRIBUTES", "x"}})).has_value());
}

}  // namespace
}  // namespace assay::serve
