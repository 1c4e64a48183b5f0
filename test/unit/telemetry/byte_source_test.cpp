// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/byte_source.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include "support/segment_image.h"
#include "support/temporary_folder.h"

namespace assay::telemetry {
namespace {

void expectReadsExactlyItsBytes(const ByteSource& source) {
  std::string target(3, '?');
  const auto bytes = [&](std::size_t count) {
    return std::as_writable_bytes(std::span(target).first(count));
  };
  EXPECT_EQ(source.size(), 5u);
  EXPECT_TRUE(source.read(2, bytes(3)));
  EXPECT_EQ(target, "cde");
  EXPECT_TRUE(source.read(5, bytes(0)));
  EXPECT_FALSE(source.read(3, bytes(3)));
  EXPECT_FALSE(source.read(6, bytes(1)));
  EXPECT_FALSE(source.read(~std::uint64_t{0}, bytes(3)));
  EXPECT_FALSE(source.read(std::uint64_t{1} << 63, bytes(1)));
}

TEST(ByteSource, MemoryReadsExactlyItsBytes) {
  const std::string text = "abcde";
  expectReadsExactlyItsBytes(MemorySource(test::bytesOf(text)));
}

TEST(ByteSource, AFileReadsExactlyItsBytes) {
  const test::TemporaryFolder folder;
  const int descriptor = ::open(folder.write("f", "abcde").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_GE(descriptor, 0);
  expectReadsExactlyItsBytes(FileSource(descriptor));
  ::close(descriptor);
}

TEST(ByteSource, AFileThatGrowsIsSeenToGrow) {
  const test::TemporaryFolder folder;
  const int descriptor = ::open(folder.write("f", "abc").c_str(), O_RDONLY | O_CLOEXEC);
  const FileSource source(descriptor);
  EXPECT_EQ(source.size(), 3u);
  folder.write("f", "abcdefg");
  EXPECT_EQ(source.size(), 7u);
  ::close(descriptor);
}

}  // namespace
}  // namespace assay::telemetry
