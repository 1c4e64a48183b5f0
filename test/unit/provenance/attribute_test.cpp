// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// With git itself: what becomes of notes, traces and trailers when history is made and rewritten.
#include "provenance/attribute.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/git_repository.h"

namespace assay::provenance {
namespace {

using testing::HasSubstr;

const std::string kCredit = "\n\nCo-Authored-By: Claude Opus 4.8 <noreply@anthropic.com>\n";

std::string noteText(const std::string& path, const std::string& ranges) {
  return path + "\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 " + ranges +
         "\n---\n"
         R"({"schema_version":"authorship/3.0.0","base_commit_sha":"","prompts":{},"sessions":
         {"s_c9883b05a2487d":{"agent_id":{"tool":"cursor","id":"x","model":"gpt-4o"}}}})";
}

std::string functions(const std::string& names) {
  std::string text;
  for (const char name : names)
    text += std::string("int function_") + name + "(int parameter, int another);\n";
  return text;
}

class Attributed : public testing::Test {
 protected:
  FileAttribution of(const std::filesystem::path& file) {
    auto made = attributeFile(repositories_, file, diagnostics_);
    EXPECT_TRUE(made) << made.error().message;
    return made ? *std::move(made) : FileAttribution{};
  }
  // A letter per line: G git-ai, A Agent Trace, T trailer, - nobody.
  std::string sourcesOf(const std::filesystem::path& file) {
    const FileAttribution made = of(file);
    std::string letters;
    for (const AttributedLine& line : made.lines) letters += "-TAG"[static_cast<int>(made.best(line).source)];
    return letters;
  }
  std::string failureOf(const std::filesystem::path& file) {
    const auto made = attributeFile(repositories_, file, diagnostics_);
    return made ? "none" : made.error().message;
  }
  void note(const std::string& commit, const std::string& text) const {
    repository_.git({"notes", "--ref=ai", "add", "-F", "-", commit}, text);
  }

  test::TemporaryFolder folder_;
  test::GitRepository repository_{folder_, "r"};
  Repositories repositories_;
  Diagnostics diagnostics_;
};

