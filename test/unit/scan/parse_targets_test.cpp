// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/parse_targets.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"
#include "tagged_code.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class ParseTargets : public testing::Test {
 protected:
  // "TAG" is a tag; a file with one is a target of its own.
  void add(const std::string& name, std::string text, std::vector<std::string> flags = {}) {
    text = replaceAll(std::move(text), "TAG ", "// AI-generated: x\n");
    const std::string path = folder_.write(name, text).string();
    if (text.find("AI-") == std::string::npos) return;
    const source::SourceText source(name, text);
    flags.insert(flags.begin(), name.ends_with(".c") ? "cc" : "c++");
    targets_.push_back({{{folder_.path().string(), path, flags, false}}, {sources_.size()}, {}});
    sources_.push_back({name, path, source, false, test::readSimpleTags(source)});
  }
  std::vector<TargetResult> parse(bool exact = false) {
    ScanOptions options;
    options.exact = exact;
    options.jobs = 2;
    options.onProgress = [&](const Progress& progress) { progress_ = progress; };
    ResultCache cache({}, folder_.path().string());
    TargetParser parser(sources_, environment_, options, cache);
    auto results = parser.parse(targets_);
    stats_ = parser.stats();
    return results;
  }
  // What a scan keeps of each target: the rest only says how it was found.
  static std::vector<std::string> kept(const std::vector<TargetResult>& results) {
    std::vector<std::string> all;
    for (const TargetResult& result : results) {
      std::string text;
      for (const FileView& view : result.views) {
        text += view.path + (view.clean ? " clean" : " unclean");
        for (const auto& entry : view.entries)
          text += " " + entry.name + " " + entry.signature + " " + std::to_string(entry.id) + " " +
                  std::to_string(entry.lines.last) + " " + std::to_string(entry.bodyFingerprint);
      }
      for (const auto& definition : result.definitions) text += " defines " + definition.name;
      all.push_back(text);
    }
    return all;
  }

  assay::test::TemporaryFolder folder_;
  std::vector<TaggedSource> sources_;
  std::vector<Target> targets_;
  ParseEnvironment environment_{folder_.path().string(), {}, {}, {}};
  ParseStats stats_;
  Progress progress_;
};

TEST_F(ParseTargets, TogetherIsWhatEachAloneShows) {
  add("a.cc", "#include \"h.h\"\nTAG static int s() { return h(); }\nTAG int a() { return s(); }\n");
  add("b.cc", "#include \"h.h\"\nTAG static int s() { return 2; }\nTAG int S::m() { return s(); }\n");
  add("c.c", "TAG int c(void) { return 1; }\n");
  add("d.cc", "TAG int d() { return 1; }\n", {"-DOTHER"});
  add("h.h", "#pragma once\nTAG inline int h() { return 1; }\nstruct S {\n  TAG int m();\n};\n",
      {"-xc++-header"});
  add("w.cc", "#define S T\n#include \"h.h\"\nTAG int w() { return 1; }\n");
  const auto fast = parse();
  EXPECT_EQ(stats_.targets, 6U);
  EXPECT_GE(stats_.together, 3U);
  const auto exact = parse(true);
  EXPECT_EQ(stats_.together, 0U);
  EXPECT_EQ(kept(fast), kept(exact));
}

TEST_F(ParseTargets, AReasonIsGivenForEachThatIsParsedAlone) {
  add("a.cc", "TAG int a() { return 1; }\n");
  add("b.cc", "TAG int b() { return 1; }\n");
  add("bad.cc", "TAG int f() { return 1; }\nint x = nothing;\n");
  add("c.c", "TAG int c(void) { return 1; }\n");
  add("d.cc", "TAG int d() { return 1; }\n", {"-DOTHER"});
  const auto results = parse();
  EXPECT_EQ(stats_.together, 2U);
  EXPECT_EQ(stats_.unityUnits, 1U);
  EXPECT_THAT(stats_.alone, UnorderedElementsAre(Pair("no other file has its flags", 2),
                                                 Pair(testing::StartsWith("an error in "), 1)));
  EXPECT_EQ(results[0].alone, "");
  EXPECT_NE(results[2].alone, "");
  ASSERT_EQ(results[2].errors.size(), 1U) << "the first error in code";
  EXPECT_EQ(results[2].errors[0].line, 3U);
}

// Five agree with each other, not with a.cc, which stands before them.
TEST_F(ParseTargets, WhatFailsTogetherMayAgreeInTheNextRound) {
  add("a.cc", "#define WIDE\n#include \"h.h\"\nTAG int a() { return 1; }\n");
  for (const std::string name : {"b", "c", "d", "e", "f"})
    add(name + ".cc", "#include \"h.h\"\nTAG int " + name + "() { return 1; }\n");
  add("h.h", "#pragma once\n#ifdef WIDE\n#endif\n");
  parse();
  EXPECT_EQ(stats_.together, 6U);
  EXPECT_EQ(stats_.unityUnits, 2U);
  EXPECT_THAT(stats_.alone, IsEmpty());
}

