// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace assay::test {
namespace {

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

std::string contents(std::FILE* file) {
  std::rewind(file);
  std::string text;
  char buffer[4096];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, count);
  return text;
}

[[noreturn]] void becomeChild(const Command& command, std::FILE* in, std::FILE* out, std::FILE* err) {
  ::dup2(::fileno(in), STDIN_FILENO);
  ::dup2(::fileno(out), STDOUT_FILENO);
  ::dup2(::fileno(err), STDERR_FILENO);
  for (const auto& [name, value] : command.environment) ::setenv(name.c_str(), value.c_str(), 1);
  if (!command.folder.empty() && ::chdir(command.folder.c_str()) != 0) ::_exit(127);
  std::vector<char*> arguments;
  for (const std::string& argument : command.arguments)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  std::fprintf(stderr, "%s: %s\n", arguments[0], std::strerror(errno));
  std::fflush(stderr);
  ::_exit(127);
}

}  // namespace

Run run(const Command& command) {
  // Files instead of pipes: no reader has to keep up, so nothing can block.
  const File in(std::tmpfile()), out(std::tmpfile()), err(std::tmpfile());
  if (!in || !out || !err) return {127, "", "no temporary files"};
  std::fwrite(command.input.data(), 1, command.input.size(), in.get());
  std::rewind(in.get());
  const pid_t child = ::fork();
  if (child < 0) return {127, "", std::strerror(errno)};
  if (child == 0) becomeChild(command, in.get(), out.get(), err.get());
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, contents(out.get()), contents(err.get())};
}

}  // namespace assay::test