TEST_F(Attributed, EachLineByItsBestSource) {
  repository_.write("src/a.cpp", functions("a"));
  repository_.commit("By hand");
  repository_.write("src/a.cpp", functions("abc"));
  note(repository_.commit("By an agent that is noted" + kCredit), noteText("src/a.cpp", "2"));
  repository_.write("src/a.cpp", functions("abcd"));
  const std::string head = repository_.commit("By an agent that says so" + kCredit);
  repository_.write("src/a.cpp", functions("abcdef"));
  std::string traces = R"({"version":"1.0","id":"1","timestamp":"","vcs":{"type":"git","revision":")" + head;
  traces += R"("},"tool":{"name":"cursor"},"files":[{"path":"src/a.cpp","conversations":[{"contributor":)";
  traces += R"({"type":"ai","model_id":"gpt-4o"},"ranges":[{"start_line":6,"end_line":6}]}]}]})";
  repository_.write(".agent-trace/traces.jsonl", traces + "\n");
  const FileAttribution file = of(repository_.path() / "src/a.cpp");
  EXPECT_EQ(sourcesOf(repository_.path() / "src/a.cpp"), "-G-T-A");
  EXPECT_EQ(file.path, "src/a.cpp");
  EXPECT_EQ(file.best(file.lines[1]).model, "gpt-4o");
  EXPECT_EQ(file.best(file.lines[3]).model, "Claude Opus 4.8");
  EXPECT_EQ(file.commitOf(file.lines[3]).date, "2026-01-15T10:30:00Z") << "the author's, in UTC";
  EXPECT_EQ(shareOf(file, {1, 6}).unknown, 3u);
  EXPECT_TRUE(diagnostics_.all().empty());
}

TEST_F(Attributed, ARenameAndARebaseThatKeepsNotes) {
  repository_.write("old.cpp", functions("abc"));
  repository_.commit("By hand");
  repository_.git({"checkout", "-q", "-b", "work"});
  repository_.write("old.cpp", functions("abcde"));
  note(repository_.commit("Work"), noteText("old.cpp", "4-5"));
  repository_.git({"mv", "old.cpp", "new.cpp"});
  repository_.commit("Rename");
  EXPECT_EQ(sourcesOf(repository_.path() / "new.cpp"), "---GG");
  repository_.git({"checkout", "-q", "main"});
  repository_.write("other.cpp", "int other;\n");
  repository_.commit("Meanwhile");
  repository_.git({"checkout", "-q", "work"});
  repository_.git({"-c", "notes.rewriteRef=refs/notes/ai", "rebase", "-q", "main"});
  Repositories fresh;
  const auto file = attributeFile(fresh, repository_.path() / "new.cpp", diagnostics_);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->best(file->lines[4]).source, Source::GitAi);
}

TEST_F(Attributed, AMergeKeepsWhatBothSidesBroughtAndHasItsOwnLines) {
  repository_.write("a.cpp", functions("abcde"));
  repository_.commit("By hand");
  repository_.git({"checkout", "-q", "-b", "work"});
  repository_.write("a.cpp", functions("xabcde"));
  note(repository_.commit("Work"), noteText("a.cpp", "1"));
  repository_.git({"checkout", "-q", "main"});
  repository_.write("a.cpp", functions("abcdey"));
  repository_.commit("Meanwhile" + kCredit);
  repository_.git({"merge", "-q", "--no-ff", "--no-commit", "work"});
  repository_.write("a.cpp", functions("xabzdey"));
  repository_.commit("Merge" + kCredit);
  EXPECT_EQ(sourcesOf(repository_.path() / "a.cpp"), "G--T--T");
}

TEST_F(Attributed, ASquashMergeLosesWhatItsMessageDoesNotSay) {
  repository_.write("a.cpp", functions("a"));
  repository_.commit("By hand");
  repository_.git({"checkout", "-q", "-b", "work"});
  repository_.write("a.cpp", functions("abc"));
  note(repository_.commit("Work" + kCredit), noteText("a.cpp", "2-3"));
  EXPECT_EQ(sourcesOf(repository_.path() / "a.cpp"), "-GG");
  repository_.git({"checkout", "-q", "main"});
  repository_.git({"merge", "-q", "--squash", "work"});
  repository_.commit("Squashed");
  Repositories fresh;
  const auto lost = attributeFile(fresh, repository_.path() / "a.cpp", diagnostics_);
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->best(lost->lines[1]), Claim{});
  repository_.git({"commit", "-q", "--amend", "-F", "-"}, "Squashed (#1)\n\n* Work" + kCredit + "\n* More\n");
  Repositories fresher;
  const auto kept = attributeFile(fresher, repository_.path() / "a.cpp", diagnostics_);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->best(kept->lines[1]).source, Source::Trailer);
}

TEST_F(Attributed, ASquashMergeKeepsWhatGitProposesAsItsMessage) {
  repository_.write("a.cpp", functions("a"));
  repository_.commit("By hand");
  repository_.git({"checkout", "-q", "-b", "work"});
  repository_.write("a.cpp", functions("abc"));
  repository_.commit("Work" + kCredit);
  repository_.git({"checkout", "-q", "main"});
  repository_.git({"merge", "-q", "--squash", "work"});
  repository_.git({"commit", "-q", "--no-edit"});
  EXPECT_EQ(sourcesOf(repository_.path() / "a.cpp"), "-TT");
}

TEST_F(Attributed, AShallowCloneSaysOnceWhereItEnds) {
  repository_.write("a.cpp", functions("a"));
  repository_.commit("One" + kCredit);
  repository_.write("a.cpp", functions("ab"));
  repository_.commit("Two" + kCredit);
  repository_.write("a.cpp", functions("abc"));
  repository_.commit("Three" + kCredit);
  const std::filesystem::path clone = folder_.path() / "clone";
  repository_.git({"clone", "-q", "--depth=2", "file://" + repository_.path().string(), clone});
  EXPECT_EQ(sourcesOf(clone / "a.cpp"), "--T");
  const FileAttribution file = of(clone / "a.cpp");
  EXPECT_EQ(shareOf(file, {1, 3}).cutOff, 2u);
  ASSERT_EQ(diagnostics_.all().size(), 1u);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-provenance-001");
  EXPECT_EQ(diagnostics_.all()[0].hint, "git fetch --unshallow");
}

