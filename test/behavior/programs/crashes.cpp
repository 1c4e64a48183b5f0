// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A new function in which its process ends, in every way that a process may. Prints which function had the
// calls before that.
#include <assay/inserted_experiment.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <thread>

static const char* how = "";
static sigjmp_buf behind;
static std::atomic<int> waiting(0);

static bool is(const char* word) { return std::strcmp(how, word) == 0; }

static volatile int* volatile nowhere = reinterpret_cast<volatile int*>(64);

static void end() {
  if (is("segv") || is("exits") || is("recovers") || is("resets")) *nowhere = 1;
  if (is("abort")) std::abort();
  if (is("trap")) __builtin_trap();
  if (is("throw")) throw std::runtime_error("on purpose");
  if (is("kill")) kill(getpid(), SIGKILL);
  if (is("exit")) _exit(0);
  if (is("outside")) {
    if (fork() == 0) {
      kill(getppid(), SIGSEGV);
      _exit(0);
    }
    for (;;) pause();
  }
}

static int oldOne(int value) {
  if (value > 1) end();
  return 0;
}

static int fresh(int value) { ASSAY_INSERTED_ROLLOUT(0x0000000000000501, "fresh", 10000, 0x0000000000000502, "oldOne, replaced by fresh", oldOne(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000501, "fresh");
  if (value == 1 || value == 3) end();
  return 1;
}

// Under way on a thread of its own while another one crashes.
static int innocent(int value) { ASSAY_INSERTED_ROLLOUT(0x0000000000000503, "innocent", 10000, 0x0000000000000504, "oldOne, replaced by innocent", oldOne(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000503, "innocent");
  if (value == 0) return 1;
  ++waiting;
  for (;;) pause();
}

static int other(int value) { ASSAY_INSERTED_ROLLOUT(0x0000000000000505, "other", 10000, 0x0000000000000506, "oldOne, replaced by other", oldOne(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000505, "other");
  if (value != 0) *nowhere = 1;
  return 1;
}

static void handler(int) {
  if (is("exits")) _exit(3);
  if (is("recovers")) siglongjmp(behind, 1);
}

static void handleFaults() {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = is("resets") ? static_cast<int>(SA_RESETHAND) : 0;
  sigaction(SIGSEGV, &action, nullptr);
}

// Two threads crash at once, in functions of their own, and a third one does nothing wrong.
static void crashOnThreads() {
  std::thread(innocent, 1).detach();
  while (waiting == 0) usleep(100);
  std::atomic<int> ready(0);
  const auto start = [&](int (*function)(int)) {
    return std::thread([&ready, function] {
      ++ready;
      while (ready < 2) {
      }
      function(1);
    });
  };
  std::thread one = start(fresh), two = start(other);
  one.join();
  two.join();
}

// The thread goes on behind the fault, and decides again and again.
static void recover() {
  if (sigsetjmp(behind, 1) == 0) fresh(1);
  for (int i = 0; i < 100; ++i) fresh(0);
  kill(getpid(), SIGKILL);
}

static void inChildren() {
  for (int i = 0; i < 2; ++i) {
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
      std::printf("child: %s\n", fresh(0) != 0 ? "new" : "old");
      std::fflush(stdout);
      how = "segv";
      fresh(1);
      _exit(0);
    }
    waitpid(child, nullptr, 0);
  }
}

int main(int argc, char** argv) {
  how = argc > 1 ? argv[1] : "";
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  if (is("exits") || is("resets") || is("recovers")) handleFaults();
  std::printf("%s %s %s\n", fresh(0) != 0 ? "new" : "old", other(0) != 0 ? "new" : "old",
              innocent(0) != 0 ? "new" : "old");
  std::fflush(stdout);
  if (is("calls")) return 0;
  if (is("threads")) crashOnThreads();
  if (is("recovers")) recover();
  if (is("children")) return inChildren(), 0;
  return fresh(argc > 2 ? 3 : 1);  // 3: the old one ends it as well
}
