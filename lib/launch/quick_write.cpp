// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/quick_write.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

#include "support/file.h"

namespace assay::launch {

Expected<void> writeQuickly(const std::filesystem::path& path, const std::string& text) {
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  const auto temporary =
      path.parent_path() / fmt::format("{}{}.{}", kTemporaryPrefix, path.filename().string(), ::getpid());
  std::ofstream file(temporary, std::ios::binary);
  file << text << std::flush;
  if (!file)
    error = std::make_error_code(std::errc::io_error);
  else
    std::filesystem::rename(temporary, path, error);
  if (!error) return {};
  std::error_code ignored;
  std::filesystem::remove(temporary, ignored);
  return fail(ErrorCode::Output, "cannot write '" + path.string() + "': " + error.message());
}

}  // namespace assay::launch
