# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `assay alerts` writes, judged by promtool: the rules load, each alert comes when the tests beside them say so and at no other time, and
those tests notice when a rule is broken. The rules ask for no series and no label that `assay serve` does not export. Monitors for Datadog are
what its client and Terraform take, and ask for metrics that are sent.

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
HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE.parent / "golden/alerts"
DATADOG = json.loads((HERE / "published/datadog-monitor.json").read_text(encoding="utf-8"))
TERRAFORM = json.loads((HERE / "published/datadog-terraform-monitor.json").read_text(encoding="utf-8"))
SENT = (HERE.parents[1] / "docs/reference/dogstatsd.md").read_text(encoding="utf-8")
# The forms of a query that Datadog documents, and the windows that it takes; with counts it sums over them and does nothing else. Of its
# functions those that are used, as its documentation has them: with what is added up, over how many seconds.
QUERY = re.compile(r"(?:avg|sum|min|max)\(last_(\d+)([mhd])\):(.*) [<>] ([\d.]+(?:e-\d+)?)", re.DOTALL)
WINDOWS = {"m": 2880, "h": 48, "d": 2}
FUNCTIONS = {"moving_rollup", "cutoff_min"}
ROLLUP_END = re.compile(r"(?:\.as_count\(\)|}), \d+, '(?:avg|min|max|sum|count)'\)")
USUAL = "every-function-at-once"
THRESHOLDS = "thresholds-of-single-functions"
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
COUNTS_MEMORY = ("-lassay_runtime", "-Wl,-u,assay_v1_allocation_counters", "-lassay_allocation")
# A break of the rules, and the scenario that notices it.
BREAKS = (
    (" offset 1h", "", "the hour is not in the day that it is compared with"),
    ("for: 10m", "for: 0s", "a spike that is over before it counts"),
    ("for: 10m", "for: 0s", "errors of a minute, over before they count"),
    ("for: 10m", "for: 0s", "levels that are high for a moment"),
    ("min_over_time(assay:resident:piece[1h])", "max_over_time(assay:resident:piece[1h])", "levels that are high for a moment"),
    (">= 30", ">= 0", "low traffic"),
    ("assay:timed:before * 86400 >= 30", "assay:timed:before * 86400 >= 0", "few calls on the day before"),
    ("assay:memory_calls:before * 86400 >= 30", "assay:memory_calls:before * 86400 >= 0", "few calls on the day before"),
    ("sum by (job, id) (assay:type_calls:before) * 86400 >= 30", "sum by (job, id) (assay:type_calls:before) * 86400 >= 0",
     "few calls on the day before"),
    ("assay:ended:before * 86400 >= 30", "assay:ended:before * 86400 >= 0", "few calls on the day before"),
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
    ("unless assay:open:recent <= 2 * assay:seconds:recent / 3600", "", "calls that do not return, and more calls than before"),
    ("assay:range:error_ratio_at_least > 2 * clamp_min(assay:range:error_ratio_others, 0.001)", "assay:range:errors > 0",
     "errors gather in large inputs"),
    ("(count_over_time(assay:range:gathered[1d] offset 1h)) > 72", "(count_over_time(assay:range:gathered[1d] offset 1h)) > 7200",
     "errors gather in large inputs"),
    ("assay:resident:recent / assay:resident:before > 1.5", "assay:resident:recent / assay:resident:before > 15",
     "processes have more memory, and calls allocate more"),
    ("sum by (job, instance) (increase(ai_code_lost_calls_total[1h])) > 0", "ai_code_lost_calls_total > 1000",
     "calls are lost, guards switched off, and a segment cannot be read"),
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

    def choose(self, names):
        """Leaves of the tests those with such a name."""
        tests = yaml.safe_load((self.folder / "rules_test.yaml").read_text(encoding="utf-8"))
        chosen = [test for test in tests["tests"] if re.search(names, test["name"])]
        self.assertGreater(len(chosen), 3)
        (self.folder / "rules_test.yaml").write_text(yaml.safe_dump({**tests, "tests": chosen}), encoding="utf-8")

    def holds(self, case, names=""):
        self.write_rules(case)
        self.choose(names)
        for words in (("check", "rules", "rules.yaml"), ("test", "rules", "rules_test.yaml")):
            done = self.promtool(*words)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn("SUCCESS", done.stdout)

    def test_every_function_at_once(self):
        self.holds(USUAL)

    def test_the_playbook_word_for_word(self):
        self.holds("the-playbook-word-for-word", "steady|restart|gap|slower|spike|fail|error")

    def test_thresholds(self):
        self.holds(THRESHOLDS, "steady|the code gets slower|own|tag's|budget")

    def test_factors_and_floors(self):
        self.holds("factors-and-floors")

    def test_all_others_load(self):
        for case in sorted(path.name for path in CASES.iterdir() if (path / "expected.yaml").exists()):
            with self.subTest(case):
                shutil.copy(CASES / case / "expected.yaml", self.folder / "rules.yaml")
                self.assertIn("SUCCESS", self.promtool("check", "rules", "rules.yaml").stdout)

    def test_tests_are_written_beside_rules_and_replace_nothing_else(self):
        for name in ("assay.yaml", "rules_test.cc"):
            (self.folder / name).write_text(MANIFEST, encoding="utf-8")
        shutil.copy(self.folder / "assay.yaml", self.folder / "named_test.yaml")
        (self.folder / "folder_test.yaml").mkdir()
        for code, words in ((2, ("-o", "rules.cc")), (2, ("-o", "named.yaml", "--manifest", "named_test.yaml")), (2, ("-o", "")),
                            (2, ("-o", ".assay.yaml")), (3, ("-o", "folder.yaml")), (3, ("-o", "no/rules.yaml/"))):
            before = sorted(self.folder.rglob("*"))
            done = run(ASSAY, "alerts", *words, folder=self.folder)
            self.assertEqual(done.returncode, code, (words, done.stderr))
            self.assertEqual([path for path in sorted(self.folder.rglob("*")) if path.is_file()], [path for path in before if path.is_file()], words)
            self.assertEqual((self.folder / "rules_test.cc").read_text(encoding="utf-8"), MANIFEST)
            self.assertEqual((self.folder / "named_test.yaml").read_text(encoding="utf-8"), MANIFEST)
        self.assertEqual(run(ASSAY, "alerts", "-o", "/dev/null", folder=self.folder).returncode, 0)
        self.assertFalse(pathlib.Path("/dev/null_test").exists())

    def test_thresholds_that_are_for_nobody_are_said(self):
        (self.folder / "assay.yaml").write_text(MANIFEST, encoding="utf-8")
        (self.folder / ".assay.yaml").write_text("thresholds:\n  ones: mean 5ms\n  one: errors 1%\n", encoding="utf-8")
        done = run(ASSAY, "alerts", "-o", "rules.yaml", folder=self.folder)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"\.assay\.yaml:2:9: warning: the thresholds of `ones` are for no function .*\[assay-alerts-002\]")
        self.assertEqual(done.stderr.count("warning"), 1)

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

    def monitors(self, form):
        for path in (CASES / THRESHOLDS).iterdir():
            if not path.name.startswith("expected"):
                shutil.copy(path, self.folder)
        done = run(ASSAY, "alerts", "--format", form, "--page-url", "http://host:9465", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def fits(self, value, kind):
        """Whether a value is of a type as Datadog's client names it."""
        if kind in DATADOG["models"]:
            known = {one["baseName"]: one for one in DATADOG["models"][kind].values()}
            return all(key in known and self.fits(part, known[key]["type"]) for key, part in value.items()) and all(
                name in value for name, one in known.items() if one.get("required"))
        if kind in DATADOG["enums"]:
            return value in DATADOG["enums"][kind]
        if kind == "Array<string>":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        return isinstance(value, bool) if kind == "boolean" else type(value) in {"string": (str,), "number": (int, float)}.get(kind, ())

    def test_monitors_are_what_datadog_takes(self):
        monitors = self.monitors("datadog")
        self.assertEqual(len({one["name"] for one in monitors if "limit" not in one["name"]}), 6)
        for monitor in monitors:
            self.assertTrue(self.fits(monitor, "Monitor"), monitor)
            found = QUERY.fullmatch(monitor["query"])
            self.assertIsNotNone(found, monitor["query"])
            self.assertLessEqual(int(found[1]), WINDOWS[found[2]])
            self.assertEqual(float(found[4]), monitor["options"]["thresholds"]["critical"])
            self.assertEqual(found[3].count("("), found[3].count(")"))
            if "as_count()" in found[3] or " / " in found[3]:  # the latter would be summed after the division, without a count
                self.assertTrue(monitor["query"].startswith("sum(") and "as_count()" in found[3], monitor["query"])
            self.assertLessEqual(set(re.findall(r"(\w+)\(", found[3])) - {"as_count"}, FUNCTIONS)
            self.assertEqual(found[3].count("moving_rollup("), len(ROLLUP_END.findall(found[3])))
            for metric in re.findall(r"ai_code\.\w+", found[3]):
                self.assertIn(f"`{metric}`", SENT)
            for tags in re.findall(r"by \{([^}]*)\}", found[3]):
                self.assertLessEqual(set(tags.split(",")), set(re.findall(r"`(\w+)`", SENT)))
        for wrong in ({"type": "pager"}, {"tags": "assay"}, {"options": {"threshold": 1}}, {"options": {"include_tags": "yes"}}):
            self.assertFalse(self.fits({**monitors[0], **wrong}, "Monitor"), wrong)
        self.assertFalse(self.fits({"type": "query alert"}, "Monitor"), "a query is required")

    def test_monitors_are_what_terraform_takes(self):
        kinds = {"string": str, "boolean": bool, "number": int, "string[]": list}
        resources = self.monitors("datadog-terraform")["resource"]["datadog_monitor"]
        self.assertEqual([one["query"] for one in resources.values()], [one["query"] for one in self.monitors("datadog")])
        for name, resource in resources.items():
            self.assertRegex(name, r"^[a-z][a-z0-9_]*$")
            for block, arguments in ((resource, "datadog_monitor"), (resource["monitor_thresholds"], "monitor_thresholds")):
                known = TERRAFORM[arguments]
                self.assertLessEqual({key for key, one in known.items() if one["required"]}, set(block))
                for key, value in block.items():
                    if key != "monitor_thresholds":
                        self.assertIs(type(value), kinds[known[key]["type"]], f"{name}: {key}")
                    self.assertNotRegex(str(value), r"[$%]\{", "Terraform would fill that in")

    def test_the_rules_ask_for_what_is_exported(self):
        (self.folder / "program.cpp").write_text(PROGRAM, encoding="utf-8")
        (self.folder / "assay.yaml").write_text(MANIFEST, encoding="utf-8")
        done = run("cmake", "--install", BUILD, "--component", "runtime", "--prefix", self.folder / "runtime", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        done = run("c++", "-std=c++17", "-Iruntime/include", "program.cpp", "-o", "program", "-Lruntime/lib", *COUNTS_MEMORY, "-pthread",
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
        labels = set(re.findall(r'[{,](\w+)="', exported)) | {"job", "instance"} | {"inputs"}  # which a rule makes of `le`
        grouped = {label for group in re.findall(r"(?:by|on|group_left) \(([^)]*)\)", rules) for label in group.split(", ")}
        self.assertEqual(grouped - labels, set())
        series = {label for test in yaml.safe_load((self.folder / "rules_test.yaml").read_text(encoding="utf-8"))["tests"]
                  for one in test["input_series"] for label in re.findall(r'[{ ](\w+)="', one["series"])}
        self.assertEqual(series - labels, set())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
