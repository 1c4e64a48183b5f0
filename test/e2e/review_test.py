# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay review` over two weeks of a synthetic production (review_history.cpp): every planted fault is found, nothing healthy is
blamed, a week like the one before gives no finding; text, JSON, --explain, exit codes, and the example of the page.

usage: review_test.py BUILD-FOLDER [unittest options]
"""
import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import unittest

import yaml

from review_faults import END, PLANTED, blamed, missed

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
MAKER = BUILD / "bin/review_history"
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SEEDS = range(1, 13)


class Review(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()  # pylint: disable=consider-using-with
        cls.folder = pathlib.Path(cls.scratch.name)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def history(self, seed, *more):
        file = self.folder / f"{seed}{''.join(more)}.db"
        if not file.exists():
            subprocess.run([MAKER, file, str(seed), *more], check=True)
        return file

    def review(self, history, *arguments, status=0):
        until = () if "--until" in arguments else ("--until", END)
        done = subprocess.run([ASSAY, "review", "--history", history, *until, *arguments], cwd=self.folder, capture_output=True, text=True,
                              check=False, env={**os.environ, "TZ": "America/New_York", "LC_ALL": "C.UTF-8"})
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout if status < 2 else done.stderr

    def found(self, seed, *more):
        review = json.loads(self.review(self.history(seed, *more), "--json"))
        return {f["name"]: {finding["code"] for finding in f["findings"]} for f in review["functions"]}

    def test_every_planted_fault_is_found_and_nobody_else_blamed(self):
        wrong, right = [], []
        for seed in SEEDS:
            for name, codes in self.found(seed).items():
                right += [(seed, name, code) for code in missed(name, codes)]
                wrong += [(seed, name, code) for code in blamed(name, codes)]
        print(f"{len(SEEDS)} seeds, {len(PLANTED)} faults in each: {len(right)} missed {right}; {len(wrong)} blamed {wrong}")
        self.assertLessEqual(len(right), len(SEEDS) * len(PLANTED) // 20)
        self.assertLessEqual(len(wrong), 1)

    def test_a_week_like_the_one_before_gives_no_regression(self):
        worse = {"more-errors", "slower", "slower-median", "slower-tail"}
        found = [(seed, name, codes & worse) for seed in SEEDS for name, codes in self.found(seed, "quiet").items() if codes & worse]
        self.assertLessEqual(len(found), 1, found)

    def test_what_the_page_shows(self):
        """The example of docs/reference/review.md is what the program prints."""
        page = (ROOT / "docs/reference/review.md").read_text(encoding="utf-8")
        shown = re.findall(r"^```\n(Review of .*?)^```", page, re.S | re.M)
        self.assertEqual(len(shown), 1)
        self.assertEqual(shown[0], self.review(self.history(1)))

    def test_the_json_that_the_page_has(self):
        """With one function, one element of each list, four digits of each number."""
        page = (ROOT / "docs/reference/review.md").read_text(encoding="utf-8")
        example = json.loads(re.findall(r"^```json\n(.*?)^```", page, re.S | re.M)[0])
        review = json.loads(self.review(self.history(1), "--json"))

        def shortened(value):
            if isinstance(value, dict):
                return {key: shortened(inner) for key, inner in value.items()}
            if isinstance(value, list):
                return [shortened(inner) for inner in (value[:1] if value and isinstance(value[0], dict) else value)]
            return float(f"{value:.4g}") if isinstance(value, float) else value

        for key in ("attention", "functions"):
            review[key] = [one for one in review[key] if one["name"] == "failsAboveSize"]
        self.assertEqual(list(review), list(example))
        self.assertEqual(shortened(review), example)

    def test_the_same_question_has_the_same_answer(self):
        history = self.history(2)
        for arguments in ((), ("--json",), ("--explain", "drifts")):
            self.assertEqual(self.review(history, *arguments), self.review(history, *arguments))

    def test_exit_codes(self):
        bad, quiet = self.history(1), self.history(1, "quiet")
        self.review(bad, "--fail-on", "regression", status=1)
        self.review(quiet, "--fail-on", "regression", status=0)
        self.review(bad, "--fail-on", "anything", status=2)
        self.review(bad, "--since", "a while", status=2)
        self.assertIn("no function 'nobody'", self.review(bad, "--explain", "nobody", status=2))
        self.assertIn("assay serve", self.review(self.folder / "none.db", status=3))
        self.review("none", status=2)
        self.review(bad, "--manifest", self.folder / "none.yaml", status=3)

    def test_explain(self):
        history = self.history(1)
        by_name = self.review(history, "--explain", "hiddenSquare")
        identity = re.search(r"id (0x[0-9a-f]{16})", by_name).group(1)
        self.assertEqual(self.review(history, "--explain", identity), by_name)
        self.assertIn("Growth with the size of the input\n  time as n^", by_name)
        as_json = json.loads(self.review(history, "--explain", "hiddenSquare", "--json"))
        self.assertEqual(as_json["function"]["id"], identity)
        exponent = as_json["function"]["growth"]["exponent"]
        self.assertTrue(exponent["low"] <= 2 <= exponent["high"], exponent)
        finding, = json.loads(self.review(history, "--explain", "slowerSinceRelease", "--json"))["function"]["findings"]
        self.assertEqual(finding["onset"]["kind"], "step")
        self.assertTrue(finding["onset"]["earliest"] <= 1795824000 <= finding["onset"]["latest"], finding)  # 2026-11-28
        manifest = self.folder / "promise.yaml"
        manifest.write_text(f'assay: 1\nfunctions:\n  - id: "{identity}"\n    name: hiddenSquare\n    file: app.cc\n    tag: generated\n'
                            "    extra:\n      complexity: O(n log n)\n...\n", encoding="utf-8")
        promised = self.review(history, "--explain", "hiddenSquare", "--manifest", manifest)
        self.assertIn("  breaks its promise of O(n log n): time as n^2", promised)

    def test_every_format_at_once(self):
        history, page, feedback = self.history(1), self.folder / "r.html", self.folder / "next/prompt.md"
        files = {name: self.folder / f"r.{name}" for name in ("markdown", "json", "text")}
        printed = self.review(history, "--output", f"html={page}", *(f"--output={name}={file}" for name, file in files.items()),
                              "--feedback", feedback)
        self.assertEqual(printed, "")
        for name, file in files.items():
            self.assertEqual(file.read_text(encoding="utf-8"), self.review(history, "--format", name), name)
        html = page.read_text(encoding="utf-8")
        self.assertEqual(html.count("<figure>"), 8 * 3 + 4)
        self.assertNotIn("<script", html)
        shown = re.findall(r"^    (## `failsAboveSize`.*?\n)\n\S", (ROOT / "docs/reference/review.md").read_text(encoding="utf-8"), re.S | re.M)
        example = re.sub(r"^    ", "", shown[0], flags=re.M).strip()
        self.assertIn(example, feedback.read_text(encoding="utf-8"))
        self.assertNotIn("write failsAboveSize", self.review(history, "--redact-prompts", "--format", "json"))
        self.review(history, "--explain", "drifts", "--format", "html", status=2)
        self.review(history, "--output", "html", status=2)

    def test_bodies_of_functions(self):
        history = self.history(1)
        text = self.review(history, "--version", "latest", "--fail-on", "regression", status=1)
        self.assertIn("Review of the bodies of latest against those of previous, in the 28 d until 2026-12-03", text)
        self.assertIn("Not compared: 10 with the same body in both, 0 ", text)
        review = json.loads(self.review(history, "--version", "0000000000000002", "--against", "0000000000000001", "--json"))
        found = {f["name"]: {finding["code"] for finding in f["findings"]} for f in review["functions"]}
        self.assertEqual(sorted(found), ["allocatesMore", "leaksSinceRelease", "returnsBuffer", "slowerSinceRelease"])
        self.assertIn("slower", found["slowerSinceRelease"])
        self.assertIn("keeps-more", found["leaksSinceRelease"])
        self.assertFalse(found["returnsBuffer"])
        self.review(history, "--version", "latest", "--against", "7d", status=2)
        self.review(history, "--version", "v1", status=2)
        for mistyped in (("--version", "abcdef"), ("--version", "latest", "--against", "abcdef")):
            self.assertIn("no function that was called has a body 'abcdef'",
                          self.review(history, *mistyped, "--fail-on", "regression", status=2))

    def test_what_the_how_to_shows(self):
        page = (ROOT / "docs/how-to/review-every-week.md").read_text(encoding="utf-8")
        commands = re.findall(r"(?:ExecStart=|&& | {10}|^ {4}- |^)assay (review .*?)(?: \|\|.*)?$", page, re.M)
        self.assertEqual(len(commands), 6)
        for command in commands:
            if "--post" in command:
                continue  # to a port that somebody else may have
            home = str(self.folder / "home")
            arguments = command.replace("%h", home).replace("$HOME", home).replace("/%i", "").replace("$ASSAY_REVIEW_OPTIONS", "").split()[1:]
            self.review(self.history(1), *arguments, status=1 if "--fail-on" in arguments else 0)
        for file in ("home/review/review.html", "home/review/review.json", "home/review/review.md", "home/review/prompts.md", "review.md", "review.json"):
            self.assertTrue((self.folder / file).is_file(), file)

    def test_what_is_shipped(self):
        """The how-to shows it; systemd takes the units, and the others are what they are to be."""
        page = (ROOT / "docs/how-to/review-every-week.md").read_text(encoding="utf-8")
        shown = dict(re.findall(r"^```\w+ tools/review/(\S+)\n(.*?)^```", page, re.S | re.M))
        shipped = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "tools/review").iterdir() if file.name != "CMakeLists.txt"}
        self.assertEqual(shown, shipped)
        units = self.folder / "units"
        units.mkdir()
        for name in ("assay-review@.service", "assay-review@.timer"):
            (units / name).write_text(shipped[name].replace("ExecStart=assay", f"ExecStart={ASSAY}"), encoding="utf-8")
        verified = subprocess.run(["systemd-analyze", "verify", "--user", "--man=no", "./assay-review@home-a-project.service", "./assay-review@home-a-project.timer"],
                                  cwd=units, capture_output=True, text=True, check=False,
                                  env={**os.environ, "XDG_RUNTIME_DIR": str(units), "HOME": str(units)})
        self.assertEqual((verified.returncode, verified.stdout, verified.stderr), (0, "", ""))
        self.assertRegex(shipped["crontab"], r"(?m)^(\S+ ){5} ?cd ~/project && assay review ")
        github, gitlab = (yaml.safe_load(shipped[name]) for name in ("github.yml", "gitlab.yml"))
        self.assertEqual(github[True]["schedule"], [{"cron": "0 6 * * 1"}])  # YAML 1.1 takes `on` for true
        self.assertTrue(all("run" in step or "uses" in step for step in github["jobs"]["review"]["steps"]))
        self.assertIn("assay review", gitlab["assay-review"]["script"][0])

    def test_what_changed_since_the_last_review(self):
        """A file for both, as a timer has it; the week before has no week before it, so that nothing could get worse in it."""
        history, last = self.history(1), self.folder / "last.json"
        both = ("--last", last, "--output", f"json={last}", "--format", "text")
        self.assertIn("There is no earlier review yet", self.review(history, "--until", "2026-11-26", *both))
        text = self.review(history, *both)
        self.assertIn("What changed since the last review (of the 7 d until 2026-11-26 00:00 UTC; ", text)
        self.assertRegex(text, r"  failsMore .*: new: fails more often")
        changed = {one["name"]: one for one in json.loads(last.read_text(encoding="utf-8"))["sinceLast"]["changed"]}
        self.assertEqual(changed["drifts"]["came"], ["slower"])
        self.assertNotIn("hiddenSquare", changed)
        self.review(history, "--last", history, status=3)
        self.review(history, "--last", last, "--version", "latest", status=2)

    def test_forty_columns(self):
        """Sparklines and bars in them."""
        text = subprocess.run([ASSAY, "review", "--history", self.history(1), "--until", END], cwd=self.folder, capture_output=True, text=True,
                              check=True, env={**os.environ, "COLUMNS": "40", "LC_ALL": "C.UTF-8"}).stdout
        self.assertEqual([line for line in text.splitlines() if len(line) > 40], [])
        self.assertRegex(text, r"mean [▁▂▃▄▅▆▇█]+\|[▁▂▃▄▅▆▇█]+")
        self.assertRegex(text, r"fail  *├?─*●─*┤?")

    def test_a_webhook(self):
        """One that takes the review, and one that is not there any more."""
        taken = []

        class Hook(http.server.BaseHTTPRequestHandler):
            def do_POST(self):  # pylint: disable=invalid-name
                taken.append((self.path, self.headers["Content-Type"], json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):  # pylint: disable=arguments-differ
                pass

        with http.server.HTTPServer(("127.0.0.1", 0), Hook) as server:
            server.timeout = 60
            thread = threading.Thread(target=server.handle_request, daemon=True)
            thread.start()
            url = f"http://127.0.0.1:{server.server_port}/hooks/review?k=v"
            self.review(self.history(1), "--redact-prompts", "--post", url)
            thread.join()
        path, kind, review = taken[0]
        self.assertEqual((path, kind, review["functions"][0]["prompt"]), ("/hooks/review?k=v", "application/json", "(redacted)"))
        self.assertIn("the webhook at 127.0.0.1", self.review(self.history(1), "--post", url, status=3))
        self.assertIn("curl", self.review(self.history(1), "--post", "https://hooks", status=2))

    def test_a_period_without_anything(self):
        text = self.review(self.history(1), "--until", "2026-10-01")
        self.assertIn("Nothing got worse", text)
        self.assertIn("The history begins at 2026-11-19 ", text)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
