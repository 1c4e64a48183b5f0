# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What CI systems run: the steps of action.yml as GitHub runs a composite action, the script of the GitLab job in the docs, and the hooks as
pre-commit runs them.

usage: check_ci_test.py BUILD-FOLDER [unittest options]
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

BIN = pathlib.Path(sys.argv[1]).resolve() / "bin"
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs/how-to/gate-in-ci.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
TAGGED = "// AI-generated: GPT-4{}, prompt: \"p\"\nint {}() {{\n  return 1;\n}}\n"


def block(name):
    return re.search(rf"^```yaml {re.escape(name)}\n(.*?)^```$", PAGE, re.S | re.M).group(1)


class CheckInCi(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.project = self.home / "project"
        self.project.mkdir()
        self.environment = {
            "PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(self.home), "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(self.home / "cache"),
            "PRE_COMMIT_HOME": str(self.home / "pre-commit"), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
        self.git("init", "-q", "-b", "main")
        self.write("a.cpp", TAGGED.format("", "old"))  # no date
        self.run_in_project("assay", "scan")
        self.commit("old code")

    def write(self, name, text):
        (self.project / name).write_text(text, encoding="utf-8")

    def run_in_project(self, *words, **more):
        return subprocess.run(words, cwd=more.pop("cwd", self.project), env={**self.environment, **more.pop("env", {})}, capture_output=True,
                              text=True, check=False, **more)

    def git(self, *words, cwd=None):
        done = self.run_in_project("git", *words, cwd=cwd or self.project)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", message)

    def act(self, **inputs):
        """The action's steps, as a runner goes through them."""
        self.assertEqual(ACTION["runs"]["using"], "composite")
        unknown = set(inputs) - set(ACTION["inputs"])
        self.assertEqual(unknown, set())
        values = {name: inputs.get(name, row.get("default", "")) for name, row in ACTION["inputs"].items()}

        def filled(text):
            return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: values[found.group(1)], text)
        for step in ACTION["runs"]["steps"]:
            self.assertLessEqual({"shell", "run"}, set(step))
            self.assertNotIn("${{", step["run"])  # an input in a script could be a command
            environment = {name: filled(text) for name, text in step["env"].items()}
            environment |= {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(self.home / "output"),
                            "GITHUB_WORKSPACE": str(self.project)}
            done = self.run_in_project("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], env=environment,
                                       cwd=self.project / filled(step["working-directory"]))
            if done.returncode != 0:
                break
        return done

    def commands(self, log):
        """The lines that a runner obeys: `::name …::` in front of a line, `##[name …]` anywhere, but while commands are stopped."""
        obeyed, resume = [], None
        for line in log.splitlines():
            if resume is not None:
                resume = None if line.strip() == f"::{resume}::" else resume
            elif line.lstrip().startswith("::stop-commands::"):
                resume = line.strip().removeprefix("::stop-commands::")
            elif line.lstrip().startswith("::") or "##[" in line:
                obeyed.append(line)
        self.assertIsNone(resume, "commands are stopped for the rest of the job")
        return obeyed

    def since(self, *words, cwd=None):
        return self.run_in_project(str(ROOT / "tools/ci/check_since.sh"), *words, cwd=cwd or self.project)

    def test_since_takes_the_manifest_that_is_checked(self):
        (self.project / "a folder/sub").mkdir(parents=True)
        for cwd, words in ((self.project, ()), (self.project / "a folder/sub", ()), (self.project / "a folder", ("--manifest", "../assay.yaml")),
                           (self.project / "a folder", ("--manifest=../assay.yaml",))):
            done = self.since("HEAD", *words, "--fail-on", "warning", cwd=cwd)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn("1 known from the baseline", done.stdout)
            self.assertEqual(done.stderr, "")

    def test_since_says_when_there_was_no_manifest(self):
        self.git("rm", "-q", "--cached", "assay.yaml")
        self.git("commit", "-q", "-m", "no manifest")
        done = self.since("HEAD", "--fail-on", "warning")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("note: HEAD has no assay.yaml: everything is new", done.stderr)

    def test_since_takes_no_other_manifest_of_the_same_name(self):
        with tempfile.TemporaryDirectory() as elsewhere:
            other = pathlib.Path(elsewhere) / "assay.yaml"
            other.write_text((self.project / "assay.yaml").read_text(encoding="utf-8"), encoding="utf-8")
            done = self.since("HEAD", "--manifest", str(other), "--fail-on", "warning")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(f"note: HEAD has no {other}: everything is new", done.stderr)

    def test_no_word_of_a_pull_request_is_a_command(self):
        model = "##[stop-commands]zzz"
        folder = "::add-mask::x"
        (self.project / folder).mkdir()
        self.write("b.cpp", f"// AI-generated: model: {model}, 2024-01-15, date: ##[set-output name=sarif]y, prompt: \"p\"\nint f() {{\n  return 1;\n}}\n")
        self.write(f"{folder}/c.cpp", TAGGED.format("", "masked"))
        for inputs in ({}, {"since": "HEAD"}, {"since": "::error::nowhere"}):
            with self.subTest(inputs):
                done = self.act(**inputs)
                self.assertEqual(done.stderr, "")
                commands = self.commands(done.stdout)
                self.assertIn("##[" if "nowhere" not in str(inputs) else "nowhere", done.stdout)
                for command in commands:
                    self.assertRegex(command, r"^::(error|warning|notice) file=[^:,]+,line=\d+(,col=\d+)?,title=assay [a-z-]+::")
                self.assertEqual(bool(commands), "nowhere" not in str(inputs))
        first, second = (re.search("::stop-commands::(.*)", self.act().stdout).group(1) for _ in range(2))
        self.assertNotEqual(first, second)
        self.assertGreaterEqual(len(first), 32)

    def test_the_action_has_its_defaults(self):
        done = self.act()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("a.cpp:1: warning: the tag of `old` has no date [date-missing]", done.stdout)
        self.assertTrue(any(line.startswith("::warning file=a.cpp,line=1,title=assay date-missing::") for line in self.commands(done.stdout)))

    def test_every_input_of_the_action_does_something(self):
        self.assertEqual(self.act(**{"fail-on": "warning"}).returncode, 1)
        self.assertEqual(self.act(**{"fail-on": "warning", "since": "HEAD"}).returncode, 0)
        self.assertEqual(self.act(since="nowhere").returncode, 2)
        self.assertIn("fetch-depth", self.act(since="nowhere").stdout)
        self.assertEqual(self.act(sarif="out.sarif").returncode, 0)
        self.assertTrue((self.project / "out.sarif").exists())
        self.assertIn("sarif=out.sarif", (self.home / "output").read_text(encoding="utf-8"))
        self.write("b.cpp", TAGGED.format("", "fresh"))
        self.assertEqual(self.act().returncode, 1)  # the manifest is out of date
        self.assertEqual(self.act(scan="false").returncode, 0)
        self.assertEqual(self.act(program="no-such-program").returncode, 2)
        self.assertIn("no program no-such-program", self.act(program="no-such-program").stderr)
        self.assertEqual(self.act(**{"build-folder": "nowhere"}).returncode, 2)
        self.assertEqual(self.act(**{"fail-on": "$(touch hacked)"}).returncode, 2)
        self.assertFalse((self.project / "hacked").exists())
        (self.project / "sub").mkdir()
        done = self.act(**{"working-directory": "sub", "scan": "false"})  # the nearest manifest is the one above
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("a.cpp:1: warning", done.stdout)
        self.act(sarif="out.sarif", **{"redact-prompts": "true"})
        self.assertIn("(redacted)", (self.project / "out.sarif").read_text(encoding="utf-8"))

    def output(self, **inputs):
        """The action's output `sarif`, and its log."""
        (self.home / "output").write_text("", encoding="utf-8")
        done = self.act(**inputs)
        lines = (self.home / "output").read_text(encoding="utf-8").splitlines()
        return [line.removeprefix("sarif=") for line in lines if line.startswith("sarif=")], done.stdout

    def test_places_are_relative_to_the_repository(self):
        (self.project / "app").mkdir()
        self.write("app/b.cpp", TAGGED.format("", "fresh"))
        self.run_in_project("assay", "scan", cwd=self.project / "app")
        for git in (True, False):  # without one the workspace is the repository
            if not git:
                shutil.rmtree(self.project / ".git")
            file, log = self.output(sarif="x.sarif", **{"working-directory": "app"})
            self.assertEqual(file, ["app/x.sarif"])
            self.assertIn("app/b.cpp:1: warning", log)
            self.assertTrue(any(line.startswith("::warning file=app/b.cpp,line=1,") for line in self.commands(log)))
            run = json.loads((self.project / file[0]).read_text(encoding="utf-8"))["runs"][0]
            places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
            self.assertEqual(set(places), {"app/b.cpp"})

    def test_the_output_names_a_file_that_this_check_wrote(self):
        self.assertEqual(self.output(sarif="x.sarif")[0], ["x.sarif"])
        self.assertEqual(self.output(sarif=str(self.home / "y.sarif"), **{"fail-on": "note"})[0], [str(self.home / "y.sarif")])
        self.assertEqual(self.output(sarif="x.sarif", **{"fail-on": "nonsense"})[0], [])
        self.assertEqual(self.output()[0], [])

    def test_the_workflow_of_the_page_uses_inputs_that_there_are(self):
        used = 0
        for step in yaml.safe_load(block(".github/workflows/assay-check.yml"))["jobs"]["check"]["steps"]:
            if step["uses"].startswith("OWNER/assay@"):
                used += 1
                self.assertLessEqual(set(step["with"]), set(ACTION["inputs"]))
        self.assertEqual(used, 1)
        for name in ACTION["inputs"]:
            self.assertIn(f"`{name}`", PAGE)

    def test_the_gitlab_job_of_the_page(self):
        job = yaml.safe_load(block(".gitlab-ci.yml"))["assay"]
        done = self.run_in_project("bash", "-eo", "pipefail", "-c", "\n".join(job["script"]))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        report = (self.project / job["artifacts"]["reports"]["junit"]).read_text(encoding="utf-8")
        self.assertIn('<testsuite name="date-missing" tests="1"', report)

    def hooks(self, *ids):
        """A repository of hooks, as somebody would name it in their configuration."""
        self.assertIsNotNone(shutil.which("pre-commit"), "pre-commit is missing: `tools/dev setup test` installs it")
        hooks = self.home / "hooks"
        (hooks / "tools/ci").mkdir(parents=True)
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
        for script in (ROOT / "tools/ci").iterdir():
            shutil.copy(script, hooks / "tools/ci")
        self.git("init", "-q", "-b", "main", cwd=hooks)
        self.git("add", "-A", cwd=hooks)
        self.git("commit", "-q", "-m", "hooks", cwd=hooks)
        revision = self.git("rev-parse", "HEAD", cwd=hooks).strip()
        self.write(".pre-commit-config.yaml",
                   yaml.safe_dump({"repos": [{"repo": str(hooks), "rev": revision, "hooks": [{"id": one} for one in ids]}]}))
        self.commit("hooks")

    def pre_commit(self, *words):
        return self.run_in_project("pre-commit", "run", *words)

    def test_a_scan_finds_malformed_tags_that_are_new(self):
        bad = "// AI-generated: GPT-4, date: 2024-13-45, prompt: \"p\"\nint {}() {{\n  return 1;\n}}\n"
        self.write("b.cpp", bad.format("bad"))
        self.run_in_project("assay", "scan")
        self.commit("a tag that is malformed")
        self.assertEqual(self.since("HEAD", "--fail-on", "warning").returncode, 0)
        self.assertEqual(self.since("HEAD", "--scan", "--fail-on", "warning").returncode, 0)
        self.write("c.cpp", bad.format("worse"))
        done = self.since("HEAD", "--scan", "--fail-on", "warning")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertEqual(done.stdout.count("[malformed-tag]"), 1)
        self.assertIn("c.cpp:1:", done.stdout)

    def test_the_page_names_hooks_that_there_are(self):
        named = {hook["id"] for hook in yaml.safe_load(block(".pre-commit-config.yaml"))["repos"][0]["hooks"]}
        there = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
        self.assertLessEqual(named, there)
        for hook in there:
            self.assertIn(hook, PAGE)

    def test_the_hooks_on_all_files(self):
        self.hooks("assay-scan", "assay-check")
        done = self.pre_commit("--all-files", "--verbose")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("[date-missing]", done.stdout)
        self.write("b.cpp", TAGGED.format(", 2024-02-01", "fresh"))
        self.git("add", "b.cpp")
        done = self.pre_commit("assay-scan")
        self.assertEqual(done.returncode, 1)
        self.assertIn("files were modified by this hook", done.stdout)
        self.git("add", "assay.yaml")
        self.assertEqual(self.pre_commit().returncode, 0)

    def test_the_hook_stops_until_the_manifest_is_in_the_index(self):
        self.git("rm", "-q", "--cached", "assay.yaml")
        self.hooks("assay-scan")
        self.git("rm", "-q", "--cached", "assay.yaml")
        done = self.pre_commit()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("assay.yaml is not in the index", done.stdout)
        self.git("add", "assay.yaml")
        self.assertEqual(self.pre_commit().returncode, 0)
        self.write("b.cpp", TAGGED.format("", "untracked"))  # not set aside, as the page says
        self.assertEqual(self.pre_commit().returncode, 1)
        self.assertIn("untracked", (self.project / "assay.yaml").read_text(encoding="utf-8"))

    def test_the_hooks_run_when_something_is_only_deleted(self):
        self.write("b.cpp", TAGGED.format("", "gone"))
        self.run_in_project("assay", "scan")
        self.hooks("assay-scan", "assay-check", "assay-check-staged")
        self.git("rm", "-q", "b.cpp")
        done = self.pre_commit()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertNotIn("Skipped", done.stdout)
        self.git("add", "assay.yaml")
        self.assertEqual(self.pre_commit().returncode, 0)

    def test_the_hook_before_the_first_commit(self):
        self.hooks("assay-check-staged")
        shutil.rmtree(self.project / ".git")
        self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        done = self.pre_commit()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.write(".assay.yaml", "policies: {date-missing: error}\n")
        done = self.pre_commit()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("a.cpp:1: error: the tag of `old` has no date", done.stdout)

    def test_the_hook_on_what_is_staged(self):
        self.write(".assay.yaml", "policies: {date-missing: error}\n")
        self.hooks("assay-check-staged")
        self.assertEqual(self.pre_commit("--all-files").returncode, 0)  # what HEAD has is known
        self.write("b.cpp", TAGGED.format("", "fresh"))
        self.run_in_project("assay", "scan")
        self.git("add", "b.cpp", "assay.yaml")
        done = self.pre_commit()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("b.cpp:1: error: the tag of `fresh` has no date", done.stdout)
        self.assertNotIn("`old`", done.stdout)
        self.git("reset", "-q", "--hard")
        self.write("c.cpp", TAGGED.format(", 2024-02-01", "good"))
        self.run_in_project("assay", "scan")
        self.git("add", "c.cpp", "assay.yaml")
        self.write("c.cpp", TAGGED.format("", "spoilt"))  # not staged: not looked at
        done = self.pre_commit()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("spoilt", (self.project / "c.cpp").read_text(encoding="utf-8"))

    def test_a_plain_hook_on_functions_that_the_commit_changes(self):
        hook = self.project / ".git/hooks/pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(re.search(r"^```sh .git/hooks/pre-commit\n(.*?)^```$", PAGE, re.S | re.M).group(1), encoding="utf-8")
        hook.chmod(0o755)
        self.write(".assay.yaml", "policies: {date-missing: error}\n")
        self.write("b.cpp", TAGGED.format(", 2024-02-01", "good"))
        self.run_in_project("assay", "scan")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "new code is in order")  # and old code is not looked at
        self.write("a.cpp", TAGGED.format("", "old").replace("return 1", "return 2"))
        self.run_in_project("assay", "scan")
        done = self.run_in_project("git", "commit", "-q", "-a", "-m", "old code is touched")  # with an index of its own
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("a.cpp:1: error: the tag of `old` has no date", done.stdout + done.stderr)

    def test_the_functions_that_a_branch_has_changed(self):
        self.git("checkout", "-q", "-b", "work")
        self.write("b.cpp", TAGGED.format(", 2024-02-01", "fresh"))
        done = self.run_in_project("assay", "scan", "--since", "main", "-o", "changed.yaml")
        self.assertEqual(done.stdout, "b.cpp:1: fresh (GPT-4, 2024-02-01)\n1 of 2 entries changed since main\n", done.stderr)
        self.assertNotIn("fresh", (self.project / "assay.yaml").read_text(encoding="utf-8"))
        changed = (self.project / "changed.yaml").read_text(encoding="utf-8")
        self.assertIn("fresh", changed)
        self.assertNotIn("old", changed)
        self.git("add", "b.cpp")
        self.write("a.cpp", TAGGED.format("", "old").replace("return 1", "return 2"))
        done = self.run_in_project("assay", "scan", "--staged")
        self.assertEqual(done.stdout, "b.cpp:1: fresh (GPT-4, 2024-02-01)\n1 of 2 entries changed in what is staged\n", done.stderr)
        done = self.run_in_project("assay", "scan", "--since", "HEAD")
        self.assertIn("a.cpp:1: old (GPT-4, edited 100 % since it was tagged)\n", done.stdout)
        self.assertEqual(self.run_in_project("assay", "scan", "--since", "nowhere").returncode, 3)
        self.assertEqual(self.run_in_project("assay", "scan", "--since", "main", "--check").returncode, 2)
        self.assertEqual(self.run_in_project("assay", "check", "--staged").returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
