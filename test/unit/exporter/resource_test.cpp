// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/resource.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <map>

namespace assay::exporter {
namespace {

using ::testing::Contains;
using ::testing::Pair;

exporting::Labels resourceWith(const std::map<std::string, std::string>& variables) {
  auto labels = resourceOfProcess([&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  });
  EXPECT_TRUE(labels.has_value());
  return labels ? *labels : exporting::Labels();
}

TEST(ResourceOfProcess, IsNamedAfterTheProgram) {
  const exporting::Labels labels = resourceWith({});
  EXPECT_THAT(labels, Contains(Pair("service.name", "unit_exporter")));
  EXPECT_THAT(labels, Contains(Pair("process.pid", std::to_string(::getpid()))));
}

TEST(ResourceOfProcess, VariablesWin) {
  EXPECT_THAT(resourceWith({{"OTEL_SERVICE_NAME", "a"}}), Contains(Pair("service.name", "a")));
  const exporting::Labels labels =
      resourceWith({{"OTEL_RESOURCE_ATTRIBUTES", "service.name=b,process.pid=1"}});
  EXPECT_THAT(labels, Contains(Pair("service.name", "b")));
  EXPECT_THAT(labels, Contains(Pair("process.pid", "1")).Times(1));
}

}  // namespace
}  // namespace assay::exporter