// Each sees another header than the one before it showed. The last four are two for each thread.
TEST_F(ParseTargets, ThereAreRoundsAsLongAsTheySettleAnythingAndMoreThanTwoForEachThreadAreLeft) {
  add("h.h", "#pragma once\n#if WIDTH > 3\n#endif\n");
  for (const std::string width : {"1", "2", "3", "4", "5", "6", "7"})
    add("a" + width + ".cc",
        "#define WIDTH " + width + "\n#include \"h.h\"\nTAG int a" + width + "() { return 1; }\n");
  const auto fast = parse();
  EXPECT_EQ(stats_.together, 3U);
  EXPECT_EQ(stats_.unityUnits, 3U);
  EXPECT_THAT(stats_.alone, UnorderedElementsAre(Pair("another state of a macro: WIDTH", 4)));
  EXPECT_EQ(kept(fast), kept(parse(true)));
}

TEST_F(ParseTargets, TheCommandWithoutErrorsOfItsOwnMakingIsUsed) {
  add("a.cc", "TAG constexpr int f(int x) { return x; }\n", {"-std=c++98"});
  targets_[0].commands.push_back(targets_[0].commands[0]);
  targets_[0].commands[1].arguments = {"c++", "-std=c++20"};
  const auto results = parse();
  EXPECT_THAT(results[0].command.arguments, ElementsAre("c++", "-std=c++20"));
  EXPECT_THAT(results[0].errors, IsEmpty());
  EXPECT_TRUE(results[0].views.at(0).clean);
}

TEST_F(ParseTargets, AResultNamesTheFilesThatItDependsOn) {
  add("h.h", "#pragma once\n");
  add("a.cc", "#include \"h.h\"\nTAG int a() { return 1; }\n");
  add("b.cc", "TAG int b() { return 1; }\n");
  const std::string header = (folder_.path() / "h.h").string();
  for (const bool exact : {false, true}) {
    const auto results = parse(exact);
    EXPECT_THAT(results[0].files, testing::IsSupersetOf({sources_[0].realPath, header}));
    EXPECT_THAT(results[1].files, testing::Not(testing::Contains(header)));
  }
}

// Nothing in a header that a unit only asks for is entered, in whichever way the unit is read.
TEST_F(ParseTargets, FilesThatAreOnlyAskedForAreSaidApart) {
  add("asked.h", "");
  add("entered.h", "");
  const std::string asks =
      "#if __has_include(\"asked.h\") && __has_include(\"entered.h\")\n#include \"entered.h\"\n#endif\n";
  add("a.cc", asks + "TAG int a() { return 1; }\n");
  add("b.cc", asks + "TAG int b() { return 1; }\n");
  Target files{targets_[0].commands, {}, {}};
  files.filesOnly = true;
  targets_.push_back(files);
  for (const bool exact : {false, true}) {
    const auto results = parse(exact);
    ASSERT_EQ(stats_.together, exact ? 0U : 2U);
    for (const TargetResult& result : results) {
      EXPECT_THAT(result.onlyAsked, ElementsAre((folder_.path() / "asked.h").string()));
      EXPECT_THAT(result.files, testing::IsSupersetOf(result.onlyAsked));
      EXPECT_THAT(result.files, testing::Contains((folder_.path() / "entered.h").string()));
    }
  }
}

TEST_F(ParseTargets, WhatAUnitEntersIsKnownOnceItWasParsed) {
  add("h.h", "");
  add("a.cc", "#include \"h.h\"\nTAG int a() { return 1; }\n");
  add("b.cc", "TAG int b() { return 1; }\n");
  ScanOptions options;
  options.jobs = 1;
  ResultCache cache({}, folder_.path().string());
  TargetParser parser(sources_, environment_, options, cache);
  const auto parsed = parser.parse(targets_);
  const ParseStats before = parser.stats();
  std::vector<Target> files;
  for (const Target& target : targets_) files.emplace_back(target.commands).filesOnly = true;
  const auto seen = parser.parse(files);
  EXPECT_EQ(parser.stats().targets, before.targets) << "nothing was read again";
  ASSERT_EQ(seen.size(), 2U);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    EXPECT_EQ(seen[i].files, parsed[i].files);
    EXPECT_EQ(seen[i].command, targets_[i].commands.front());
  }
  TargetParser another(sources_, environment_, options, cache);
  const auto read = another.parse(files);
  EXPECT_EQ(another.stats().targets, 2U);
  for (std::size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i].files, seen[i].files);
}

