// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/directives.h"

#include <gmock/gmock.h>

#include "support/hash.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(IncludeLines, ReadsEveryForm) {
  EXPECT_THAT(
      includeLines(
          "#include \"a.h\"\n  #  include <b/c.h> // x\n#include_next <d.h>\n#import \"e.h\"\n"
          "x #include \"no.h\"\n#include MACRO\n#include \"open\n#include \"\"\n#define include \"f\"\n"),
      ElementsAre(IncludeLine{"a.h", false}, IncludeLine{"b/c.h", true}, IncludeLine{"d.h", true},
                  IncludeLine{"e.h", false}));
  EXPECT_THAT(includeLines(""), IsEmpty());
  EXPECT_THAT(includeLines("#"), IsEmpty());
  EXPECT_THAT(includeLines("\xEF\xBB\xBF#include <a>"), ElementsAre(IncludeLine{"a", true}));
}

TEST(PlainIncludes, StandOutsideOfEveryConditionButAGuard) {
  EXPECT_THAT(plainIncludes("#include \"a.h\"\n#ifdef X\n#include \"b.h\"\n#endif\n#include <c.h>\n"),
              ElementsAre(IncludeLine{"a.h", false}, IncludeLine{"c.h", true}));
  EXPECT_THAT(plainIncludes("#ifndef A_H\n#define A_H\n#include \"a.h\"\n#endif\n"),
              ElementsAre(IncludeLine{"a.h", false}));
  EXPECT_THAT(plainIncludes("#ifndef A_H\n#include \"a.h\"\n#endif\n"), IsEmpty());
}

TEST(DirectivesOfAFile, AreReadOnceEach) {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("a.h", "#include \"b.h\"\n#define A\n#undef B\n").string();
  Directives directives;
  EXPECT_THAT(directives.includes(file), ElementsAre(IncludeLine{"b.h", false}));
  folder.write("a.h", "#include \"c.h\"\n#define A\n#undef B\n");
  EXPECT_THAT(directives.includes(file), ElementsAre(IncludeLine{"b.h", false}));
  EXPECT_THAT(directives.knownIncludes(), ElementsAre(IncludeLine{"b.h", false}));
  EXPECT_THAT(directives.plainIncludes(file), ElementsAre(IncludeLine{"c.h", false}));
  EXPECT_THAT(directives.macros(file), UnorderedElementsAre(hash64("A"), hash64("B")));
}

TEST(DirectivesOfAFile, ThatCannotBeReadSayNothing) {
  Directives directives;
  EXPECT_THAT(directives.includes("/nonesuch/a.h"), IsEmpty());
  EXPECT_THAT(directives.plainIncludes("/nonesuch/a.h"), IsEmpty());
  EXPECT_THAT(directives.macros("/nonesuch/a.h"), IsEmpty());
}

}  // namespace
}  // namespace assay::scan
