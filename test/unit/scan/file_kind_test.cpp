// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_kind.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

TEST(FileKind, IsToldByTheExtensionAlone) {
  EXPECT_EQ(kindOf("a/b.c"), FileKind::CSource);
  for (const char* name : {"a.cc", "a.cpp", "a.cxx", "a.c++", "a.C"})
    EXPECT_EQ(kindOf(name), FileKind::CppSource) << name;
  for (const char* name : {"a.hh", "a.hpp", "a.hxx", "a.inl", "a.ipp", "a.tpp"})
    EXPECT_EQ(kindOf(name), FileKind::CppHeader) << name;
  EXPECT_EQ(kindOf("x/a.h"), FileKind::Header);
  EXPECT_EQ(kindOf("x/a.inc"), FileKind::Header);
  EXPECT_EQ(kindOf("k.cu"), FileKind::Cuda);
}

TEST(FileKind, OtherFilesAreNone) {
  for (const char* name : {"a.py", "Makefile", "a.cc.in", "", ".c", "dir.c/readme", "a.", "c"})
    EXPECT_EQ(kindOf(name), FileKind::None) << name;
}

TEST(FileKind, SplitsPaths) {
  EXPECT_EQ(stemOf("lib/db.test.cc"), "db.test");
  EXPECT_EQ(folderOf("lib/db/db.cc"), "lib/db");
  EXPECT_EQ(folderOf("db.cc"), "");
  EXPECT_EQ(baseName("lib/db.cc"), "db.cc");
}

}  // namespace
}  // namespace assay::scan
