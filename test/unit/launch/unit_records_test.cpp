// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/unit_records.h"

#include <gtest/gtest.h>

#include <chrono>

#include "launch/quick_write.h"
#include "support/hash.h"
#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

class UnitRecords : public testing::Test {
 protected:
  UnitRecords() {
    index_.roots = {"/src"};
    index_.files["a.h"] = {7, {}};
  }
  // True when the preparation asks for the unit to be built again.
  bool isRenewed() {
    const auto before = fs::last_write_time(places_.stamp("a.cpp")) - std::chrono::hours(1);
    fs::last_write_time(places_.stamp("a.cpp"), before);
    const auto renewed = renewStamps(places_, index_, {"a.cpp"});
    EXPECT_TRUE(renewed);
    EXPECT_EQ(*renewed == 1, fs::last_write_time(places_.stamp("a.cpp")) != before);
    return renewed && *renewed == 1;
  }

  Output objectAt(const std::string& name) {
    folder_.write(name, "");
    return {(folder_.path() / name).string(), true};
  }

  test::TemporaryFolder folder_;
  Places places_{folder_.path()};
  Index index_;
};

TEST_F(UnitRecords, KnowTheFormOfEachFileOfTheProject) {
  const Forms forms = formsOf(index_, {"/src/a.cpp", "/src/sub/../a.h", "/usr/include/stdio.h"});
  EXPECT_EQ(forms, (Forms{{"a.cpp", 0}, {"a.h", 7}}));
}

TEST_F(UnitRecords, MakeMissingStampsOnce) {
  EXPECT_EQ(renewStamps(places_, index_, {"a.cpp"}).value(), 0U);
  EXPECT_TRUE(fs::exists(places_.stamp("a.cpp")));
  EXPECT_FALSE(isRenewed());
}

TEST_F(UnitRecords, RenewAStampWhenAFormIsAnotherNow) {
  makeOldStamp(places_, "a.cpp");
  ASSERT_TRUE(noteForms(places_, "a.cpp", objectAt("a.o"), {{"a.cpp", 0}, {"a.h", 7}}));
  EXPECT_FALSE(isRenewed());
  index_.files["a.h"].hash = 8;
  EXPECT_TRUE(isRenewed());
  ASSERT_TRUE(noteForms(places_, "a.cpp", objectAt("a.o"), {{"a.cpp", 0}, {"a.h", 8}}));
  EXPECT_FALSE(isRenewed());
}

TEST_F(UnitRecords, RenewAStampWhenAFileGainsOrLosesItsGuards) {
  makeOldStamp(places_, "a.cpp");
  ASSERT_TRUE(noteForms(places_, "a.cpp", objectAt("a.o"), {{"a.cpp", 0}, {"a.h", 7}}));
  index_.files["b.h"] = {9, {}};  // which a.cpp does not read
  EXPECT_FALSE(isRenewed());
  index_.files["a.cpp"] = {9, {}};
  EXPECT_TRUE(isRenewed());
  index_.files.clear();
  EXPECT_TRUE(isRenewed());
}

TEST_F(UnitRecords, RenewStampsOfUnitsThatTheBuildSystemDoesNotName) {
  const std::string unit = unitKey(index_, "/build/unity_0.cxx");
  makeOldStamp(places_, unit);
  ASSERT_TRUE(noteForms(places_, unit, objectAt("unity_0.o"), {{"a.h", 6}}));
  EXPECT_EQ(renewStamps(places_, index_, {}).value(), 1U);
}

TEST_F(UnitRecords, CountEveryObjectOfAUnit) {
  makeOldStamp(places_, "a.cpp");
  ASSERT_TRUE(noteForms(places_, "a.cpp", objectAt("one/a.o"), {{"a.h", 7}}));
  ASSERT_TRUE(noteForms(places_, "a.cpp", objectAt("two/a.o"), {{"a.h", 6}}));
  EXPECT_TRUE(isRenewed());
}

TEST_F(UnitRecords, ForgetAnObjectThatIsGone) {
  makeOldStamp(places_, "a.cpp");
  const Output old = objectAt("old.o");
  ASSERT_TRUE(noteForms(places_, "a.cpp", old, {{"a.h", 6}}));
  ASSERT_TRUE(noteForms(places_, "a.cpp", objectAt("new.o"), {{"a.h", 7}}));
  EXPECT_TRUE(isRenewed());
  fs::remove(old.path);
  EXPECT_FALSE(isRenewed());
}

TEST_F(UnitRecords, KeepWhatIsNotedByADependencyFile) {
  makeOldStamp(places_, "a.cpp");
  ASSERT_TRUE(
      noteForms(places_, "a.cpp", {(folder_.path() / "read-and-removed.d").string(), false}, {{"a.h", 6}}));
  EXPECT_TRUE(isRenewed());
}

TEST_F(UnitRecords, TakeADamagedRecordForAnOldOne) {
  makeOldStamp(places_, "a.cpp");
  ASSERT_TRUE(writeQuickly(places_.records("a.cpp") / hex64(1), "what is this"));
  EXPECT_TRUE(isRenewed());
}

TEST_F(UnitRecords, AStampMadeForACompilerIsOlderThanItsObject) {
  makeOldStamp(places_, "a.cpp");
  ASSERT_TRUE(writeQuickly(folder_.path() / "object", ""));
  EXPECT_LT(fs::last_write_time(places_.stamp("a.cpp")), fs::last_write_time(folder_.path() / "object"));
}

}  // namespace
}  // namespace assay::launch
