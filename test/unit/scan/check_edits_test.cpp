// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// EditCheck is declared in scan/scan.h.
#include <gmock/gmock.h>

#include "scan/scan.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class CheckEdits : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text) { folder_.write(name, text); }
  void addDatabase(const std::string& unit, const std::string& flags) {
    add("build/compile_commands.json", "[{\"directory\": \"" + folder_.path().string() + "\", \"file\": \"" +
                                           unit + "\", \"command\": \"c++ " + flags + " -c " + unit + "\"}]");
  }
  void addDatabaseOfTwo(const std::string& first, const std::string& second) {
    const auto row = [&](const std::string& words) {
      const std::string unit = words.substr(words.rfind(' ') + 1);
      return "{\"directory\": \"" + folder_.path().string() + "\", \"file\": \"" + unit +
             "\", \"command\": \"c++ -c " + words + "\"}";
    };
    add("build/compile_commands.json", "[" + row(first) + ", " + row(second) + "]");
  }
  std::vector<NewDiagnostic> check(const std::vector<Overlay>& overlays) {
    auto found = open().check(overlays);
    if (!found) throw std::runtime_error(found.error().message);
    return *std::move(found);
  }
  EditCheck open() {
    auto check = EditCheck::open({folder_.path(), {}, {}, {}}, runtime_.path());
    if (!check) throw std::runtime_error(check.error().message);
    return *std::move(check);
  }

  test::TemporaryFolder folder_;
  test::TemporaryFolder runtime_;
};

TEST_F(CheckEdits, AHarmlessEditBringsNothing) {
  runtime_.write("assay/guard.h", "struct Guard { Guard() {} ~Guard() {} };\n");
  add("a.cc", "int f() { return 1; }\n");
  EXPECT_THAT(check({{"a.cc", "#include <assay/guard.h> \nint f() { Guard g; return 1; }\n"}}), IsEmpty());
  EXPECT_THAT(check({}), IsEmpty());
}

TEST_F(CheckEdits, NamesTheErrorItsEditBrings) {
  add("src/a.cc", "int f() { return 1; }\n");
  const auto found = check({{"src/a.cc", "int f() { nonsense; return 1; }\n"}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].file, "src/a.cc");
  EXPECT_EQ(found[0].line, 1U);
  EXPECT_EQ(found[0].column, 11U);
  EXPECT_THAT(found[0].text, HasSubstr("nonsense"));
}

TEST_F(CheckEdits, WhatWasThereBeforeIsNotNewEvenWhenItsColumnMoves) {
  add("a.cc", "int f() { return missing; }\nint g() { return gone; }\n");
  EXPECT_THAT(check({{"a.cc", "int f() { ; return missing; }\nint g() { return gone; }\n"}}), IsEmpty());
  EXPECT_EQ(check({{"a.cc", "int f() { missing; return missing; }\nint g() { return gone; }\n"}}).size(), 1U);
}

TEST_F(CheckEdits, TheBuildsOwnWarningsCount) {
  add("a.cc", "int f() { return 1; }\n");
  const Overlay overlay{"a.cc", "int f() { int unused; return 1; }\n"};
  EXPECT_THAT(check({overlay}), IsEmpty());
  addDatabase("a.cc", "-Wall -Werror");
  ASSERT_EQ(check({overlay}).size(), 1U);
  EXPECT_THAT(check({overlay})[0].text, HasSubstr("unused"));
}

TEST_F(CheckEdits, HeadersAreCheckedThroughAUnitThatEntersThem) {
  add("h.h", "inline int f() { return BUILT; }\n");
  add("not.cc", "#if 0\n#include \"h.h\"\n#endif\n");
  add("use.cc", "#define BUILT 1\n#include \"h.h\"\n");
  const auto found = check({{"h.h", "inline int f() { bad; return BUILT; }\n"}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].file, "h.h");
  EXPECT_THAT(found[0].text, HasSubstr("bad"));
}

// C++11 has no declarations in a constexpr function.
TEST_F(CheckEdits, AHeaderIsCheckedUnderEachStandardOfItsUnits) {
  add("h.h", "constexpr int f() { return 1; }\n");
  add("a.cc", "#include \"h.h\"\n");
  add("b.cc", "#include \"h.h\"\n");
  const Overlay overlay{"h.h", "constexpr int f() { int guard = 0; return 1 + guard; }\n"};
  addDatabaseOfTwo("-std=c++17 a.cc", "-std=gnu++17 b.cc");
  EXPECT_THAT(check({overlay}), IsEmpty());
  addDatabaseOfTwo("-std=c++17 a.cc", "-Werror=c++14-extensions -std=gnu++11 b.cc");
  ASSERT_EQ(check({overlay}).size(), 1U);
  EXPECT_EQ(check({overlay})[0].file, "h.h");
}

TEST_F(CheckEdits, AUnitIsCheckedUnderEachStandardThatItIsBuiltWith) {
  add("a.cc", "constexpr int f() { return 1; }\n");
  const Overlay overlay{"a.cc", "constexpr int f() { int guard = 0; return 1 + guard; }\n"};
  addDatabaseOfTwo("-std=c++17 a.cc", "-Werror=c++14-extensions -std=c++11 a.cc");
  EXPECT_EQ(check({overlay}).size(), 1U);
}

