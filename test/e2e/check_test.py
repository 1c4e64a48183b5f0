# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay check` as CI systems use it: exit codes, every format judged by a checker of its form, the baseline over edits of real code,
configurations that are wrong on purpose, and tags full of what formats could trip over.

usage: check_test.py BUILD-FOLDER [unittest options]
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

import ci_formats
import jsonschema
import yaml

ASSAY = pathlib.Path(sys.argv[1]).resolve() / "bin/assay"
TODAY = ("--today", "2026-11-29")
SOURCE = """// AI-generated: GPT-4, 2024-01-15, prompt: "one of two"
int answer(int question) {
  return question + 1;
}
"""
# What would break a terminal, XML, JSON, a workflow command, a link or a shell, in every field that a tag has.
NASTY = "\x1b[2J\x00\x07 ::error::x%0A%25 ]]> <b>&amp; \"' [l](http://e) \u202e \ufffe \U0001f600 \\ \r\n\t$(x) `y` --> {0}"


def entry(number, **more):
    return {"id": f"0x{number:016x}", "name": f"f{number}", "kind": "function", "linkage": "external", "file": "a.cpp",
            "lines": f"{10 * number + 1}-{10 * number + 3}", "body": f"{10 * number + 1}:9-{10 * number + 3}:1", "tag-at": 10 * number,
            "tag": "generated", "model": "GPT-4", "normalized-model": "openai/gpt-4", "date": "2024-01-15", "prompt": "p", **more}


def without(key, number):
    return {k: v for k, v in entry(number).items() if k != key}


