// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "manifest/manifest.h"

namespace assay::manifest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

model::AnnotatedFunction entryTaggedIn(const char* file, std::uint64_t id, const char* tagFile = "") {
  model::AnnotatedFunction function;
  function.file = file;
  function.id = id;
  function.tagFile = tagFile;
  return function;
}

class KeepUnread : public testing::Test {
 protected:
  std::vector<std::uint64_t> idsAfter(const std::vector<std::string>& unread) {
    keepUnread(before_, unread, now_, diagnostics_);
    std::vector<std::uint64_t> ids;
    for (const model::AnnotatedFunction& function : now_.functions) ids.push_back(function.id);
    return ids;
  }

  model::Manifest before_{{},
                          {{"a.cc", "1", {}}, {"db/b.cc", "2", {}}, {"dbx.cc", "3", {}}},
                          {entryTaggedIn("a.cc", 1), entryTaggedIn("db/b.cc", 2), entryTaggedIn("dbx.cc", 3)},
                          {}};
  model::Manifest now_;
  Diagnostics diagnostics_;
};

TEST_F(KeepUnread, WhatWasReadAndIsGoneIsGone) {
  EXPECT_THAT(idsAfter({}), IsEmpty());
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

TEST_F(KeepUnread, AFilesEntriesAndHashAreKeptAndSaid) {
  EXPECT_THAT(idsAfter({"a.cc"}), ElementsAre(1));
  ASSERT_THAT(now_.files, SizeIs(1));
  EXPECT_EQ(now_.files[0].hash, "1");
  ASSERT_THAT(diagnostics_.all(), SizeIs(1));
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-011");
  EXPECT_EQ(diagnostics_.all()[0].where.file, "a.cc");
}

TEST_F(KeepUnread, AFolderIsAllThatIsInIt) {
  EXPECT_THAT(idsAfter({"db/"}), ElementsAre(2));
}

TEST_F(KeepUnread, TheRootIsEverything) {
  EXPECT_THAT(idsAfter({"/"}), ElementsAre(1, 2, 3));
}

TEST_F(KeepUnread, WhatWasFoundThroughOtherFilesIsNotTwice) {
  now_.functions = {entryTaggedIn("a.cc", 1)};
  now_.files = {{"a.cc", "new", {}}};
  EXPECT_THAT(idsAfter({"a.cc"}), ElementsAre(1));
  EXPECT_THAT(now_.files, SizeIs(1));
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

TEST_F(KeepUnread, ATagInAnUnreadHeaderKeepsItsFunction) {
  before_.functions.push_back(entryTaggedIn("c.cc", 4, "c.h"));
  before_.files.push_back({"c.cc", "4", {}});
  EXPECT_THAT(idsAfter({"c.h"}), ElementsAre(4));
  EXPECT_THAT(now_.files, SizeIs(1));
}

}  // namespace
}  // namespace assay::manifest
