# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay annotate --from git`: what git-ai notes, Agent Trace records and trailers know of functions becomes their tags.

usage: annotate_git_test.py BUILD-FOLDER [unittest options]
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
ENVIRONMENT = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "TZ": "UTC",
               "GIT_AUTHOR_NAME": "Dev", "GIT_AUTHOR_EMAIL": "dev@example.com", "GIT_AUTHOR_DATE": "2026-03-15T10:00:00Z",
               "GIT_COMMITTER_NAME": "Dev", "GIT_COMMITTER_EMAIL": "dev@example.com", "GIT_COMMITTER_DATE": "2026-03-16T10:00:00Z"}
CODE = """#include <vector>

int sum(const std::vector<int>& all) {
  int sum = 0;
  for (int one : all) sum += one;
  return sum;
}

int own(int x) {
  return x + 1;
}
"""
NOTE = """a.cpp
  s_c9883b05a2487d::t_9f8e7d6c5b4a32 3-7
---
""" + json.dumps({"schema_version": "authorship/3.0.0", "git_ai_version": "1.4.5", "base_commit_sha": "0" * 40, "prompts": {},
                  "sessions": {"s_c9883b05a2487d": {"agent_id": {"tool": "cursor", "id": "1", "model": "claude-sonnet-4-5"}}}})
# Each kind of tag, in the words in which assay writes it.
TAGGED = """#include <vector>

// AI-generated: GPT-4, 2024-01-15, prompt: "sum \\"all\\" ünd <more>", reviewed-by: ada
int sum(const std::vector<int>& all) {
  int sum = 0;
  for (int one : all) sum += one;
  return sum;
}

// AI-assisted: Claude Opus 4, 2025-03-01, tool: Cursor
int sumOf(int x) {
  return 1;
}

// AI-modified: model: our own model, note: "for speed"
int sumOfTwo(int x, int y) {
  return x + y;
}

// AI-generated
int sumOfNone() { return 0; }

int written(int x) {
  return x + 1;
}

namespace sums {
// AI-generated: model: "weird, model: 1", prompt: "a, b: c", date: last week
int sumOfThree(int x, int y, int z) {
  return x + y + z;
}
}  // namespace sums
"""
HERE = pathlib.Path(__file__).resolve().parent
# What the specification wants, and what assay writes of it.
TRACE_FORMS = [jsonschema.Draft202012Validator(json.loads((HERE / "published/agent-trace-0.1.0.schema.json").read_text(encoding="utf-8")),
                                               format_checker=jsonschema.draft202012_format_checker),
               jsonschema.Draft7Validator(json.loads((HERE / "agent_trace.schema.json").read_text(encoding="utf-8")))]
TAG = "// AI-generated: claude-sonnet-4-5, 2026-03-15, tool: cursor, source: git-ai"


