// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/prometheus_server.h"

#include <gmock/gmock.h>

#include "support/http_receiver.h"

namespace assay::serve {
namespace {

using ::testing::HasSubstr;

constexpr const char* kNothing = R"({"status":"success","data":{"resultType":"vector","result":[]}})";

PrometheusServer serverAt(std::uint16_t port, const std::string& path = {}) {
  return *PrometheusServer::at("http://127.0.0.1:" + std::to_string(port) + path);
}

TEST(PrometheusServer, IsAskedForOneMomentOrForMany) {
  test::HttpReceiver receiver({test::httpAnswer(200, kNothing)});
  const PrometheusServer server = serverAt(receiver.port(), "/select/0/");
  ASSERT_TRUE(server.ask("sum(x) > 0", {100, 100, 0}));
  ASSERT_TRUE(server.ask("x", {100, 300, 100}));
  const auto requests = receiver.requests();
  EXPECT_THAT(requests[0].head,
              HasSubstr("GET /select/0/api/v1/query?query=sum%28x%29%20%3E%200&nocache=1&"));
  EXPECT_THAT(requests[0].head, HasSubstr("&time=100 "));
  EXPECT_THAT(requests[1].head, HasSubstr("GET /select/0/api/v1/query_range?query=x&"));
  EXPECT_THAT(requests[1].head, HasSubstr("&start=100&end=300&step=100 "));
}

TEST(PrometheusServer, IsAskedForNames) {
  test::HttpReceiver receiver({test::httpAnswer(200, R"({"status":"success","data":["a"]})")});
  EXPECT_EQ(*serverAt(receiver.port()).names("a", {1, 2}), std::vector<std::string>{"a"});
  EXPECT_THAT(receiver.requests()[0].head,
              HasSubstr("GET /api/v1/label/__name__/values?match[]=a&start=1&end=2 "));
}

TEST(PrometheusServer, SaysWhatIsWrong) {
  const auto messageFor = [](const std::string& answer) {
    test::HttpReceiver receiver({answer});
    const auto asked = serverAt(receiver.port()).ask("x", {1, 1, 0});
    EXPECT_EQ(asked.error().code, ErrorCode::Input);
    return asked.error().message;
  };
  EXPECT_THAT(messageFor(test::httpAnswer(404, "no such page")),
              HasSubstr("is no Prometheus: 404 no such page"));
  EXPECT_THAT(messageFor(test::httpAnswer(200, "<html>")), HasSubstr("is no Prometheus: no JSON"));
  EXPECT_THAT(messageFor(test::httpAnswer(422, R"({"status":"error","error":"too many samples"})")),
              HasSubstr("refuses the question: too many samples"));
  EXPECT_THAT(messageFor(""), HasSubstr("nothing answers at 127.0.0.1:"));
}

TEST(PrometheusServer, IsAtAUrlOfHttp) {
  for (const char* url : {"", "db:9090", "ftp://db", "https://db"})
    EXPECT_EQ(PrometheusServer::at(url).error().code, ErrorCode::Usage) << url;
}

}  // namespace
}  // namespace assay::serve