class Check(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def write_manifest(self, *entries, name="assay.yaml"):
        self.write(name, yaml.safe_dump({"assay": 1, "files": [], "functions": list(entries)}, allow_unicode=False) + "...\n")

    def run_assay(self, *words, folder=None):
        return subprocess.run([ASSAY, *words], cwd=folder or self.folder, capture_output=True, text=True, check=False)

    def check(self, *words, wants, folder=None):
        done = self.run_assay("check", *TODAY, *words, folder=folder)
        self.assertEqual(done.returncode, wants, done.stdout + done.stderr)
        return done

    def test_exit_codes(self):
        self.write_manifest(without("date", 1))
        self.check(wants=0)
        self.check("--fail-on", "warning", wants=1)
        self.check("--fail-on", "note", wants=1)
        self.check("--fail-on", "fatal", wants=2)
        self.check("--today", "yesterday", wants=2)
        self.check("--output", "pdf", wants=2)
        self.check("--output", "sarif=", wants=2)
        self.check("--output", "sarif=a", "--output", "json=a", wants=2)
        self.check("--output", "sarif=assay.yaml/a", wants=3)
        self.check("--baseline", "nowhere.yaml", wants=3)
        self.check("--baseline-review", "before.json", wants=2)
        self.check("--manifest", "nowhere.yaml", wants=3)
        self.write("assay.yaml", "assay: 1\nfunctions:\n  - id: [\n")
        self.check(wants=3)
        (self.folder / "assay.yaml").unlink()
        self.check(wants=2)

    def test_outputs_that_would_spoil_each_other(self):
        self.write_manifest(entry(1))
        (self.folder / "link").symlink_to(".")
        for one, other in (("text=o1", "json=./o1"), ("sarif=o1", f"json={self.folder}/o1"), ("sarif=o1", "json=link/o1"),
                           ("json", "sarif"), ("json", "json"), ("text", "junit"), ("github", "sarif")):
            with self.subTest(one=one, other=other):
                self.assertEqual(self.check("--output", one, "--output", other, wants=2).stdout, "")
        self.assertFalse((self.folder / "o1").exists())
        self.check("--output", "text", "--output", "github", "--output", "json=o1", wants=0)

    def test_a_working_folder_that_was_deleted(self):
        for verb in ("check", "scan", "report"):
            done = subprocess.run(["sh", "-c", 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1"', ASSAY, verb], cwd=self.folder,
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn("the working folder is not there", done.stderr)

    def test_the_configuration_decides(self):
        self.write_manifest(without("date", 1))
        self.write(".assay.yaml", "policies: {date-missing: error}\n")
        self.check(wants=1)
        self.write(".assay.yaml", "policies: {date-missing: {severity: error, except: '*.cpp'}}\n")
        self.check("--fail-on", "error", wants=0)
        self.write(".assay.yaml", "check: {fail-on: warning}\n")
        self.check(wants=1)
        self.write(".assay.yaml", "fail-on: regression\n")
        self.assertIn("check: {fail-on: warning}", self.check(wants=2).stderr)

    def test_a_policy_that_is_off_has_not_passed(self):
        self.write_manifest(without("prompt", 1))
        self.write(".assay.yaml", "policies: {prompt-missing: off, date-missing: {severity: off, paths: x}}\n")
        suites = {suite.get("name") for suite in ci_formats.junit(self.check("--output", "junit", wants=0).stdout)}
        self.assertIn("date-missing", suites)
        self.assertNotIn("prompt-missing", suites)

    def test_a_wrong_configuration_is_named_by_place(self):
        self.write_manifest(entry(1))
        for text, place, words in (
                ("policies:\n  modle-missing: error\n", ":2:3:", "did you mean `model-missing`?"),
                ("policies:\n  stale-tag: {days: soon}\n", ":2:21:", "a whole number of days, not `soon`"),
                ("policies:\n  stale-tag: {days: 99999999999999999999}\n", ":2:21:", "a whole number"),
                ("policies:\n  ai-lines: {most: \"\\e[2J\"}\n", ":2:20:", "\\x1B[2J"),
                ("policies:\n  model-missing: {paths: '# all'}\n", ":2:26:", "patterns"),
                ("policies:\n  - model-missing\n", ":2:3:", "must be a map"),
                ("policies:\n  model-missing: error\n  model-missing: off\n", ":3:3:", "model-missing"),
                ("policies: {a: &x [*x]}\n", ":1:", "alias"),
                ("policies:\n\tx: y\n", ":2:", ""),
                ("policies: {" + "a: {" * 5000 + "\n", ":1:", "")):
            with self.subTest(text[:60]):
                self.write(".assay.yaml", text)
                done = self.check(wants=2)
                self.assertIn(f".assay.yaml{place}", done.stderr)
                self.assertIn(words, done.stderr)
                self.assertNotIn("\x1b", done.stderr)
                self.assertEqual(done.stdout, "")

    def test_nasty_text_breaks_no_format(self):
        self.write_manifest(
            entry(1, name=NASTY, file="a b:c,d%41/é.cpp", model=NASTY, prompt=NASTY, extra={"monitor": NASTY, "errors": NASTY, "date": NASTY}),
            entry(2, **{"normalized-model": "", "model": NASTY}))
        self.write(".assay.yaml", "policies: {models-allowed: {models: x}, ai-forbidden: error, review-required: error}\n")
        outputs = [word for form in ("sarif", "junit", "json", "github") for word in ("--output", f"{form}=out.{form}")]
        printed = self.check(*outputs, wants=1).stdout
        self.assertNotRegex(printed, "[\x00-\x08\x0b-\x1f\x7f\u202e]")
        results = ci_formats.sarif((self.folder / "out.sarif").read_text(encoding="utf-8"))
        self.assertIn(NASTY, results[0]["properties"]["prompt"])
        self.assertNotRegex(" ".join(r["message"]["text"] for r in results), r"(?<!\\)\[l\]\(")
        ci_formats.junit((self.folder / "out.junit").read_bytes())
        found = json.loads((self.folder / "out.json").read_text(encoding="utf-8"))["findings"]
        self.assertEqual(found[0]["prompt"], NASTY)
        commands = (self.folder / "out.github").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(commands), len(found))
        for command in commands:
            self.assertRegex(command, r"^::(error|warning|notice) file=[^:,]+,line=\d+,title=assay [a-z-]+::[^\r]+$")
            self.assertNotRegex(command, r"%(?!25|0A|2C|3A)")

    def test_every_format_says_the_same(self):
        self.write_manifest(without("date", 1), without("prompt", 2), without("date", 3), entry(4))
        counts = {}
        for form in ("text", "sarif", "junit", "github", "json"):
            counts[form] = self.check("--output", form, wants=0).stdout
        self.assertEqual(len(re.findall(r"\[[a-z-]+\]$", counts["text"], re.MULTILINE)), 3)
        self.assertEqual(len(ci_formats.sarif(counts["sarif"])), 3)
        self.assertEqual(len(ci_formats.junit(counts["junit"]).findall("testsuite/testcase/system-out")), 3)
        self.assertEqual(counts["github"].count("::warning "), 2)
        self.assertEqual(len(json.loads(counts["json"])["findings"]), 3)

    def test_the_checkers_of_formats_can_fail(self):
        self.write_manifest(without("date", 1))
        sarif = self.check("--output", "sarif", wants=0).stdout
        for right, wrong in (('"a.cpp"', '"/a.cpp"'), ('"a.cpp"', '"a b.cpp"'), ('"startLine": 10', '"startLine": 0'), ('"level": "warning"', '"level": "bad"'),
                             ('"primaryLocationLineHash"', '"other"'), ('"version": "2.1.0"', '"version": "2.0.0"'), ('"ruleIndex": 8', '"ruleIndex": 7'),
                             ('"endColumn": 2', '"column": 2')):
            with self.subTest(wrong):
                self.assertIn(right, sarif)
                ci_formats.sarif(sarif)
                with self.assertRaises((jsonschema.ValidationError, AssertionError)):
                    ci_formats.sarif(sarif.replace(right, wrong))
        junit = self.check("--output", "junit", wants=0).stdout
        for right, wrong in (("testcase", "case"), (' classname="', ' class="'), ('failures="0"', 'failures="1"'), ("<system-out>", "<system-out>&"),
                             (' time="0"', ' time="0" hostname="x"')):
            with self.subTest(wrong):
                self.assertIn(right, junit)
                ci_formats.junit(junit)
                with self.assertRaises((xml.ParseError, AssertionError, KeyError)):
                    ci_formats.junit(junit.replace(right, wrong))

    def test_prompts_are_redacted(self):
        secret = "ghp_" + "aB3xY9qL0mZ7tR5wK2vN8caB3xY9qL0mZ7tR5w"
        self.write_manifest(entry(1, prompt=f"log in with {secret}", note=secret), entry(2, prompt="our secret sauce", model="", date=""),
                            entry(3, extra={"monitor": secret}, model=secret, **{"normalized-model": ""}))
        forms = ("text", "sarif", "junit", "github", "json")
        for form in forms:
            plain = self.check("--output", form, wants=0).stdout
            self.assertNotIn(secret.lower(), plain.lower())
            self.assertNotIn("sauce", self.check("--output", form, "--redact-prompts", wants=0).stdout)
        self.assertIn("sauce", self.check("--output", "json", wants=0).stdout)
        self.assertIn("secret-in-prompt", self.check(wants=0).stdout)
        for form in ("text", "markdown", "json"):
            report = self.run_assay("report", "--format", form, "--redact-prompts")
            self.assertEqual(report.returncode, 0, report.stderr)
            self.assertNotIn("sauce", report.stdout)
            self.assertNotIn("missing-prompt", report.stdout)
            self.assertNotIn("assay-report-004", report.stderr)
            warned = self.run_assay("report", "--format", form)
            self.assertEqual(warned.returncode, 0, warned.stderr)
            self.assertEqual(warned.stderr.count("looks like it holds a GitHub token"), 2, warned.stderr)
            self.assertNotIn(secret, warned.stderr)

    def test_a_baseline_over_edits_of_real_code(self):
        self.write("a.cpp", SOURCE.replace(", 2024-01-15", ""))
        self.write("b.cpp", SOURCE.replace("GPT-4, ", "").replace("answer", "other"))
        self.run_assay("scan")
        old = (self.folder / "assay.yaml").read_text(encoding="utf-8")
        self.write("before.yaml", old)
        first = ci_formats.sarif(self.check("--output", "sarif", "--fail-on", "warning", wants=1).stdout)
        self.write("a.cpp", "int unrelated();\n\n\n" + SOURCE.replace(", 2024-01-15", "").replace("+ 1", "+ 2"))  # moved, edited
        (self.folder / "sub").mkdir()
        (self.folder / "b.cpp").rename(self.folder / "sub/c.cpp")  # moved to another file
        self.run_assay("scan")
        again = ci_formats.sarif(self.check("--output", "sarif", "--fail-on", "warning", wants=1).stdout)
        self.assertEqual({r["partialFingerprints"]["primaryLocationLineHash"] for r in first},
                         {r["partialFingerprints"]["primaryLocationLineHash"] for r in again})
        self.assertIn("2 known from the baseline", self.check("--baseline", "before.yaml", "--fail-on", "note", wants=0).stdout)
        self.write("sub/c.cpp", (self.folder / "sub/c.cpp").read_text(encoding="utf-8") + SOURCE.replace("GPT-4, ", "").replace("answer", "third"))
        self.run_assay("scan")
        done = self.check("--baseline", "before.yaml", "--fail-on", "warning", wants=1)
        self.assertIn("sub/c.cpp:5: warning: the tag of `third` names no model", done.stdout)
        self.assertEqual(done.stdout.count("[model-missing]"), 1)

    def test_a_scan_first(self):
        self.write("a.cpp", SOURCE)
        self.assertIn("there is no manifest", self.check("--scan", wants=1).stdout)
        self.assertFalse((self.folder / "assay.yaml").exists())
        self.run_assay("scan")
        self.check("--scan", "--fail-on", "note", wants=0)
        self.write("a.cpp", SOURCE + SOURCE.replace("answer", "again"))
        self.assertIn("out of date", self.check("--scan", wants=1).stdout)
        self.check(wants=0)  # without a scan nobody knows
        self.write(".assay.yaml", "policies: {manifest-outdated: off}\n")
        self.check("--scan", wants=0)
        self.write("a.cpp", "int broken( {\n" + SOURCE + "#include \"nowhere.h\"\n")
        self.write(".assay.yaml", "scan: {exclude: b.cpp}\nskip: sometimes\n")
        self.check("--scan", wants=2)

    def test_no_output_replaces_what_is_read(self):
        self.write_manifest(entry(1))
        self.write("a.cpp", SOURCE)
        self.write("before.yaml", (self.folder / "assay.yaml").read_text(encoding="utf-8"))
        kept = {file: file.read_bytes() for file in self.folder.iterdir()}
        for words in (("check", "--output", "json=assay.yaml"), ("check", "--baseline", "before.yaml", "--output", "json=./before.yaml"),
                      ("check", "--output", "json=a.cpp"), ("report", "--output", "json=new", "--output", "csv=assay.yaml"),
                      ("report", "--manifest", "before.yaml", "--output", "csv=before.yaml"), ("alerts", "-o", "assay.yaml"), ("dashboard", "-o", "a.cpp"),
                      ("instrument", "--diff", "--report", "assay.yaml"), ("scan", "-o", "a.cpp"), ("completion", "bash", "-o", "a.cpp")):
            with self.subTest(words):
                done = self.run_assay(*words)
                self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
                self.assertIn("would be replaced", done.stderr)
                self.assertEqual({file: file.read_bytes() for file in self.folder.iterdir()}, kept)

    def test_a_baseline_knows_what_a_scan_says_of_tags(self):
        self.write("a.cpp", SOURCE.replace("2024-01-15", "2024-02-31"))
        self.run_assay("scan", "-o", "before.yaml")
        self.write("a.cpp", "int moved();\n" + SOURCE.replace("2024-01-15", "2024-02-31") + SOURCE.replace("2024-01-15", "2024-04-31").replace("answer", "again"))
        self.run_assay("scan")
        self.assertEqual(self.check("--scan", wants=0).stdout.count("[malformed-tag]"), 2)
        self.assertEqual(self.check(wants=0).stdout.count("` is no date [malformed-tag]"), 2, "the manifest knows it, too")
        self.assertEqual(self.check("--baseline", "before.yaml", wants=0).stdout.count("[malformed-tag]"), 1)
        done = self.check("--scan", "--baseline", "before.yaml", wants=0).stdout
        self.assertEqual(done.count("[malformed-tag]"), 1, done)
        self.assertIn("a.cpp:6:", done)

    def test_the_build_folder_of_a_scan_first(self):
        self.write("a.cpp", SOURCE + "#ifdef MORE\n" + SOURCE.replace("answer", "more") + "#endif\n")
        for build, flags in (("b1", []), ("b2", ["-DMORE"])):
            self.write(f"{build}/compile_commands.json", json.dumps([
                {"directory": str(self.folder), "file": "a.cpp", "arguments": ["c++", *flags, "-c", "a.cpp"]}]))
        self.run_assay("scan", "-p", "b2")
        for text, words, wants in (("build-folder: b1\n", (), 1), ("build-folder: b1\n", ("-p", "b2"), 0), ("check: {build-folder: b2}\n", (), 0),
                                   ("scan: {build-folder: b1}\ncheck: {build-folder: b2}\n", (), 0), ("check: {build-folder: b1}\n", ("-p", "b2"), 0),
                                   ("build-folder: b1\nscan: {build-folder: b2}\n", (), 0), ("check: {build-folder: b2}\n", ("-p", "b1"), 1)):
            with self.subTest(text=text, words=words):
                self.write(".assay.yaml", text)
                self.check("--scan", *words, wants=wants)

    def test_shares_are_read_off_the_sources(self):
        self.write("src/a.cpp", SOURCE + "int b() {\n  return 1;\n}\n")
        self.write("src/x.cpp", SOURCE.replace("answer", "more"))
        self.write(".assay.yaml", "policies: {ai-lines: {most: 66}}\nscan: {exclude: src/x.cpp}\n")
        self.run_assay("scan")
        self.check(wants=0)
        self.write(".assay.yaml", "policies: {ai-lines: {most: 66}}\n")
        self.run_assay("scan")
        self.assertIn("66.7 % of the lines of functions in src are AI code (6 of 9)", self.check(wants=1).stdout)
        self.run_assay("scan", "-o", "before.yaml")
        self.write("src/a.cpp", SOURCE)  # a function fewer: the share has grown, the AI code has not
        self.run_assay("scan")
        self.assertIn("1 known from the baseline", self.check("--baseline", "before.yaml", wants=0).stdout)
        self.write("src/x.cpp", SOURCE.replace("answer", "more").replace("  return", "  ++question;\n  return"))
        self.run_assay("scan")
        self.assertIn("100.0 % of the lines of functions in src are AI code (7 of 7)", self.check("--baseline", "before.yaml", wants=1).stdout)

    def test_code_that_cannot_be_parsed(self):
        self.write("a.cpp", SOURCE)
        self.write("build/compile_commands.json", json.dumps([
            {"directory": str(self.folder), "file": "a.cpp", "arguments": ["c++", "--target=no-such-machine", "-c", "a.cpp"]}]))
        for severity, count in (("error", 1), ("off", 0)):
            self.write(".assay.yaml", f"policies: {{manifest-outdated: off, uncompiled: {severity}}}\n")
            done = self.check("--scan", "-p", "build", wants=3)
            self.assertEqual(done.stdout.count("a.cpp:1: error: the tag of `answer` stands in code that could not be parsed [uncompiled]"), count)

    def test_paths_are_relative_to_where_it_was_called(self):
        self.write("lib/sub/a.cpp", SOURCE.replace(", 2024-01-15", ""))
        self.run_assay("scan", folder=self.folder / "lib")
        for folder, words, file in ((self.folder, ("--manifest", "lib/assay.yaml"), "lib/sub/a.cpp"), (self.folder / "lib", (), "sub/a.cpp"),
                                    (self.folder / "lib/sub", (), "sub/a.cpp")):
            done = self.check("--output", "sarif", "--fail-on", "note", *words, wants=1, folder=folder)
            location = ci_formats.sarif(done.stdout)[0]["locations"][0]["physicalLocation"]["artifactLocation"]
            self.assertEqual(location["uri"], file)

    def test_paths_are_relative_to_what_is_asked_for(self):
        self.write("lib/sub/a.cpp", SOURCE.replace(", 2024-01-15", ""))
        (self.folder / "other").mkdir()
        lib = self.folder / "lib"
        self.run_assay("scan", folder=lib)
        for base, file in (("..", "lib/sub/a.cpp"), (self.folder, "lib/sub/a.cpp"), (".", "sub/a.cpp"), ("sub", "sub/a.cpp"), ("../other", "sub/a.cpp")):
            for words in ((), ("--scan",)):
                done = self.check("--relative-to", base, *words, wants=0, folder=lib)
                self.assertIn(f"{file}:1: warning", done.stdout.splitlines()[0])
        self.check("--relative-to", "nowhere", wants=2, folder=lib)
        self.check("--relative-to", "sub/a.cpp", wants=2, folder=lib)
        self.write("lib/.assay.yaml", "relative-to: ..\n")
        self.assertTrue(self.check(wants=0, folder=lib / "sub").stdout.startswith("lib/sub/a.cpp:1: "))

    def test_more_than_a_code_host_takes(self):
        self.write_manifest(*(without("date", i) for i in range(1, 41)))
        text = (self.folder / "assay.yaml").read_text(encoding="utf-8")
        head, body = text.split("functions:\n")
        body = body.removesuffix("...\n")
        many = "".join(body.replace("0x0000000000", f"0x{i:010x}").replace("a.cpp", f"a{i}.cpp") for i in range(700))
        self.write("assay.yaml", head + "functions:\n" + many + "...\n")
        done = self.check("--output", "sarif=out.sarif", wants=0)
        self.assertIn("28000 warnings", done.stdout)
        log = json.loads((self.folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]
        self.assertEqual(len(log["results"]), 25000)
        self.assertIn("3000 findings are left out", json.dumps(log["invocations"]))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
