# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `assay alerts` writes, judged by promtool: the rules load, each alert comes when the tests beside them say so and at no other time, and
those tests notice when a rule is broken. The rules ask for no series and no label that `assay serve` does not export.

usage: alerts_test.py BUILD-FOLDER [unittest options]
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
CASES = pathlib.Path(__file__).resolve().parent.parent / "golden/alerts"
USUAL = "every-function-at-once"
# Inputs of two sizes and two types, by hand, so that no scan is needed.
PROGRAM = """
#include <assay/inserted.h>
static void one(int size, int type) {
  ASSAY_INSERTED_GUARD(0xa1, "one"); ASSAY_INSERTED_SIZE(0xa1, size); ASSAY_INSERTED_TYPE_INDEX(0xa1, type);
  if (type == 1) throw size;
}
int main() {
  for (int i = 0; i < 100; ++i) {
    try { one(i, i % 2); } catch (int) {}
  }
}
"""
MANIFEST = """assay: 1
functions:
  - id: "0x00000000000000a1"
    name: one
    kind: function
    linkage: external
    file: a.cc
    lines: 3-5
    tag-at: 2
    tag: generated
    model: GPT-4
    normalized-model: openai/gpt-4
    date: "2024-01-15"
    prompt: count to one
...
"""
# A break of the rules, and the scenario that notices it.
BREAKS = (
    (" offset 1h", "", "the hour is not in the day that it is compared with"),
    ("for: 10m", "for: 0s", "a spike that is over before it counts"),
    (">= 30", ">= 0", "low traffic"),
    ("assay:errors:recent >= 5", "assay:errors:recent > 0", "the first error ever"),
    ("(increase(ai_code_error_total[1h]))", "(abs(delta(ai_code_error_total[1h])))", "a restart sets the counters back"),
    ("assay:latency:growth / (assay:size:growth > 0)", "assay:latency:growth", "inputs grow, and the time with them"),
    ("(assay:type_latency:recent * assay:type_calls:before)", "(assay:type_latency:recent * assay:type_calls:recent)",
     "slow types of input become frequent"),
    ("unless assay:type_error_ratio:at_least <= 2 * clamp_min(assay:type_error_ratio:before, 0.001)", "",
     "a type of input that has always failed"),
    ("> 2 * clamp_min(assay:error_ratio:before, 0.001)", "> 200 * assay:error_ratio:before", "calls fail more often than before"),
    ("and on (job) assay:processes:running > 0", "", "the last process ends"),
    (">= 0.95", ">= 0.3", "a function that rests at night"),
    ("unless on (job) max by (job) (ai_code_processes)", "", "steady"),
    ("sum by (job, instance) (increase(ai_code_lost_calls_total[1h])) > 0", "ai_code_lost_calls_total > 1000",
     "calls are lost, and a segment cannot be read"),
)


