// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/host_name.h"

#include <gtest/gtest.h>
#include <sys/utsname.h>

namespace assay::serve {
namespace {

TEST(HostName, IsTheKernels) {
  utsname names{};
  ASSERT_EQ(::uname(&names), 0);
  EXPECT_EQ(hostName(), names.nodename);
}

}  // namespace
}  // namespace assay::serve
