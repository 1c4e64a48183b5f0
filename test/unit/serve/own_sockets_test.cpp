// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/own_sockets.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assay::serve {
namespace {

bool isOpen(int descriptor) {
  return ::fcntl(descriptor, F_GETFD) >= 0;
}

// What `look` says in a process that was forked off.
template <typename Look>
bool inAChild(Look look) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(look() ? 0 : 1);
  int status = 1;
  ::waitpid(child, &status, 0);
  return status == 0;
}

TEST(OwnSockets, AreNotForProgramsThatAreStarted) {
  const int one = openSocket(AF_INET, SOCK_STREAM);
  ASSERT_GE(one, 0);
  EXPECT_EQ(::fcntl(one, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
  EXPECT_EQ(::fcntl(one, F_GETFL) & O_NONBLOCK, O_NONBLOCK);
  forgetSocket(one);
  ::close(one);
}

TEST(OwnSockets, AreClosedInAProcessThatWasForkedOff) {
  const int one = openSocket(AF_INET, SOCK_STREAM);
  const int forgotten = openSocket(AF_INET, SOCK_DGRAM);
  forgetSocket(forgotten);
  EXPECT_TRUE(inAChild([&] {
    closeOwnSockets();
    return !isOpen(one) && isOpen(forgotten);
  }));
  EXPECT_TRUE(isOpen(one)) << "in this one";
  forgetSocket(one);
  ::close(one);
  ::close(forgotten);
}

TEST(OwnSockets, ANumberThatIsSomebodyElsesByNowIsLeftAlone) {
  const int one = openSocket(AF_INET, SOCK_STREAM);
  const int other = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(::dup2(other, one), one) << "closed without a word";
  EXPECT_TRUE(inAChild([&] {
    closeOwnSockets();
    return isOpen(one) && isOpen(other);
  }));
  forgetSocket(one);
  ::close(one);
  ::close(other);
}

}  // namespace
}  // namespace assay::serve
