// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "provenance/descriptor.h"

extern char** environ;

namespace assay::provenance {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostComplaints = 64 * 1024;

std::unexpected<Error> systemFailure(const std::string& what) {
  return fail(ErrorCode::Input, what + ": " + std::strerror(errno));
}

// A file in memory: however much it is, nobody has to keep up with writing it, and no reader can go away.
Expected<Descriptor> inputFile(std::string_view bytes) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (!file.open()) return systemFailure("no memory for a program's input");
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return systemFailure("no memory for a program's input");
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::lseek(file.number(), 0, SEEK_SET) != 0) return systemFailure("a program's input");
  return file;
}

struct Pipe {
  Descriptor read, write;
};

Expected<Pipe> openPipe() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return systemFailure("no pipe");
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

std::vector<char*> pointersTo(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// A started program; whatever is left of it is killed with this.
class RunningProgram {
 public:
  explicit RunningProgram(pid_t pid) : pid_(pid) {}
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  ~RunningProgram() {
    if (pid_ <= 0) return;
    ::kill(-pid_, SIGKILL);
    static_cast<void>(wait());
  }

  // -1 when a signal ended it, or nobody can say how it ended.
  int wait() { return ended(0).value_or(-1); }

  // The same when it ends in time; without a value it runs on.
  std::optional<int> waitUntil(Clock::time_point deadline) {
    constexpr std::chrono::milliseconds kPause{1};  // whoever has closed its streams ends within a moment
    while (true) {
      if (const auto code = ended(WNOHANG)) return code;
      if (Clock::now() >= deadline) return std::nullopt;
      std::this_thread::sleep_for(kPause);
    }
  }

 private:
  std::optional<int> ended(int options) {
    int status = 0;
    pid_t found = -1;
    while ((found = ::waitpid(pid_, &status, options)) < 0 && errno == EINTR) {
    }
    if (found == 0) return std::nullopt;
    pid_ = -1;
    return found > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  pid_t pid_;
};

struct Streams {
  int input, output, complaints;
};

Expected<pid_t> start(const ProgramCall& call, Streams streams) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, streams.input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, streams.output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, streams.complaints, STDERR_FILENO);
  posix_spawn_file_actions_addchdir_np(&actions, call.folder.c_str());
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  std::vector<std::string> words = call.words;
  std::vector<std::string> environment = call.environment;
  pid_t pid = -1;
  const int error = posix_spawnp(&pid, words.front().c_str(), &actions, &attributes, pointersTo(words).data(),
                                 pointersTo(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return fail(ErrorCode::Input, call.words.front() + ": " + std::strerror(error));
  return pid;
}

// One of the program's two streams; closed at its end.
struct Stream {
  Descriptor end;
  std::string text = {};

  // False when it has ended.
  bool take(std::size_t most) {
    std::array<char, 65536> buffer;
    const ssize_t count = ::read(end.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) return true;
    if (count <= 0) {
      end.close();
      return false;
    }
    text.append(buffer.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, text.size())));
    return true;
  }
};

std::unexpected<Error> tooLong(const ProgramCall& call) {
  return fail(ErrorCode::Input, call.words.front() + " had not ended after " +
                                    std::to_string(call.limits.time.count()) + " ms and was killed");
}

Expected<void> takeAll(const ProgramCall& call, Clock::time_point deadline, Stream& output,
                       Stream& complaints) {
  while (output.end.open() || complaints.end.open()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return tooLong(call);
    std::array<pollfd, 2> waiting{{{output.end.number(), POLLIN, 0}, {complaints.end.number(), POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), static_cast<int>(std::min<long long>(left, 1'000'000))) < 0)
      continue;
    if (waiting[0].revents != 0) output.take(call.limits.bytes + 1);
    if (waiting[1].revents != 0) complaints.take(kMostComplaints);
    if (output.text.size() > call.limits.bytes)
      return fail(ErrorCode::Input, call.words.front() + " printed more than " +
                                        std::to_string(call.limits.bytes) + " bytes and was killed");
  }
  return {};
}

}  // namespace

Expected<ProgramEnd> runProgram(const ProgramCall& call) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(call.folder, ignored))
    return fail(ErrorCode::Input, call.folder.string() + " is not there, or is no folder");
  ASSAY_TRY(Descriptor input, inputFile(call.input));
  ASSAY_TRY(Pipe output, openPipe());
  ASSAY_TRY(Pipe complaints, openPipe());
  ASSAY_TRY(const pid_t pid, start(call, {input.number(), output.write.number(), complaints.write.number()}));
  RunningProgram program(pid);
  const Clock::time_point deadline = Clock::now() + call.limits.time;
  output.write.close();
  complaints.write.close();
  Stream said{std::move(output.read)};
  Stream complained{std::move(complaints.read)};
  ASSAY_TRY_VOID(takeAll(call, deadline, said, complained));
  const auto code = program.waitUntil(deadline);
  if (!code) return tooLong(call);
  return ProgramEnd{*code, std::move(said.text), std::move(complained.text)};
}

std::vector<std::string> ownEnvironment() {
  std::vector<std::string> variables;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable)
    variables.emplace_back(*variable);
  return variables;
}

}  // namespace assay::provenance
