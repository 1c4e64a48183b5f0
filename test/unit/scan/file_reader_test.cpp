// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_reader.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

TEST(FileReader, ReadsWhateverSizeWasExpected) {
  const test::TemporaryFolder folder;
  const std::string large(5'000'000, 'x');  // larger than what a reader begins with
  folder.write("a", "abc");
  folder.write("b", large);
  folder.write("c", "");
  const int fd = ::open(folder.path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  FileReader reader;
  for (const std::size_t expected : {0UZ, 2UZ, 3UZ, 4UZ, 65'536UZ, 5'000'000UZ}) {
    EXPECT_EQ(reader.read(fd, "a", expected).value(), "abc");
    EXPECT_EQ(reader.read(fd, "b", expected).value(), large);
    EXPECT_EQ(reader.read(fd, "c", expected).value(), "");
  }
  EXPECT_FALSE(reader.read(fd, "gone", 3));
  EXPECT_FALSE(reader.read(fd, ".", 3));
  ::close(fd);
}

}  // namespace
}  // namespace assay::scan
