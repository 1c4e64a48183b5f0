// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/child.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace assay::launch {
namespace {

// In a process of its own: a child changes how signals are taken.
int statusIn(const std::vector<std::string>& words, const std::map<std::string, std::string>& variables) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    auto child = Child::start(words, variables);
    ::_exit(child ? passOn(child->wait()) : 99);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  return status;
}

TEST(Child, ItsExitCodeIsOurs) {
  EXPECT_EQ(WEXITSTATUS(statusIn({"sh", "-c", "exit 7"}, {})), 7);
}

TEST(Child, SeesTheVariables) {
  EXPECT_EQ(WEXITSTATUS(statusIn({"sh", "-c", "test \"$ASSAY_X\" = 'a b'"}, {{"ASSAY_X", "a b"}})), 0);
}

TEST(Child, ItsSignalIsOurs) {
  const int status = statusIn({"sh", "-c", "kill -TERM $$"}, {});
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGTERM);
}

TEST(Child, AMissingProgramIsAnError) {
  EXPECT_EQ(WEXITSTATUS(statusIn({"/there/is/no/such"}, {})), 99);
  EXPECT_EQ(become({"/there/is/no/such"}).code, ErrorCode::Usage);
}

}  // namespace
}  // namespace assay::launch
