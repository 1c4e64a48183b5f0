// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_kind.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

TEST(FileKind, IsToldByTheExtensionAlone) {
  EXPECT_EQ(kindOf("a/b.c"), FileKind::CSource);
  for (const char* name :
       {"a.cc", "a.cpp", "a.cxx", "a.c++", "a.C", "a.cp", "a.CPP", "a.Cxx", "a.cppm", "a.ixx", "a.ccm"})
    EXPECT_EQ(kindOf(name), FileKind::CppSource) << name;
  for (const char* name :
       {"a.hh", "a.hpp", "a.hxx", "a.inl", "a.ipp", "a.tpp", "a.tcc", "a.TCC", "a.H", "a.HPP"})
    EXPECT_EQ(kindOf(name), FileKind::CppHeader) << name;
  EXPECT_EQ(kindOf("x/a.h"), FileKind::Header);
  EXPECT_EQ(kindOf("x/a.inc"), FileKind::Header);
  EXPECT_EQ(kindOf("x/A.INC"), FileKind::Header);
  EXPECT_EQ(kindOf("k.cu"), FileKind::Cuda);
}

TEST(FileKind, OtherFilesAreNone) {
  for (const char* name : {"a.py", "Makefile", "a.cc.in", "", ".c", "dir.c/readme", "a.", "c", "a.m", "a.mm",
                           "a.cpp~", "a.cppmodule"})
    EXPECT_EQ(kindOf(name), FileKind::None) << name;
}

TEST(FileKind, SplitsPaths) {
  EXPECT_EQ(stemOf("lib/db.test.cc"), "db.test");
  EXPECT_EQ(folderOf("lib/db/db.cc"), "lib/db");
  EXPECT_EQ(folderOf("db.cc"), "");
  EXPECT_EQ(baseName("lib/db.cc"), "db.cc");
}

TEST(FileKind, TextualFilesAreIncludedInTheMiddleOfOthers) {
  for (const char* path : {"a.inc", "d/a.inl", "a.ipp", "a.tpp", "a.tcc", "a.def"})
    EXPECT_TRUE(isTextual(path)) << path;
  for (const char* path : {"a.h", "a.hpp", "a.cc", "inc", "a.inc.h"}) EXPECT_FALSE(isTextual(path)) << path;
}

}  // namespace
}  // namespace assay::scan