class AnnotateFromGit(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name) / "repository"
        self.folder.mkdir()

    def git(self, *arguments):
        return subprocess.run(["git", *arguments], cwd=self.folder, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout

    def repository(self, message="Add"):
        self.git("init", "-q")
        (self.folder / "a.cpp").write_text(CODE, encoding="utf-8")
        self.git("add", ".")
        self.git("commit", "-q", "-m", message)

    def annotate(self, *arguments, status=0):
        done = subprocess.run([ASSAY, "annotate", "--from", "git", *arguments], cwd=self.folder, env=ENVIRONMENT, capture_output=True, text=True,
                              check=False)
        if status is not None:
            self.assertEqual(done.returncode, status, done.stderr)
        return done

    def test_a_note_becomes_the_tag_of_its_function(self):
        self.repository()
        self.git("notes", "--ref=ai", "add", "-m", NOTE)
        shown = self.annotate()
        self.assertEqual(shown.stdout, f"""--- a/a.cpp
+++ b/a.cpp
@@ -1,5 +1,6 @@
 #include <vector>
 
+{TAG}
 int sum(const std::vector<int>& all) {{
   int sum = 0;
   for (int one : all) sum += one;
""")
        self.annotate("--write")
        self.assertEqual((self.folder / "a.cpp").read_text(encoding="utf-8"), CODE.replace("int sum(const", TAG + "\nint sum(const"))
        self.assertEqual(self.annotate("--write").stderr, "no tags to write\n", "what has a tag gets none again")
        scanned = subprocess.run([ASSAY, "scan", "--no-cache"], cwd=self.folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        self.assertEqual(scanned.returncode, 0, scanned.stderr)
        manifest = (self.folder / "assay.yaml").read_text(encoding="utf-8")
        for line in ("name: sum", "normalized-model: anthropic/claude-sonnet-4-5", "tool: cursor", "source: git-ai"):
            self.assertIn(line, manifest)

    def test_a_trailer_is_enough_only_when_asked(self):
        self.repository("Add\n\nCo-Authored-By: Claude Opus 4.8 <noreply@anthropic.com>\n")
        self.assertEqual(self.annotate().stdout, "")
        low = self.annotate("--confidence", "low").stdout
        self.assertEqual(low.count("+// AI-assisted: Claude Opus 4.8, 2026-03-15"), 2)
        self.assertIn("source: trailer", low)

    def test_an_agent_trace_record(self):
        self.repository()
        record = {"version": "0.1.0", "id": "5d4e4d5e-3d0b-4b0e-9f6e-0c9f6f0a1b2c", "timestamp": "2026-03-15T10:00:00Z",
                  "vcs": {"type": "git", "revision": self.git("rev-parse", "HEAD").strip()}, "metadata": {"dev.assay": {}},
                  "files": [{"path": "a.cpp", "conversations": [{"contributor": {"type": "ai", "model_id": "openai/gpt-5"},
                                                                 "ranges": [{"start_line": 9, "end_line": 11}]}]}]}
        (self.folder / ".agent-trace").mkdir()
        (self.folder / ".agent-trace/traces.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
        shown = self.annotate("--confidence", "low").stdout
        self.assertIn("source: agent-trace\n int own(int x) {", shown)
        self.assertNotIn("int sum", shown.split("@@")[-1])

    def assay(self, *arguments, status=0):
        done = subprocess.run([ASSAY, *arguments], cwd=self.folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def traces(self, status=0):
        """What the report writes, each record judged by the form of the format."""
        text = self.assay("report", "--format", "agent-trace", status=status).stdout
        for line in text.splitlines():
            for form in TRACE_FORMS:
                form.validate(json.loads(line))
        (self.folder / ".agent-trace").mkdir(exist_ok=True)
        (self.folder / ".agent-trace/traces.jsonl").write_text(text, encoding="utf-8")
        return text

    def commit(self, message):
        self.git("add", "--all", "--", ":!.agent-trace", ":!assay.yaml")
        self.git("commit", "-q", "-m", message)

    def without_tags(self):
        for file in (self.folder / "src").iterdir():
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            file.write_text("".join(line for line in lines if not line.lstrip().startswith("// AI-")), encoding="utf-8")

    def test_tags_come_back_from_an_agent_trace(self):
        self.git("init", "-q")
        (self.folder / "src").mkdir()
        first, renamed = self.folder / "src/first.cpp", self.folder / "src/renamed.cpp"
        first.write_text(TAGGED, encoding="utf-8")
        self.commit("Add")
        first.rename(renamed)
        renamed.write_text("// moved\n" + TAGGED.replace("return 1;", "return 2;"), encoding="utf-8")
        self.commit("Rename and change")
        (self.folder / "src/other.cpp").write_text(TAGGED.replace("sum", "total"), encoding="utf-8")
        self.commit("Add another")
        before = {file: file.read_text(encoding="utf-8") for file in (self.folder / "src").iterdir()}
        self.assay("scan", "--no-cache")
        text = self.traces()
        self.assertEqual(text, self.traces(), "the same again, whatever the traces were")
        self.assertEqual(text.count("\n"), 11, "of both files 5 functions; one has lines of two commits")
        self.assertIn('"path":"src/first.cpp"', text)
        self.without_tags()
        self.commit("Lose the tags")
        self.annotate("--write")
        self.assertEqual({file: file.read_text(encoding="utf-8") for file in (self.folder / "src").iterdir()}, before)

    def test_the_forms_of_traces_can_be_broken(self):
        self.git("init", "-q")
        (self.folder / "src").mkdir()
        (self.folder / "src/a.cpp").write_text(TAGGED, encoding="utf-8")
        self.commit("Add")
        self.assay("scan", "--no-cache")
        line = self.traces().splitlines()[0]
        for right, wrong in (('"version":"0.1.0"', '"version":"1.0"'), ('"git"', '"cvs"'), ('"id":"', '"id":"x'), ('"start_line":', '"start_line":-'),
                             ('"ai"', '"robot"'), ('"files"', '"file"')):
            self.assertIn(right, line)
            for form in TRACE_FORMS:
                with self.subTest(wrong), self.assertRaises(jsonschema.ValidationError):
                    form.validate(json.loads(line.replace(right, wrong, 1)))

    def test_lines_that_are_not_as_they_were_scanned_are_not_traced(self):
        self.git("init", "-q")
        self.git("commit", "-q", "--allow-empty", "-m", "Begin")
        (self.folder / "src").mkdir()
        file = self.folder / "src/a.cpp"
        file.write_text(TAGGED, encoding="utf-8")
        self.assay("scan", "--no-cache")
        self.assertNotIn('"vcs"', self.traces(), "nothing is committed")
        self.commit("Add")
        self.assertEqual(self.traces().count('"vcs"'), 5)
        file.write_text("\n" + TAGGED, encoding="utf-8")
        self.assertEqual(self.traces(status=3), "")
        self.assertIn("[assay-report-001]", self.assay("report", "--format", "agent-trace", status=3).stderr)
        self.assay("report", "--format", "json")

    def test_trailers_of_a_range_are_those_that_are_read(self):
        self.git("init", "-q")
        (self.folder / "src").mkdir()
        (self.folder / "src/a.cpp").write_text(TAGGED, encoding="utf-8")
        self.commit("Add")
        later = "// AI-generated: GPT-5, 2026-02-01, tool: Cursor\nint later() {\n  return 3;\n}\n"
        (self.folder / "src/b.cpp").write_text(later, encoding="utf-8")
        self.commit("Add another")
        self.assay("scan", "--no-cache")
        trailers = self.assay("report", "--trailers", "HEAD~1..HEAD").stdout
        self.assertEqual(trailers, "Assisted-by: Cursor:gpt-5\n")
        self.assertEqual(self.assay("report", "--trailers", "HEAD..HEAD").stdout, "")
        for words, status in ((("-..x",), 2), (("HEAD",), 2), (("no..where",), 3), (("HEAD~1..HEAD", "--format", "json"), 2)):
            self.assay("report", f"--trailers={words[0]}", *words[1:], status=status)
        self.without_tags()
        self.commit(f"Squash\n\n{trailers}")
        (self.folder / "src/b.cpp").write_text("\n" + later.split("\n", 1)[1].replace("3", "4").replace("later", "last"), encoding="utf-8")
        self.commit(f"Change\n\n{trailers}")
        self.assertIn("tool: Cursor", self.annotate("--confidence", "low").stdout)

    def test_a_trace_without_a_repository_names_no_revision(self):
        (self.folder / "a.cpp").write_text(TAGGED, encoding="utf-8")
        self.assay("scan", "--no-cache")
        said = self.assay("report", "--format", "agent-trace", status=3)
        self.assertEqual((said.stderr.count("[assay-report-003]"), said.stdout.count('"files"'), said.stdout.count('"vcs"')), (1, 5, 0))

    def test_a_trace_of_what_is_not_committed_has_the_paths_of_the_repository(self):
        self.git("init", "-q")
        sub = self.folder / "sub"
        sub.mkdir()
        (sub / "half.cpp").write_text("// AI-generated: GPT-4\nint half(int x) {\n  return 1;\n}\n", encoding="utf-8")
        self.commit("Add")
        (sub / "half.cpp").write_text("// AI-generated: GPT-4\nint half(int x) {\n  return 2;\n}\n", encoding="utf-8")
        (sub / "new.cpp").write_text("// AI-generated: GPT-4\nint fresh() {\n  return 1;\n}\n", encoding="utf-8")
        self.assay("scan", "--no-cache", "sub", "-o", "sub/assay.yaml")
        text = self.assay("report", "--format", "agent-trace", "--manifest", "sub/assay.yaml").stdout
        said = [(record["files"][0]["path"], "vcs" in record, record["files"][0]["conversations"][0]["ranges"])
                for record in map(json.loads, text.splitlines())]
        self.assertEqual(sorted(said, key=str), [
            ("sub/half.cpp", False, [{"start_line": 3, "end_line": 3}]),
            ("sub/half.cpp", True, [{"start_line": 2, "end_line": 2}, {"start_line": 4, "end_line": 4}]),
            ("sub/new.cpp", False, [{"start_line": 2, "end_line": 4}])])

    def test_the_diff_is_read_by_patch_and_git_whatever_a_file_is_called(self):
        self.git("init", "-q")
        names = ["sp ace.cpp", "t\tab.cpp", "quo\"te.cpp", "n\n--- a\nx.cpp", "ä.cpp"]
        for name in names:
            (self.folder / name).write_text(CODE, encoding="utf-8")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "Add\n\nCo-authored-by: Claude <noreply@anthropic.com>")
        diff = self.annotate("--confidence", "low").stdout
        for program in (["git", "apply"], ["patch", "-p1", "-s"]):
            self.git("checkout", "-q", ".")
            subprocess.run(program, cwd=self.folder, input=diff, text=True, check=True, capture_output=True)
            for name in names:
                self.assertIn("AI-", (self.folder / name).read_text(encoding="utf-8"), (program, name))

    def test_nothing_is_known(self):
        self.repository()
        self.assertEqual((self.annotate().stdout, self.annotate().stderr), ("", "no tags to write\n"))

    def test_files_that_git_does_not_know(self):
        self.repository()
        (self.folder / "new.cpp").write_text(CODE, encoding="utf-8")
        self.assertIn("new.cpp: note: ", self.annotate().stderr)

    def test_no_repository(self):
        (self.folder / "a.cpp").write_text(CODE, encoding="utf-8")
        (self.folder / "b.cpp").write_text(CODE, encoding="utf-8")
        said = self.annotate(status=3).stderr
        self.assertEqual(said.count("[assay-annotate-002]"), 1, said)
        self.assertIn("is in no git repository", said)

    def test_a_damaged_repository_is_no_clean_one(self):
        self.repository()
        for file in (self.folder / ".git/objects").rglob("*"):
            if file.is_file():
                file.chmod(0o600)
                file.write_bytes(b"damaged")
        self.assertIn("[assay-annotate-002]", self.annotate(status=3).stderr)

    def test_no_git(self):
        self.repository()
        done = subprocess.run([ASSAY, "annotate", "--from", "git"], cwd=self.folder, env={**ENVIRONMENT, "PATH": "/nowhere"}, capture_output=True, text=True)
        self.assertEqual(done.returncode, 3)
        self.assertIn("the program git is not there", done.stderr)

    def test_a_repository_that_cannot_be_opened_is_asked_once(self):
        self.repository()
        (self.folder / "b.cpp").write_text(CODE, encoding="utf-8")
        programs = self.folder.parent / "programs"
        programs.mkdir()
        (programs / "git").write_text(f"#!/bin/sh\necho asked >> '{programs}/log'\necho \"fatal: detected dubious ownership\" >&2\nexit 128\n", encoding="utf-8")
        (programs / "git").chmod(0o755)
        done = subprocess.run([ASSAY, "annotate", "--from", "git"], cwd=self.folder, env={**ENVIRONMENT, "PATH": f"{programs}:{os.environ['PATH']}"},
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, (programs / "log").read_text(encoding="utf-8")), (3, "asked\n"), done.stderr)

    def test_no_program_of_the_repository_is_run(self):
        self.repository()
        (self.folder / "git").write_text("#!/bin/sh\ntouch ran\nexit 1\n", encoding="utf-8")
        (self.folder / "git").chmod(0o755)
        done = subprocess.run([ASSAY, "annotate", "--from", "git", self.folder], cwd="/", env={**ENVIRONMENT, "PATH": ".:" + os.environ["PATH"]},
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse((self.folder / "ran").exists())

    def test_links_and_pipes_are_no_traces(self):
        self.repository()
        (self.folder / ".agent-trace").mkdir()
        (self.folder / ".agent-trace/traces.jsonl").symlink_to("/dev/zero")
        self.assertIn("[assay-provenance-007]", self.annotate(status=None).stderr)

    def test_what_is_less_sure_is_counted(self):
        self.repository("Add\n\nAssisted-by: Claude")
        self.assertIn("more with a lower --confidence", self.annotate("--confidence", "high").stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
