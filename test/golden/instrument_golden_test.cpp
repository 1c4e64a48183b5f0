// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Six verdicts on every rewriting: equal bytes; compiles with GCC and Clang without a warning; a second run
// changes nothing; strip gives the input back; no line of the user's moves; the program behaves as before.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "golden/compilers.h"
#include "golden/expectation.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Says in its own words what an insertion looks like, so that it does not share a mistake with the program.
std::string withoutInsertion(const std::string& line) {
  static const std::regex kInclude(R"re(^(\xef\xbb\xbf)?#include <assay/inserted(_experiment)?\.h> )re");
  static const std::regex kGuard(
      R"re(( ASSAY_INSERTED_(ROLLOUT(_VOID)?|SHADOW)(_BY)?\(0x[0-9a-f]{16}, "([^"\\]|\\.)*", ([0-9]+|ASSAY_INSERTED_BREAKER\([0-9]+, [0-9]+, [0-9]+\)), 0x[0-9a-f]{16}, "([^"\\]|\\.)*", [^;]*\);( ASSAY_INSERTED_SIZE(_IF)?\([^;]*\);)?( ASSAY_INSERTED_COMPARE(_EITHER)?(_BY)?\(0x[0-9a-f]{16}, 0x[0-9a-f]{16}, "([^"\\]|\\.)*", [^;]*\);)?)? ASSAY_INSERTED_((SAMPLED_)?(LITERAL_|RECURSIVE_|COROUTINE_)?GUARD|COUNT)\(0x[0-9a-f]{16}, "([^"\\]|\\.)*"(, [0-9]+)?\);( ASSAY_INSERTED_(SIZE(_IF)?|TYPE_[A-Z]+)\([^;]*\);)*)re");
  static const std::regex kBraces(
      R"re(\{ ASSAY_INSERTED_((SAMPLED_)?TRY_GUARD|FAILS|RETURNS)\(0x[0-9a-f]{16}(, "([^"\\]|\\.)*")?(, [0-9]+)?\);( ASSAY_INSERTED_(SIZE(_IF)?|TYPE_[A-Z]+)\([^;]*\);)* | ASSAY_INSERTED_END \})re");
  static const std::regex kLast(R"re( ASSAY_INSERTED_FLOWS_OFF\(0x[0-9a-f]{16}\);)re");
  static const std::regex kValue(R"re( ASSAY_INSERTED_(NEGATIVE|ZERO)(_END)?\(0x[0-9a-f]{16}\))re");
  std::string text = std::regex_replace(line, kInclude, "$1");
  for (const std::regex* insertion : {&kGuard, &kBraces, &kLast, &kValue})
    text = std::regex_replace(text, *insertion, "");
  return text;
}

// "name: skipped, consteval" or "name: full; errors: exceptions, nullptr; input: items.size()", a line per
// entry of the manifest. That exceptions are all, or that there is nothing, is left out.
std::string outcomesIn(const std::string& manifest) {
  static const std::regex kField(R"re(^ +(- )?(name|coverage|code|errors|input|type|rollout): (.*)$)re");
  std::string text;
  for (const std::string& line : linesOf(manifest)) {
    std::smatch field;
    if (!std::regex_match(line, field, kField)) continue;
    const bool ofAnother =
        !text.empty() && !text.ends_with("\n");  // what the function replaces has a name, too
    if (field[2] == "name" && !ofAnother) text += field[3].str();
    if (field[2] == "coverage") text += ": " + field[3].str() + "\n";
    if (field[2] == "code") text.insert(text.size() - 1, ", " + field[3].str());
    const bool ofTheTag = !text.ends_with("\n");  // `errors` among its keys
    if (field[2] == "errors" && !ofTheTag && field[3] != "exceptions-only" && field[3] != "none")
      text.insert(text.size() - 1, "; errors: " + field[3].str());
    if (field[2] == "input" && !ofTheTag && !field[3].str().starts_with('{'))
      text.insert(text.size() - 1, "; input: " + field[3].str());
    if (field[2] == "rollout" && !ofTheTag) text.insert(text.size() - 1, "; rollout: " + field[3].str());
    if (field[2] == "type" && !ofTheTag) text.insert(text.size() - 1, "; type: " + field[3].str());
  }
  return text;
}

class InstrumentGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    for (const std::string& name : case_.inputs()) {
      folder_.write("plain/" + name, case_.read(name));
      folder_.write("guarded/" + name, case_.read(name));
      if (isUnit(name)) units_.push_back(name);
      if (name.starts_with("input.")) input_ = name;
    }
    ASSERT_FALSE(input_.empty()) << "a case has an input.c, input.cpp, input.h or the like";
    folder_.write("guarded/compile_commands.json",
                  compilationDatabase(guarded(), units_, case_.words("args")));
  }

  [[nodiscard]] fs::path guarded() const { return folder_.path() / "guarded"; }
  [[nodiscard]] std::string before() const { return case_.read(input_); }
  [[nodiscard]] std::string after() const { return folder_.read("guarded/" + input_); }

  void instrument() {
    const test::Run scan = runAssay({"scan"}, guarded());
    const test::Run instrument = runAssay({"instrument", "--in-place"}, guarded());
    expectDiagnostics(case_, scan.err + instrument.err, std::max(scan.exitCode, instrument.exitCode));
    expectGolden(case_, "outcomes", outcomesIn(folder_.read("guarded/assay.yaml")));
  }

  void expectEqualBytes() {
    const std::string expected = "expected" + fs::path(input_).extension().string();
    if (case_.has("expected.none")) {
      EXPECT_FALSE(case_.has(expected)) << "a case expects a text or none";
      EXPECT_EQ(after(), before());
    } else if (goldenMode() != GoldenMode::Compare && after() == before()) {
      std::ofstream(case_.folder() / "expected.none");
    } else {
      expectGolden(case_, expected, after());
    }
  }

  // A user's own text may spell a guard; that its bytes stay is for the other verdicts.
  void expectLineNeutral() {
    const auto user = linesOf(before());
    const auto now = linesOf(after());
    ASSERT_EQ(user.size(), now.size());
    for (std::size_t i = 0; i < user.size(); ++i)
      EXPECT_EQ(withoutInsertion(now[i]), withoutInsertion(user[i])) << "line " << i + 1;
  }

  // A compiler that does not know the feature is no judge of it; one at least has to.
  bool compiles(const Compiler& compiler) {
    bool all = true;
    for (const std::string& unit : units_) {
      if (compile(compiler, folder_.path() / "plain", unit, case_.words("args")).exitCode != 0) return false;
      const test::Run run = compile(compiler, guarded(), unit, case_.words("args"));
      EXPECT_EQ(run.exitCode, 0) << compiler.cxx << ": " << run.err;
      all = all && run.exitCode == 0;
    }
    if (all) expectSameBehaviour(compiler);
    return true;
  }

  void expectSameBehaviour(const Compiler& compiler) {
    bool hasMain = false;
    for (const std::string& unit : units_)
      hasMain = hasMain || case_.read(unit).find("main(") != std::string::npos;
    if (!hasMain) return;
    test::Run runs[2];
    for (int i = 0; i < 2; ++i) {
      const fs::path folder = i == 0 ? folder_.path() / "plain" : guarded();
      const test::Run linked = link(compiler, folder, units_, "program");
      ASSERT_EQ(linked.exitCode, 0) << linked.err;
      runs[i] = run({{"./program"}, folder, {{"ASSAY_DIR", folder_.path().string()}}, ""});
    }
    EXPECT_EQ(runs[0].out, runs[1].out);
    EXPECT_EQ(runs[0].err, runs[1].err);
    EXPECT_EQ(runs[0].exitCode, runs[1].exitCode);
  }

  void expectIdempotent() {
    const std::string once = after();
    EXPECT_EQ(runAssay({"instrument", "--in-place"}, guarded()).exitCode, case_.exitCode());
    EXPECT_EQ(after(), once);
    runAssay({"scan"}, guarded());
    runAssay({"instrument", "--in-place"}, guarded());
    EXPECT_EQ(after(), once) << "after a scan of the guarded file";
  }

  void expectReversible() {
    EXPECT_EQ(runAssay({"instrument", "--strip"}, guarded()).exitCode, 0);
    EXPECT_EQ(after(), before());
  }

  GoldenCase case_{GetParam()};
  TemporaryFolder folder_;
  std::vector<std::string> units_;
  std::string input_;
};

TEST_P(InstrumentGolden, SixVerdicts) {
  instrument();
  expectEqualBytes();
  expectLineNeutral();
  bool judged = units_.empty() || !kCompilersJudge;
  for (const Compiler& compiler : compilers()) judged = compiles(compiler) || judged;
  EXPECT_TRUE(judged) << "no compiler takes the plain file";
  expectIdempotent();
  expectReversible();
}

INSTANTIATE_TEST_SUITE_P(Golden, InstrumentGolden, testing::ValuesIn(goldenCases("instrument")),
                         [](const auto& row) { return testName(row.param); });

}  // namespace
}  // namespace assay::test