TEST_F(CheckEdits, BodiesOfTemplatesAreCheckedToo) {
  add("a.cc", "template <class T> int f(T) { return 1; }\nint g() { return f(1); }\n");
  EXPECT_EQ(check({{"a.cc", "template <class T> int f(T t) { t.x; return 1; }\nint g() { return f(1); }\n"}})
                .size(),
            1U);
}

TEST_F(CheckEdits, OnlyUnitsThatEnterAChangedFileAreParsedAgain) {
  add("h.h", "inline int f() { return 1; }\n");
  add("a.cc", "#include \"h.h\"\nint a() { return f(); }\n");
  add("b.cc", "int b() { return gone; }\n");
  const Overlay a{"a.cc", "#include \"h.h\"\nint a() { ; return f(); }\n"};
  const Overlay b{"b.cc", "int b() { bad; return gone; }\n"};
  EditCheck check = open();
  EXPECT_EQ(check.check({a, b})->size(), 1U);
  const std::size_t first = check.parsed();
  EXPECT_EQ(first, 3U) << "b.cc with and without the overlay";
  EXPECT_EQ(check.check({a, b})->size(), 1U) << "as before, parsed or not";
  EXPECT_EQ(check.parsed(), first);
  EXPECT_THAT(*check.check({a, {"b.cc", "int b() { ; return gone; }\n"}}), IsEmpty());
  EXPECT_EQ(check.parsed(), first + 1) << "what b.cc says without an overlay is known";
  EXPECT_EQ(check.check({a, {"h.h", "inline int f() { worse; return 1; }\n"}})->size(), 1U);
  EXPECT_EQ(check.parsed(), first + 3) << "a.cc enters h.h, and had nothing to say of itself";
}

// Each round of a search for a guilty guard would else parse all units of a header.
TEST_F(CheckEdits, UnitsThatTookAllEditsAreParsedAgainOnlyWhenTheOthersAreContent) {
  add("h.h", "inline int f() { return 1; }\n");
  std::vector<Overlay> units;
  for (const std::string name : {"a", "b", "c"}) {
    add(name + ".cc", "#include \"h.h\"\nint " + name + "() { return f(); }\n");
    units.push_back({name + ".cc", "#include \"h.h\"\nint " + name + "() { ; return f(); }\n"});
  }
  add("d.cc", "#define BAD\n#include \"h.h\"\nint d() { return f(); }\n");
  units.push_back({"d.cc", "#define BAD\n#include \"h.h\"\nint d() { ; return f(); }\n"});
  EditCheck check = open();
  const auto with = [&](const std::string& header) {
    std::vector<Overlay> all = units;
    all.push_back({"h.h", header});
    return check.check(all)->size();
  };
  EXPECT_EQ(with("#ifdef BAD\n#define GUARD bad;\n#else\n#define GUARD\n#endif\ninline int f() { GUARD "
                 "return 1; }\n"),
            1U);
  const std::size_t first = check.parsed();
  EXPECT_EQ(first, 5U) << "d.cc without the overlays, too";
  EXPECT_EQ(with("#ifdef BAD\n#define GUARD worse;\n#else\n#define GUARD\n#endif\ninline int f() { GUARD "
                 "return 1; }\n"),
            1U);
  EXPECT_EQ(check.parsed(), first + 1) << "d.cc";
  EXPECT_EQ(with("inline int f() { ; return 1; }\n"), 0U);
  EXPECT_EQ(check.parsed(), first + 5) << "all, to be sure";
}

TEST_F(CheckEdits, AMissingFileIsAnInputError) {
  const auto found = open().check({{"gone.cc", ""}});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::Input);
}

TEST_F(CheckEdits, AUnitsFileThatOthersIncludeIsSeenAsAPartOfThem) {
  addDatabase("a.c", "-Wall");
  add("a.c", "typedef int word;\n#define ASKED\n#include \"part.c\"\n");
  add("part.c", "#ifdef ASKED\nword f(void) { return 1; }\n#endif\n");
  EXPECT_THAT(check({{"part.c", "#ifdef ASKED\nword f(void) { ; return 1; }\n#endif\n"}}), IsEmpty());
  const auto found = check({{"part.c", "#ifdef ASKED\nword f(void) { nonsense; return 1; }\n#endif\n"}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].file, "part.c");
}

TEST_F(CheckEdits, AnEditThatTheFirstUnitSkipsIsSeenThroughAnother) {
  add("h.h", "#pragma once\n#ifdef ASKED\ninline int f() { return 1; }\n#endif\n");
  add("a.cc", "#include \"h.h\"\n");
  add("b.cc", "#define ASKED\n#include \"h.h\"\n");
  const auto found =
      check({{"h.h", "#pragma once\n#ifdef ASKED\ninline int f() { nonsense; return 1; }\n#endif\n"}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].text, HasSubstr("nonsense"));
}

}  // namespace
}  // namespace assay::scan
