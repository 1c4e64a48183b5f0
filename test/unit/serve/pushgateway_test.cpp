// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/pushgateway.h"

#include <gtest/gtest.h>

#include <thread>

#include "serve/http_server.h"

namespace assay::serve {
namespace {

std::string gatewayReadAs(std::string_view url, std::string_view instance = "host") {
  const auto address = pushgatewayAddressOf(url, instance);
  return address ? address->text() : "refused";
}

TEST(PushgatewayAddress, HasAGroupForEachInstance) {
  EXPECT_EQ(gatewayReadAs("http://gateway"), "http://gateway:9091/metrics/job/assay/instance/host");
  EXPECT_EQ(gatewayReadAs("http://[::1]:80/"), "http://[::1]:80/metrics/job/assay/instance/host");
  EXPECT_EQ(gatewayReadAs("http://g:1/push/", "a.b-c_1/2 %"),
            "http://g:1/push/metrics/job/assay/instance/a.b-c_1_2__");
}

TEST(PushgatewayAddress, NonsenseIsRefused) {
  for (const char* url : {"", "http://", "https://gateway", "gateway:9091", "http://g:0", "http://:1",
                          "http://g:x", "http://g/a?b", "http://g/a b", "http://g/a\r\nX: y"})
    EXPECT_EQ(gatewayReadAs(url), "refused") << url;
  EXPECT_EQ(pushgatewayAddressOf("x", "i").error().code, ErrorCode::Usage);
}

TEST(Pushgateway, SaysWhatItWasAnswered) {
  auto server = HttpServer::open({"127.0.0.1", 0}, [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_TRUE(server.has_value());
  const std::string url = "http://" + server->address().text();
  std::thread serving([&] { server->run(); });
  Pushgateway gateway = Pushgateway::open(pushgatewayAddressOf(url, "i").value()).value();
  EXPECT_FALSE(gateway.poll()) << "nothing is under way";
  gateway.push("a 1\n");
  gateway.finish(10'000);
  EXPECT_EQ(gateway.trouble(), "400 body limit exceeded") << "our own server takes no bodies";
  server->stop();
  serving.join();
}

TEST(Pushgateway, SaysThatNobodyListens) {
  std::string url;
  {
    const auto server = HttpServer::open({"127.0.0.1", 0}, [](const HttpRequest&) { return HttpResponse{}; });
    url = "http://" + server->address().text();
  }
  Pushgateway gateway = Pushgateway::open(pushgatewayAddressOf(url, "i").value()).value();
  gateway.push("a 1\n");
  gateway.push("a 2\n");
  gateway.finish(10'000);
  EXPECT_EQ(gateway.trouble(), "Connection refused");
  EXPECT_FALSE(gateway.poll());
}

TEST(Pushgateway, RefusesAHostWithoutAddress) {
  EXPECT_FALSE(Pushgateway::open(pushgatewayAddressOf("http://256.0.0.1.invalid", "i").value()).has_value());
}

}  // namespace
}  // namespace assay::serve
