// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each case ends a child process by a signal and looks at what is left of it.
#include "support/interrupt.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <string>
#include <thread>

#include "support/file.h"
#include "support/temporary_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

/// Runs `child` in a process of its own and returns its wait status.
int statusOf(const std::function<void()>& child) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    child();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  return status;
}

std::size_t temporariesIn(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().filename().string().starts_with(kTemporaryPrefix)) ++count;
  return count;
}

class EndedBy : public ::testing::TestWithParam<int> {};

TEST_P(EndedBy, ASignalEndsTheProcessByThatSignal) {
  const int status = statusOf([] {
    tidyUpOnSignals();
    ::raise(GetParam());
  });
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), GetParam());
}

TEST_P(EndedBy, ASignalRemovesWhatIsRememberedAndOnlyThat) {
  const test::TemporaryFolder folder;
  const std::string kept = folder.write("kept", "x").string();
  const std::string gone = folder.write("gone", "x").string();
  const std::string forgotten = folder.write("forgotten", "x").string();
  statusOf([&] {
    tidyUpOnSignals();
    Uninterrupted::remember(forgotten.c_str());
    Uninterrupted::remember(gone.c_str());
    Uninterrupted::forget(forgotten.c_str());
    ::raise(GetParam());
  });
  EXPECT_TRUE(fs::exists(kept));
  EXPECT_TRUE(fs::exists(forgotten));
  EXPECT_FALSE(fs::exists(gone));
}

TEST_P(EndedBy, ASignalWaitsForTheEndOfASection) {
  const test::TemporaryFolder folder;
  const int status = statusOf([&] {
    tidyUpOnSignals();
    const Uninterrupted section;
    ::raise(GetParam());
    folder.write("after", "the signal");
  });
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_TRUE(fs::exists(folder.path() / "after"));
}

TEST_P(EndedBy, AnIgnoredSignalStaysIgnored) {
  const int status = statusOf([] {
    std::signal(GetParam(), SIG_IGN);
    tidyUpOnSignals();
    ::raise(GetParam());
  });
  EXPECT_TRUE(WIFEXITED(status));
}

INSTANTIATE_TEST_SUITE_P(Interrupt, EndedBy, ::testing::Values(SIGINT, SIGTERM, SIGHUP));

// Writers on several threads, and a signal whenever it comes: the file is old or new, and nothing else is
// left.
TEST(Interrupt, LeavesNoTemporaryOfWritesOnSeveralThreads) {
  const test::TemporaryFolder folder;
  const std::string bytes(200000, 'n');
  folder.write("a", "old");
  for (int round = 0; round < 40; ++round) {
    const int status = statusOf([&] {
      tidyUpOnSignals();
      std::atomic<int> writes{0};
      const auto write = [&](const char* name) {
        while (writeFileAtomically(folder.path() / name, bytes)) ++writes;
      };
      std::jthread first(write, "a");
      std::jthread second(write, "b");
      while (writes <= round % 5) std::this_thread::yield();
      ::kill(::getpid(), SIGTERM);
      while (true) ::pause();
    });
    ASSERT_TRUE(WIFSIGNALED(status));
    ASSERT_EQ(temporariesIn(folder.path()), 0U) << "in round " << round;
    const std::string left = folder.read("a");
    ASSERT_TRUE(left == "old" || left == bytes) << left.size() << " bytes in round " << round;
  }
}

TEST(Interrupt, TidyingUpWithoutASignalRemovesAndReturns) {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("f", "x").string();
  const int status = statusOf([&] {
    Uninterrupted::remember(file.c_str());
    tidyUp();
  });
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_FALSE(fs::exists(file));
}

}  // namespace
}  // namespace assay
