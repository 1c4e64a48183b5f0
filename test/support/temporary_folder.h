// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A folder of its own for a test, gone afterwards.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace assay::test {

class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file below the folder (making folders as needed) and returns its full path.
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;
  [[nodiscard]] std::string read(std::string_view name) const;

 private:
  std::filesystem::path path_;
};

/// While it lives, the process may do what nobody may: root reads and writes everything, and would see no
/// error. The folder is given to nobody; without root nothing changes. One at a time.
class AsNobody {
 public:
  explicit AsNobody(const TemporaryFolder& folder);
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody();

 private:
  bool wasRoot_;
};

}  // namespace assay::test
