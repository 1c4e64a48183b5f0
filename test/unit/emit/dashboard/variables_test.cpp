// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/variables.h"

#include <gmock/gmock.h>

namespace assay::emit::dashboard {
namespace {

using document::Value;
using testing::ElementsAre;

std::vector<std::string> named(const char* key) {
  std::vector<std::string> found;
  for (const Value& variable : variableValues()) found.push_back(*variable.find(key)->asString());
  return found;
}

TEST(Variables, EachIsChosenOutOfWhatThoseBeforeItLeave) {
  EXPECT_THAT(named("name"), ElementsAre("datasource", "job", "ai_source", "function", "top"));
  const document::Array variables = variableValues();
  EXPECT_EQ(*variables[3].find("query")->find("query"),
            Value(R"(label_values(ai_code_calls_total{job=~"$job", ai_source=~"$ai_source"}, function))"));
}

TEST(Variables, AllIsChosenAtFirstAndMatchesWhatHasNoName) {
  for (const Value& variable : variableValues()) {
    if (*variable.find("type") != Value("query")) continue;
    EXPECT_EQ(*variable.find("allValue"), Value(".*"));
    EXPECT_EQ(*variable.find("current")->find("value"), Value(document::Array{"$__all"}));
  }
}

TEST(Variables, TheDataSourceIsWhateverPrometheusTheReaderHas) {
  const document::Array variables = variableValues();
  EXPECT_EQ(*variables[0].find("type"), Value("datasource"));
  EXPECT_EQ(*variables[0].find("query"), Value("prometheus"));
}

}  // namespace
}  // namespace assay::emit::dashboard