def run(*command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


class Alerts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write_rules(self, case, *more):
        for path in (CASES / case).iterdir():
            if not path.name.startswith("expected"):
                shutil.copy(path, self.folder)
        args = self.folder / "args"
        words = args.read_text(encoding="utf-8").split() if args.exists() else []
        done = run(ASSAY, "alerts", "-o", "rules.yaml", *words, *more, folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)

    def promtool(self, *words):
        return run("promtool", *words, folder=self.folder)

    def holds(self, case, *more):
        self.write_rules(case, *more)
        for words in (("check", "rules", "rules.yaml"), ("test", "rules", "rules_test.yaml")):
            done = self.promtool(*words)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn("SUCCESS", done.stdout)

    def test_every_function_at_once(self):
        self.holds(USUAL)

    def test_the_playbook_word_for_word(self):
        self.holds("the-playbook-word-for-word")

    def test_thresholds(self):
        self.holds("thresholds-of-single-functions")

    def test_factors_and_floors(self):
        self.holds("factors-and-floors")

    def test_all_others_load(self):
        for case in sorted(path.name for path in CASES.iterdir() if (path / "expected.yaml").exists()):
            with self.subTest(case):
                shutil.copy(CASES / case / "expected.yaml", self.folder / "rules.yaml")
                self.assertIn("SUCCESS", self.promtool("check", "rules", "rules.yaml").stdout)

    def test_a_broken_rule_is_noticed(self):
        self.write_rules(USUAL)
        rules = (self.folder / "rules.yaml").read_text(encoding="utf-8")
        tests = yaml.safe_load((self.folder / "rules_test.yaml").read_text(encoding="utf-8"))
        for right, wrong, scenario in BREAKS:
            with self.subTest(scenario):
                self.assertIn(right, rules)
                (self.folder / "rules.yaml").write_text(rules.replace(right, wrong), encoding="utf-8")
                chosen = [test for test in tests["tests"] if test["name"] == scenario]
                self.assertEqual(len(chosen), 1, scenario)
                (self.folder / "rules_test.yaml").write_text(yaml.safe_dump({**tests, "tests": chosen}), encoding="utf-8")
                self.assertIn("SUCCESS", self.promtool("check", "rules", "rules.yaml").stdout)
                done = self.promtool("test", "rules", "rules_test.yaml")
                self.assertNotEqual(done.returncode, 0, "nothing noticed it")
                self.assertIn(scenario, done.stdout + done.stderr)

    def test_the_bound_is_wilsons(self):
        self.write_rules(USUAL)
        series = 'ai_code_{}_total{{job="assay", function="f", id="0x1", ai_source="m"}}'
        share, calls, square = 0.25, 240.0, 9.0
        bound = (share + square / 2 / calls - (square * (share * (1 - share) / calls + square / 4 / calls**2))**0.5) / (1 + square / calls)
        test = {"interval": "1m", "input_series": [{"series": series.format("success"), "values": "0+3x120"},
                                                   {"series": series.format("error"), "values": "0+1x120"}],
                "promql_expr_test": [{"expr": "round(assay:error_ratio:at_least * 1e9)", "eval_time": "2h",
                                      "exp_samples": [{"labels": '{job="assay", id="0x1"}', "value": round(bound * 1e9)}]}]}
        (self.folder / "rules_test.yaml").write_text(yaml.safe_dump({"rule_files": ["rules.yaml"], "evaluation_interval": "5m",
                                                                     "tests": [test]}), encoding="utf-8")
        done = self.promtool("test", "rules", "rules_test.yaml")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_rules_ask_for_what_is_exported(self):
        (self.folder / "program.cpp").write_text(PROGRAM, encoding="utf-8")
        (self.folder / "assay.yaml").write_text(MANIFEST, encoding="utf-8")
        done = run("cmake", "--install", BUILD, "--component", "runtime", "--prefix", self.folder / "runtime", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        done = run("c++", "-std=c++17", "-Iruntime/include", "program.cpp", "-o", "program", "-Lruntime/lib", "-lassay_runtime", "-pthread",
                   folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        (self.folder / "segments").mkdir()
        subprocess.run([self.folder / "program"], env={"ASSAY_DIR": str(self.folder / "segments")}, check=True)
        exported = run(ASSAY, "serve", "--once", "--segments", "segments", folder=self.folder).stdout
        done = run(ASSAY, "alerts", "-o", "rules.yaml", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        rules, tests = (json.dumps(yaml.safe_load((self.folder / name).read_text(encoding="utf-8"))) for name in ("rules.yaml", "rules_test.yaml"))
        names = set(re.findall(r"^(ai_code_\w+)", exported, re.MULTILINE))
        for text in (rules, tests):
            asked = set(re.findall(r"\bai_code_\w+", text))
            self.assertGreater(len(asked), 10)
            self.assertEqual(asked - names, set())
        labels = set(re.findall(r'[{,](\w+)="', exported)) | {"job", "instance"}
        grouped = {label for group in re.findall(r"(?:by|on|group_left) \(([^)]*)\)", rules) for label in group.split(", ")}
        self.assertEqual(grouped - labels, set())
        series = {label for test in yaml.safe_load((self.folder / "rules_test.yaml").read_text(encoding="utf-8"))["tests"]
                  for one in test["input_series"] for label in re.findall(r'[{ ](\w+)="', one["series"])}
        self.assertEqual(series - labels, set())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
