// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/length_names.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

TEST(LengthNames, SayThatANumberIsALength) {
  for (const char* name :
       {"size", "len", "length", "n", "count", "bytes", "num", "nbytes", "nmemb", "bufSize", "buf_len",
        "num_items", "n_items", "numItems", "len_", "LEN", "dataLength"})
    EXPECT_TRUE(isLengthName(name)) << name;
  for (const char* name :
       {"", "_", "flags", "mode", "sizes", "lens", "counter", "index", "number", "nothing", "buflen"})
    EXPECT_FALSE(isLengthName(name)) << name;
}

TEST(LengthNames, BelongToAPointer) {
  EXPECT_TRUE(isLengthOf("buf", "buflen"));
  EXPECT_TRUE(isLengthOf("buf", "buf_len"));
  EXPECT_TRUE(isLengthOf("source", "sourceLen"));
  EXPECT_TRUE(isLengthOf("items_", "nItems"));
  EXPECT_TRUE(isLengthOf("rows", "num_rows"));
  EXPECT_TRUE(isLengthOf("argv", "argc"));
  EXPECT_FALSE(isLengthOf("buf", "buf"));
  EXPECT_FALSE(isLengthOf("buf", "bufpos"));
  EXPECT_FALSE(isLengthOf("key", "valueLen"));
  EXPECT_FALSE(isLengthOf("", "len"));
}

TEST(LengthNames, BoundARange) {
  EXPECT_TRUE(isRange("first", "last"));
  EXPECT_TRUE(isRange("begin", "end"));
  EXPECT_TRUE(isRange("p", "limit"));
  EXPECT_FALSE(isRange("last", "first"));
  EXPECT_FALSE(isRange("name", "end"));
}

TEST(LengthNames, SayWhereAResultGoes) {
  for (const char* name : {"out", "dst", "result", "out_size", "outBuf", "dest"})
    EXPECT_TRUE(isOutputName(name)) << name;
  for (const char* name : {"output_of", "input", "route", "outer", "destiny"})
    EXPECT_EQ(isOutputName(name), std::string_view(name) == "output_of") << name;
}

}  // namespace
}  // namespace assay::scan
