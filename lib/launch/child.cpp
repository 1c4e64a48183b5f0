// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/child.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace assay::launch {
namespace {

volatile std::sig_atomic_t runningChild = 0;

void passSignalOn(int signal) {
  if (runningChild > 0) ::kill(static_cast<pid_t>(runningChild), signal);
}

std::vector<char*> pointersTo(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

Error cannotStart(const std::string& program, int reason) {
  return {ErrorCode::Usage, "cannot run '" + program + "': " + std::strerror(reason), {}, {}};
}

// A terminal sends these to the compiler, too; it tidies up, and this process learns of it by its status.
constexpr std::array kOfTerminal = {SIGINT, SIGQUIT, SIGHUP};

// What a program that is started is to do at them: what this one did before it left them to its child.
class TerminalSignals {
 public:
  void leaveToChild() {
    for (std::size_t i = 0; i < kOfTerminal.size() && !left_; ++i)
      before_[i] = std::signal(kOfTerminal[i], SIG_IGN);
    left_ = true;
  }
  void putBack() const {
    for (std::size_t i = 0; i < kOfTerminal.size() && left_; ++i) std::signal(kOfTerminal[i], before_[i]);
  }

 private:
  std::array<void (*)(int), kOfTerminal.size()> before_{};
  bool left_ = false;
};

TerminalSignals terminalSignals;

}  // namespace

Error become(const std::vector<std::string>& words) {
  ::execvp(words.front().c_str(), pointersTo(words).data());
  return cannotStart(words.front(), errno);
}

Expected<Child> Child::start(const std::vector<std::string>& words,
                             const std::map<std::string, std::string>& variables, int errors) {
  int failure[2];
  if (::pipe2(failure, O_CLOEXEC) != 0) return std::unexpected(cannotStart(words.front(), errno));
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid == 0) {
    // Without this process nobody would tidy up behind a compiler.
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(127);
    terminalSignals.putBack();
    for (const auto& [name, value] : variables) ::setenv(name.c_str(), value.c_str(), 1);
    if (errors >= 0) ::dup2(errors, STDERR_FILENO);
    ::execvp(words.front().c_str(), pointersTo(words).data());
    const int reason = errno;
    const auto written = ::write(failure[1], &reason, sizeof reason);
    ::_exit(written == sizeof reason ? 127 : 126);
  }
  const int forkReason = errno;
  ::close(failure[1]);
  int reason = pid < 0 ? forkReason : 0;
  if (pid > 0 && ::read(failure[0], &reason, sizeof reason) != sizeof reason) reason = 0;
  ::close(failure[0]);
  if (pid > 0 && reason != 0) ::waitpid(pid, nullptr, 0);
  if (reason != 0) return std::unexpected(cannotStart(words.front(), reason));
  terminalSignals.leaveToChild();
  runningChild = pid;
  std::signal(SIGTERM, passSignalOn);
  return Child(pid);
}

int Child::wait() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGTERM, SIG_DFL);
  runningChild = 0;
  return status;
}

int passOn(int status) {
  if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
  const int signal = WTERMSIG(status);
  std::signal(signal, SIG_DFL);
  ::raise(signal);
  constexpr int kSignalled = 128;
  return kSignalled + signal;
}

}  // namespace assay::launch
