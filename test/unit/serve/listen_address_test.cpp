// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/listen_address.h"

#include <gtest/gtest.h>

namespace assay::serve {
namespace {

std::string readAs(std::string_view text) {
  const auto address = listenAddressOf(text);
  return address ? address->text() : "refused";
}

TEST(ListenAddress, HostAndPort) {
  EXPECT_EQ(readAs("127.0.0.1:9465"), "127.0.0.1:9465");
  EXPECT_EQ(readAs("example.org:80"), "example.org:80");
  EXPECT_EQ(readAs("[::1]:9465"), "[::1]:9465");
  EXPECT_EQ(readAs("9465"), "127.0.0.1:9465") << "a port alone is for this machine";
  EXPECT_EQ(readAs("0"), "127.0.0.1:0");
}

TEST(ListenAddress, NonsenseIsRefused) {
  for (const char* text : {"", ":", "host", "host:", ":80", "host:65536", "host:-1", "host:8o", "::1:80",
                           "[::1]", "[::1]80", "[]:80", "[::1:80", "host:80 "})
    EXPECT_EQ(readAs(text), "refused") << text;
  EXPECT_EQ(listenAddressOf("x").error().code, ErrorCode::Usage);
}

TEST(ListenAddress, Loopback) {
  for (const char* host : {"127.0.0.1", "127.1.2.3", "::1", "localhost", "LocalHost"})
    EXPECT_TRUE(isLoopback(host)) << host;
  for (const char* host : {"0.0.0.0", "::", "10.0.0.1", "localhost.example.org", ""})
    EXPECT_FALSE(isLoopback(host)) << host;
}

TEST(ListenAddress, HostHeadersOfThisMachine) {
  for (const char* header : {"localhost", "localhost:9465", "127.0.0.1:9465", "[::1]:9465", "[::1]"})
    EXPECT_TRUE(isLoopbackHostHeader(header)) << header;
  for (const char* header :
       {"", "evil.example.org", "evil.example.org:9465", "localhost.evil.org", "[::1", "a:b:c"})
    EXPECT_FALSE(isLoopbackHostHeader(header)) << header;
}

}  // namespace
}  // namespace assay::serve
