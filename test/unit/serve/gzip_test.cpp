// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace assay::serve {
namespace {

std::string unzipped(std::string packed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string text(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

TEST(Gzip, GivesTheBytesBack) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += std::to_string(i * i) + "\"}";
  for (const std::string& one : {std::string(), std::string("a\0b", 3), text})
    EXPECT_EQ(unzipped(gzip(one)), one);
  EXPECT_LT(gzip(text).size(), text.size() / 2);
}

}  // namespace
}  // namespace assay::serve
