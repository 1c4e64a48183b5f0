// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/trace_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "provenance/descriptor.h"

namespace assay::provenance {
namespace {

std::unexpected<Error> unreadable(const std::string& why) {
  return fail(ErrorCode::Input, why);
}

std::unexpected<Error> bySystem() {
  // What open() says of a symbolic link that it is not to follow.
  return unreadable(errno == ELOOP ? "it is a symbolic link" : std::generic_category().message(errno));
}

}  // namespace

Expected<std::string> readTraceFile(const std::filesystem::path& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat facts = {};
  if (file.number() < 0 || fstat(file.number(), &facts) != 0) return bySystem();
  if (!S_ISREG(facts.st_mode)) return unreadable("it is no plain file");
  std::string bytes(kLargestTraceFile + 1, '\0');
  std::size_t count = 0;
  while (count < bytes.size()) {
    const ssize_t got = read(file.number(), bytes.data() + count, bytes.size() - count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return bySystem();
    if (got == 0) break;
    count += static_cast<std::size_t>(got);
  }
  if (count > kLargestTraceFile)
    return unreadable(fmt::format("it has more than {} MiB", kLargestTraceFile >> 20));
  bytes.resize(count);
  bytes.shrink_to_fit();
  return bytes;
}

}  // namespace assay::provenance
