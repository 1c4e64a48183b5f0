// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/dogstatsd_address.h"

#include <gtest/gtest.h>

#include <map>

#include "support/strings.h"

namespace assay::serve {
namespace {

using Variables = std::map<std::string, std::string>;

Environment environmentOf(Variables variables) {
  return [variables = std::move(variables)](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

std::string agentReadAs(std::string_view url) {
  const auto address = dogstatsdAddressOf(url);
  return address ? address->text() : "refused";
}

std::string automatic(Variables variables, bool isThere = false) {
  return automaticDogstatsdUrl(environmentOf(std::move(variables)), [=](const char*) { return isThere; });
}

std::string tagsOf(Variables variables) {
  return join(dogstatsdTags(environmentOf(std::move(variables))), ",");
}

TEST(DogstatsdAddress, OfEachKind) {
  EXPECT_EQ(agentReadAs("udp://127.0.0.1:9125"), "udp://127.0.0.1:9125");
  EXPECT_EQ(agentReadAs("udp://agent.local"), "udp://agent.local:8125");
  EXPECT_EQ(agentReadAs("udp://[::1]"), "udp://[::1]:8125");
  EXPECT_EQ(agentReadAs("udp://[::1]:9125"), "udp://[::1]:9125");
  for (const char* url :
       {"unix:///run/dsd.socket", "unixgram:///run/dsd.socket", "unixstream:///run/dsd.socket"})
    EXPECT_EQ(agentReadAs(url), url);
  EXPECT_EQ(dogstatsdAddressOf("udp://a")->packetBytes(), 1432u);
  EXPECT_EQ(dogstatsdAddressOf("unix:///a")->packetBytes(), 8192u);
}

TEST(DogstatsdAddress, NonsenseIsRefused) {
  for (const std::string& url :
       {std::string(""), std::string("127.0.0.1:8125"), std::string("udp://"), std::string("udp://:8125"),
        std::string("udp://host:0"), std::string("udp://host:99999"), std::string("udp://::1:8125"),
        std::string("unix://"), std::string("http://host"), "unix://" + std::string(200, 'x')})
    EXPECT_EQ(agentReadAs(url), "refused") << url;
  EXPECT_EQ(dogstatsdAddressOf("x").error().code, ErrorCode::Usage);
}

TEST(DogstatsdAddress, OfTheEnvironment) {
  EXPECT_EQ(automatic({}), "udp://127.0.0.1:8125");
  EXPECT_EQ(automatic({}, true), "unix:///var/run/datadog/dsd.socket");
  EXPECT_EQ(automatic({{"DD_AGENT_HOST", "10.0.0.1"}}, true), "udp://10.0.0.1:8125");
  EXPECT_EQ(automatic({{"DD_AGENT_HOST", "fd00::1"}, {"DD_DOGSTATSD_PORT", "9125"}}), "udp://[fd00::1]:9125");
  EXPECT_EQ(automatic({{"DD_AGENT_HOST", "unix:///a"}}), "unix:///a");
  EXPECT_EQ(automatic({{"DD_DOGSTATSD_URL", "unix:///b"}, {"DD_AGENT_HOST", "10.0.0.1"}}), "unix:///b");
  EXPECT_EQ(automatic({{"DD_DOGSTATSD_URL", ""}, {"DD_DOGSTATSD_PORT", "9125"}}), "udp://127.0.0.1:9125");
}

TEST(DogstatsdAddress, TagsOfTheEnvironment) {
  EXPECT_EQ(tagsOf({}), "");
  EXPECT_EQ(
      tagsOf({{"DD_ENV", "prod"}, {"DD_SERVICE", "ledger"}, {"DD_VERSION", "1.2"}, {"DD_ENTITY_ID", "u"}}),
      "env:prod,service:ledger,version:1.2,dd.internal.entity_id:u");
  EXPECT_EQ(tagsOf({{"DD_TAGS", "team:a, x:y z,,|b"}}), "team:a,x:y z,_b");
  EXPECT_EQ(tagsOf({{"DD_TAGS", "team:a  x:y"}}), "team:a,x:y");
  EXPECT_EQ(tagsOf({{"DD_ENV", "prod"}, {"DD_TAGS", "env:test team:a :v"}}), "env:prod,team:a");
}

}  // namespace
}  // namespace assay::serve