// After the first parse the header is another: what is told of it comes from the parse.
TEST_F(ParseTargets, WhatAUnitHidesIsKnownOnceItWasParsedWithOthers) {
  add("h.h", "#pragma once\n#ifdef HIDDEN\nTAG inline int hidden() { return 1; }\n#endif\n",
      {"-xc++-header"});
  add("a.cc", "#include \"h.h\"\nTAG int a() { return 1; }\n");
  add("b.cc", "#include \"h.h\"\nTAG int b() { return 1; }\n");
  ScanOptions options;
  options.jobs = 1;
  ResultCache cache({}, folder_.path().string());
  TargetParser parser(sources_, environment_, options, cache);
  static_cast<void>(parser.parse(targets_));
  ASSERT_EQ(parser.stats().together, 3U);
  folder_.write("h.h", "#pragma once\n\n// AI-generated: x\ninline int hidden() { return 1; }\n");
  Target seeking{targets_[1].commands, {0}, {}, {{0, 4}}};
  const auto seen = parser.parse({seeking});
  EXPECT_THAT(seen.at(0).views, IsEmpty());
  EXPECT_THAT(seen.at(0).files, testing::Contains(sources_[0].realPath));
  EXPECT_EQ(seen.at(0).command, seeking.commands.front());
  seeking.sought = {{0, 2}};  // a directive is never hidden: the unit is parsed, as the file is now
  EXPECT_THAT(parser.parse({seeking}).at(0).views, testing::SizeIs(1));
  TargetParser another(sources_, environment_, options, cache);
  seeking.sought = {{0, 4}};
  EXPECT_THAT(another.parse({seeking}).at(0).views, testing::SizeIs(1)) << "who has not parsed it looks";
}

// `Clash` of each is another than that of the header, which the files behind it keep.
TEST_F(ParseTargets, WhatClashesAgainAndAgainMayBePutOff) {
  for (const std::string name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    add("clash" + name + ".h", "#pragma once\nstruct Clash { int " + name + "; };\n");
    add(name + ".cc",
        "#include \"clash" + name + ".h\"\nTAG int " + name + "() { return Clash()." + name + "; }\n");
  }
  for (Target& target : targets_) target.mayWait = true;
  ScanOptions options;
  options.jobs = 2;
  ResultCache cache({}, folder_.path().string());
  TargetParser parser(sources_, environment_, options, cache);
  auto results = parser.parse(targets_, TargetParser::Leftovers::Postponed);
  std::vector<Target> later;
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < results.size(); ++i)
    if (results[i].postponed) {
      EXPECT_THAT(results[i].views, IsEmpty());
      later.push_back(targets_[i]);
      indices.push_back(i);
    }
  EXPECT_EQ(parser.stats().targets, targets_.size() - later.size());
  ASSERT_FALSE(later.empty());
  const auto rest = parser.parse(later);
  EXPECT_EQ(parser.stats().targets, targets_.size());
  for (std::size_t i = 0; i < rest.size(); ++i) {
    EXPECT_FALSE(rest[i].postponed);
    results[indices[i]] = rest[i];
  }
  EXPECT_EQ(kept(results), kept(parse(true)));
}

TEST_F(ParseTargets, WhatMayNotWaitIsNotPutOff) {
  for (const std::string name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    add("clash" + name + ".h", "#pragma once\nstruct Clash { int " + name + "; };\n");
    add(name + ".cc",
        "#include \"clash" + name + ".h\"\nTAG int " + name + "() { return Clash()." + name + "; }\n");
  }
  ScanOptions options;
  options.jobs = 2;
  ResultCache cache({}, folder_.path().string());
  TargetParser parser(sources_, environment_, options, cache);
  const auto results = parser.parse(targets_, TargetParser::Leftovers::Postponed);
  EXPECT_TRUE(std::ranges::none_of(results, &TargetResult::postponed));
  EXPECT_EQ(kept(results), kept(parse(true)));
}

TEST_F(ParseTargets, ProgressReachesTheTotal) {
  add("a.cc", "TAG int a() { return 1; }\n");
  add("b.cc", "TAG int b() { return 1; }\n");
  add("c.c", "TAG int c(void) { return 1; }\n");
  parse();
  EXPECT_EQ(progress_.done, 3U);
  EXPECT_EQ(progress_.total, 3U);
}

TEST_F(ParseTargets, NothingToParseIsNothing) {
  EXPECT_THAT(parse(), IsEmpty());
  EXPECT_EQ(stats_.targets, 0U);
}

}  // namespace
}  // namespace assay::scan
