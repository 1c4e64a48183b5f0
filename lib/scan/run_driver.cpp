// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/run_driver.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <optional>
#include <string_view>

extern char** environ;

namespace assay::scan {
namespace {

using Clock = std::chrono::steady_clock;

// A compiler that says more than this about itself is none.
constexpr std::size_t kMostBytes = 1 << 20;

std::vector<std::string> environmentInC() {
  std::vector<std::string> variables{"LC_ALL=C"};
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable)
    if (!std::string_view(*variable).starts_with("LC_ALL=")) variables.emplace_back(*variable);
  return variables;
}

std::vector<char*> pointersTo(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The running program; its end of the pipe is closed in this process.
class Child {
 public:
  Child(std::vector<std::string> command, const std::filesystem::path& folder) {
    std::array<int, 2> ends{-1, -1};
    error_ = pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno;
    if (error_ != 0) return;
    output_ = ends[0];
    error_ = spawn(std::move(command), folder, ends[1]);
    close(ends[1]);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (output_ >= 0) close(output_);
    if (pid_ > 0) static_cast<void>(end());
  }

  [[nodiscard]] int error() const { return error_; }

  // All that it says; nothing when the time is over.
  [[nodiscard]] std::optional<std::string> read(Clock::time_point deadline) const {
    std::string text;
    std::array<char, 4096> buffer{};
    while (text.size() < kMostBytes) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
      pollfd waiting{output_, POLLIN, 0};
      if (left <= 0) return std::nullopt;
      if (const int ready = poll(&waiting, 1, static_cast<int>(left)); ready < 0 && errno == EINTR) continue;
      if (waiting.revents == 0) return std::nullopt;
      const ssize_t count = ::read(output_, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
  }

  // Kills what is still there; the program's exit code, or -1 when a signal ended it.
  int end() {
    kill(-pid_, SIGKILL);
    return wait();
  }

  int wait() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  int spawn(std::vector<std::string> command, const std::filesystem::path& folder, int standardError) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, standardError, STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    std::vector<std::string> environment = environmentInC();
    const int error = posix_spawnp(&pid_, command.front().c_str(), &actions, &attributes,
                                   pointersTo(command).data(), pointersTo(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) pid_ = -1;
    return error;
  }

  int output_ = -1;
  int error_ = 0;
  pid_t pid_ = -1;
};

}  // namespace

Expected<std::string> runForStandardError(const std::vector<std::string>& command,
                                          const std::filesystem::path& folder,
                                          std::chrono::milliseconds limit) {
  const Clock::time_point deadline = Clock::now() + limit;
  Child child(command, folder);
  if (child.error() != 0)
    return fail(ErrorCode::Input, command.front() + ": " + std::strerror(child.error()));
  std::optional<std::string> text = child.read(deadline);
  if (!text)
    return fail(ErrorCode::Input, command.front() + " had not ended after " + std::to_string(limit.count()) +
                                      " ms and was killed");
  if (const int code = child.wait(); code != 0)
    return fail(ErrorCode::Input,
                command.front() +
                    (code < 0 ? " was ended by a signal" : " ended with exit code " + std::to_string(code)));
  return *std::move(text);
}

}  // namespace assay::scan