TEST_F(Attributed, LinkedWorkTreesAndSubmodulesAndLinks) {
  repository_.write("a.cpp", functions("a"));
  repository_.commit("One" + kCredit);
  repository_.git({"worktree", "add", "-q", folder_.path() / "linked"});
  EXPECT_EQ(sourcesOf(folder_.path() / "linked/a.cpp"), "T");
  const test::GitRepository outer(folder_, "outer");
  outer.write("b.cpp", functions("b"));
  outer.git({"submodule", "--quiet", "add", repository_.path(), "inner"});
  outer.commit("By hand");
  EXPECT_EQ(sourcesOf(outer.path() / "inner/a.cpp"), "T");
  EXPECT_EQ(sourcesOf(outer.path() / "b.cpp"), "-");
  std::filesystem::create_symlink("inner/a.cpp", outer.path() / "link.cpp");
  EXPECT_EQ(of(outer.path() / "link.cpp").path, "a.cpp");
}

TEST_F(Attributed, FailuresSayWhatToDo) {
  repository_.write("new.cpp", "int a;\n");
  EXPECT_THAT(failureOf(repository_.path() / "new.cpp"), HasSubstr("no commit yet"));
  repository_.git({"commit", "-q", "--allow-empty", "-m", "One"});
  EXPECT_THAT(failureOf(repository_.path() / "new.cpp"), HasSubstr("no commit yet"))
      << "it was opened before";
  Repositories fresh;
  const auto untracked = attributeFile(fresh, repository_.path() / "new.cpp", diagnostics_);
  ASSERT_FALSE(untracked);
  EXPECT_THAT(untracked.error().message, HasSubstr("does not track"));
  EXPECT_EQ(untracked.error().where.file, "new.cpp");
  EXPECT_THAT(failureOf(folder_.write("outside.cpp", "")), HasSubstr("in no git repository"));
  EXPECT_THAT(failureOf(repository_.path() / "missing.cpp"), HasSubstr("cannot be opened"));
}

TEST_F(Attributed, TheUsersSettingsChangeNothing) {
  repository_.write("a\tb.cpp", functions("a"));
  repository_.commit("By hand");
  repository_.write("a\tb.cpp", functions("b"));
  repository_.write("passed over", repository_.commit("One" + kCredit) + "\n");
  for (const auto& [key, value] :
       {std::pair("blame.ignoreRevsFile", "passed over"), std::pair("core.notesRef", "refs/notes/x"),
        std::pair("color.ui", "always"), std::pair("log.showSignature", "true"),
        std::pair("core.quotepath", "on"), std::pair("log.diffMerges", "on"),
        std::pair("format.pretty", "oneline"), std::pair("core.pager", "false")})
    repository_.git({"config", key, value});
  EXPECT_EQ(sourcesOf(repository_.path() / "a\tb.cpp"), "T");
  repository_.git({"config", "blame.ignoreRevsFile", "missing"});
  EXPECT_THAT(failureOf(repository_.path() / "a\tb.cpp"), HasSubstr("blame.ignoreRevsFile"));
}

TEST_F(Attributed, ABrokenNoteIsSaidAndTheRestIsRead) {
  repository_.write("a.cpp", functions("a"));
  const std::string commit = repository_.commit("One" + kCredit);
  note(commit, "no note of git-ai's");
  EXPECT_EQ(sourcesOf(repository_.path() / "a.cpp"), "T");
  ASSERT_EQ(diagnostics_.all().size(), 1u);
  EXPECT_EQ(diagnostics_.all()[0].where.file, "refs/notes/ai:" + commit.substr(0, 12));
}

}  // namespace
}  // namespace assay::provenance
