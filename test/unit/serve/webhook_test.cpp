// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/webhook.h"

#include <gtest/gtest.h>

#include <thread>

#include "serve/http_server.h"
#include "support/http_receiver.h"

namespace assay::serve {
namespace {

constexpr std::chrono::seconds kLongEnough{10};

std::string webhookReadAs(std::string_view url) {
  const auto address = webhookAddressOf(url);
  return address ? address->host + " " + std::to_string(address->port) + " " + address->path : "refused";
}

TEST(WebhookAddress, IsAUrlOfHttp) {
  EXPECT_EQ(webhookReadAs("http://hooks"), "hooks 80 /");
  EXPECT_EQ(webhookReadAs("http://[::1]:8080/a/b?c=d"), "::1 8080 /a/b?c=d");
  EXPECT_EQ(webhookReadAs("http://hooks?c"), "hooks 80 /?c");
}

TEST(WebhookAddress, NonsenseIsRefused) {
  for (const char* url : {"", "http://", "hooks", "http://h:0", "http://:80", "http://h/a b",
                          "http://h/a\r\nX: y", "http://h/#a"})
    EXPECT_EQ(webhookReadAs(url), "refused") << url;
  EXPECT_NE(webhookAddressOf("https://hooks").error().hint.find("curl"), std::string::npos);
}

TEST(Webhook, OnlySuccessIsSuccess) {
  for (const auto& [status, isTaken] : {std::pair{102u, false}, {200u, true}, {299u, true}, {300u, false}}) {
    test::HttpReceiver receiver({test::httpAnswer(status)});
    const auto address = webhookAddressOf("http://127.0.0.1:" + std::to_string(receiver.port()));
    EXPECT_EQ(postJson(address.value(), "{}", kLongEnough).has_value(), isTaken) << status;
  }
}

TEST(Webhook, OnAHostWithoutAnAddressIsNoWrongUsage) {
  const auto done = postJson({"nohost.invalid", 80, "/"}, "{}", std::chrono::milliseconds(100));
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::Output) << done.error().message;
}

TEST(Webhook, SaysWhatItWasAnswered) {
  std::string url;
  {
    auto server = HttpServer::open({"127.0.0.1", 0}, [](const HttpRequest&) { return HttpResponse{}; });
    ASSERT_TRUE(server.has_value());
    url = "http://" + server->address().text();
    std::thread serving([&] { server->run(); });
    const auto posted = postJson(webhookAddressOf(url).value(), "{}", kLongEnough);
    server->stop();
    serving.join();
    ASSERT_FALSE(posted);
    EXPECT_NE(posted.error().message.find("400 body limit exceeded"), std::string::npos)
        << "our own server takes no bodies";
  }
  EXPECT_FALSE(postJson(webhookAddressOf(url).value(), "{}", kLongEnough)) << "nobody listens";
}

}  // namespace
}  // namespace assay::serve
