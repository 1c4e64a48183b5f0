// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/msvc_arguments.h"

#include <gmock/gmock.h>

#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Translation translateMicrosoft(const std::string& line) {
  std::vector<std::string> words;
  for (const std::string_view word : split(line, ' ')) words.emplace_back(word);
  return fromMicrosoft(words);
}

TEST(MicrosoftStyle, IsKnownByTheCompilersName) {
  for (const char* name :
       {"cl", "cl.exe", "CL.EXE", "C:\\VC\\cl.exe", "/usr/bin/clang-cl-22", "clang-cl.exe"})
    EXPECT_TRUE(isMicrosoftStyle(name)) << name;
  for (const char* name : {"clang", "g++", "ccl", "cl2"}) EXPECT_FALSE(isMicrosoftStyle(name)) << name;
}

TEST(FromMicrosoft, TranslatesWhatChangesTheMeaning) {
  const Translation line = translateMicrosoft(
      "cl.exe /nologo /Iinc /I other\\inc -DX=1 /D Y /UZ /FIall.h /external:I ext /std:c++20 /EHsc /GR- /J "
      "/MDd /TP /c a.cc /Foa.obj /Fd: x");
  EXPECT_THAT(line.arguments, ElementsAre("-fms-extensions", "-I", "inc", "-I", "other/inc", "-D", "X=1",
                                          "-D", "Y", "-U", "Z", "-include", "all.h", "-isystem", "ext",
                                          "-std=c++20", "-fno-rtti", "-funsigned-char", "-D_DEBUG", "-xc++"));
  EXPECT_THAT(line.unknown, IsEmpty());
}

TEST(FromMicrosoft, PrecompiledHeadersWarningsAndCodeGenerationAreHarmless) {
  const Translation line = translateMicrosoft(
      "cl /Yupch.h /Fpx.pch /W4 /WX /wd4996 /O2 /Zi /Zc:__cplusplus /MP8 /permissive- "
      "/bigobj /utf-8 /fp:fast /RTC1 /Gy a.cc /link x.lib /Iignored");
  EXPECT_THAT(line.arguments, ElementsAre("-fms-extensions"));
  EXPECT_THAT(line.unknown, IsEmpty());
}

TEST(FromMicrosoft, ClangClsOwnWordsPassAndOthersAreNamed) {
  const Translation line = translateMicrosoft(
      "clang-cl --target=x86_64-pc-windows-msvc -fno-exceptions /clang:-DQ -Xclang -x -imsvcsdk /kernel2 "
      "a.cc");
  EXPECT_THAT(line.arguments, ElementsAre("-fms-extensions", "--target=x86_64-pc-windows-msvc",
                                          "-fno-exceptions", "-DQ", "-Xclang", "-x", "-isystem", "sdk"));
  EXPECT_THAT(line.unknown, ElementsAre("/kernel2"));
}

TEST(FromMicrosoft, AFileIsNoOptionThoughItBeginsWithASlash) {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("Users.cc", "").string();
  const Translation line = fromMicrosoft({"cl", file, "/Tp", "x.inl", "/Tcy.c"});
  EXPECT_THAT(line.arguments, ElementsAre("-fms-extensions", "-xc++", "-xc"));
  EXPECT_THAT(line.unknown, IsEmpty());
}

}  // namespace
}  // namespace assay::scan
