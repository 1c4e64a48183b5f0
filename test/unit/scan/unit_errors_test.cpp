// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unit_errors.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

const UnitDiagnostic kMissing{true, "/r/a.cc", 1, 10, "'x.h' file not found"};
const UnitDiagnostic kSyntax{true, "/r/a.cc", 4, 2, "expected ';'"};
const UnitDiagnostic kDriver{true, "", 0, 0, "unsupported option"};
const UnitDiagnostic kWarning{false, "/r/a.cc", 2, 1, "unused"};

CompileCommand commandOf(const std::string& file, bool guessed) {
  return {"/r", file, {"c++"}, guessed};
}

TEST(UnitErrors, EachUnitOfTheBuildGetsOneWarningAtItsFirstError) {
  UnitErrors errors;
  errors.add(commandOf("/r/a.cc", false), {kWarning, kDriver, kSyntax, kMissing});
  errors.add(commandOf("/r/b.cc", false), {{true, "/usr/x.h", 3, 1, "bad"}});
  errors.add(commandOf("/r/c.cc", false), {kWarning, kDriver});
  Diagnostics said;
  errors.report("/r", said);
  ASSERT_EQ(said.all().size(), 2U);
  EXPECT_EQ(said.all()[0].id, "assay-scan-007");
  EXPECT_EQ(said.all()[0].severity, Severity::Warning);
  EXPECT_EQ(said.all()[0].where, (Location{"a.cc", 4, 2}));
  EXPECT_EQ(said.all()[0].message, "a.cc does not compile: expected ';'");
  EXPECT_EQ(said.all()[1].where.file, "/usr/x.h");
}

TEST(UnitErrors, GuessedUnitsAreSummedUpInOneNote) {
  UnitErrors errors;
  errors.add(commandOf("/r/a.cc", true), {kMissing});
  errors.add(commandOf("/r/b.cc", true), {kSyntax});
  Diagnostics said;
  errors.report("/r", said);
  ASSERT_EQ(said.all().size(), 1U);
  EXPECT_EQ(said.all()[0].severity, Severity::Note);
  EXPECT_EQ(said.all()[0].message.substr(0, 2), "2 ");
}

TEST(UnitErrors, FlagsThatClangLacksAreOneNoteEachOnce) {
  UnitErrors errors;
  errors.addUnknown({"-ftwo-nonesuch", "-fone-nonesuch"});
  errors.addUnknown({"-ftwo-nonesuch"});
  Diagnostics said;
  errors.report("/r", said);
  ASSERT_EQ(said.all().size(), 1U);
  EXPECT_EQ(said.all()[0].id, "assay-scan-020");
  EXPECT_EQ(said.all()[0].severity, Severity::Note);
  EXPECT_TRUE(said.all()[0].message.ends_with(": -fone-nonesuch -ftwo-nonesuch"));
}

TEST(UnitErrors, FilesThatFlagsNameAreEachSaidOnceAndNotWithoutEnd) {
  UnitErrors errors;
  errors.addLacking(commandOf("/r/b.cc", false), {"/r/gen/c.h"});
  errors.addLacking(commandOf("/r/a.cc", false), {"/r/gen/c.h"});
  for (const char* name : {"@1", "@2", "@3", "@4", "@5", "@6"})
    errors.addLacking(commandOf("/r/a.cc", false), {name});
  Diagnostics said;
  errors.report("/r", said);
  ASSERT_EQ(said.all().size(), 5U);
  EXPECT_EQ(said.all()[0].id, "assay-scan-022");
  EXPECT_EQ(said.all()[0].where.file, "a.cc");
  EXPECT_EQ(said.all()[0].message.substr(0, 9), "gen/c.h i");
  EXPECT_TRUE(said.all()[4].message.ends_with("2 other files"));
}

TEST(PathFrom, CutsTheRootOnlyAtAFolder) {
  EXPECT_EQ(pathFrom("/r", "/r/a/b.c"), "a/b.c");
  EXPECT_EQ(pathFrom("/r", "/rest/b.c"), "/rest/b.c");
  EXPECT_EQ(pathFrom("/r", "/r"), "/r");
}

}  // namespace
}  // namespace assay::scan
