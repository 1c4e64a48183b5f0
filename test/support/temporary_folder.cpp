// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/temporary_folder.h"

#include <stdlib.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace assay::test {
namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "assay-test.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  path_ = fs::canonical(name);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

std::string TemporaryFolder::read(std::string_view name) const {
  std::ifstream in(path_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

AsNobody::AsNobody(const TemporaryFolder& folder) : wasRoot_(::geteuid() == 0) {
  constexpr uid_t kNobody = 65534;
  if (!wasRoot_) return;
  bool given = ::chown(folder.path().c_str(), kNobody, -1U) == 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder.path()))
    given = given && ::lchown(entry.path().c_str(), kNobody, -1U) == 0;
  if (!given || ::seteuid(kNobody) != 0) throw std::runtime_error("cannot become nobody");
}

AsNobody::~AsNobody() {
  if (wasRoot_ && ::seteuid(0) != 0) ::abort();
}

}  // namespace assay::test
