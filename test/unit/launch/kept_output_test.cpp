// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/kept_output.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "launch/child.h"

namespace assay::launch {
namespace {

TEST(KeptOutput, IsWhatAProgramSays) {
  const KeptOutput kept;
  ASSERT_GE(kept.fd(), 0);
  EXPECT_EQ(kept.text(), "");
  auto child = Child::start({"sh", "-c", "printf first >&2; printf second >&2"}, {}, kept.fd());
  ASSERT_TRUE(child);
  EXPECT_EQ(child->wait(), 0);
  EXPECT_EQ(kept.text(), "firstsecond");
}

TEST(KeptOutput, HasNoEndThatAProgramInTheBackgroundKeepsOpen) {
  const KeptOutput kept;
  auto child = Child::start({"sh", "-c", "sleep 60 & printf '%s ' said $! >&2"}, {}, kept.fd());
  ASSERT_TRUE(child);
  EXPECT_EQ(child->wait(), 0);
  const std::string text = kept.text();
  EXPECT_TRUE(text.starts_with("said ")) << text;
  ::kill(static_cast<pid_t>(std::stoi(text.substr(5))), SIGTERM);
}

TEST(KeptOutput, IsPassedOnWhole) {
  const KeptOutput kept;
  const KeptOutput ours;
  const std::string lengthy(20'000, 'x');
  ASSERT_EQ(::write(kept.fd(), lengthy.data(), lengthy.size()), static_cast<ssize_t>(lengthy.size()));
  const int saved = ::dup(STDERR_FILENO);
  ::dup2(ours.fd(), STDERR_FILENO);
  kept.pass();
  ::dup2(saved, STDERR_FILENO);
  ::close(saved);
  EXPECT_EQ(ours.text(), lengthy);
}

}  // namespace
}  // namespace assay::launch
