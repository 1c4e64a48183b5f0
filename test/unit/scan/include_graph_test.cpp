// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/include_graph.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Graph : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text) {
    files_.push_back(folder_.write(name, text).string());
  }
  [[nodiscard]] IncludeGraph graph() const { return {files_, 2}; }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  test::TemporaryFolder folder_;
  std::vector<std::string> files_;
};

TEST_F(Graph, FindsIncludersNearestFirst) {
  add("include/db/db.h", "");
  add("include/db/env.h", "#include \"db/db.h\"\n");
  add("src/a.cc", "#include \"db/env.h\"\n");
  add("src/z.cc", "#include <db/db.h>\n");
  add("src/other.cc", "#include <vector>\n");
  EXPECT_THAT(graph().includersOf(path("include/db/db.h")),
              ElementsAre(path("include/db/env.h"), path("src/z.cc"), path("src/a.cc")));
  EXPECT_THAT(graph().includersOf(path("src/a.cc")), IsEmpty());
}

TEST_F(Graph, TheFileBesideTheIncluderWins) {
  add("a/util.h", "");
  add("b/util.h", "");
  add("b/x.cc", "#include \"util.h\"\n");
  add("c/y.cc", "#include \"util.h\"\n");
  add("b/up.cc", "#include \"../a/util.h\"\n");
  const IncludeGraph all = graph();
  EXPECT_THAT(all.targetsOf(path("b/x.cc"), {"util.h", false}), ElementsAre(path("b/util.h")));
  EXPECT_THAT(all.targetsOf(path("c/y.cc"), {"util.h", false}),
              ElementsAre(path("a/util.h"), path("b/util.h")));
  EXPECT_THAT(all.includersOf(path("a/util.h")), ElementsAre(path("b/up.cc"), path("c/y.cc")));
}

TEST_F(Graph, ReadsOnlyFilesOfWhichNothingIsKnown) {
  add("b.cc", "#include \"h.h\"\n");
  add("a.cc", "#include \"h.h\"\n");
  add("h.h", "");
  Directives includesNothing;
  static_cast<void>(includesNothing.includes(path("h.h")));
  IncludeGraph all(files_, 1, {{}, includesNothing, includesNothing});
  EXPECT_THAT(all.includersOf(path("h.h")), ElementsAre(path("b.cc")));
  EXPECT_EQ(*all.directivesOf(path("a.cc")), includesNothing);
  EXPECT_EQ(all.directivesOf(path("gone.cc")), nullptr);
}

TEST_F(Graph, CyclesEnd) {
  add("a.h", "#include \"b.h\"\n");
  add("b.h", "#include \"a.h\"\n");
  EXPECT_THAT(graph().includersOf(path("a.h")), ElementsAre(path("b.h")));
}

}  // namespace
}  // namespace assay::scan
