# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay serve` against the real thing: promtool reads what it writes, a Prometheus scrapes it, and what that has in the end is what the
programs counted themselves: processes that run, that ended, that were killed, and whose segments are gone.

usage: serve_test.py BUILD-FOLDER [unittest options]
"""
import contextlib
import http.client
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

from ports import free_port
from waiting import PATIENCE, wait_for

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
# By hand, so that no scan is needed: CALLS calls of two functions, every tenth of one fails, then what `end` says.
PROGRAM = """
#include <assay/guard.h>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>
static void often() { ASSAY_GUARD("often"); }
static void fails(int i) { ASSAY_GUARD("fails"); if (i % 10 == 0) throw i; }
int main(int, char** argv) {
  for (int i = 0; i < std::atoi(argv[1]); ++i) {
    often();
    try { fails(i); } catch (int) {}
  }
  if (argv[2][0] == 'k') raise(SIGKILL);
  if (argv[2][0] == 'w') std::this_thread::sleep_for(std::chrono::minutes(5));
}
"""
CONFIGURATION = """
global: {{scrape_interval: 1s, scrape_timeout: 1s}}
scrape_configs:
  - job_name: assay
    static_configs: [{{targets: ["{target}"]}}]
"""


def get(address, path, **headers):
    connection = http.client.HTTPConnection(address, timeout=PATIENCE)
    with contextlib.closing(connection):
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response.status, response.getheader("Content-Type"), response.read().decode()


def sample(text, name, function):
    lines = [line for line in text.splitlines() if line.startswith(f'{name}{{function="{function}"')]
    assert len(lines) == 1, (name, function, text)
    return float(lines[0].rsplit(" ", 1)[1])


class Serve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        runtime = cls.folder / "runtime"
        subprocess.run(["cmake", "--install", BUILD, "--component", "runtime", "--prefix", runtime], check=True, capture_output=True)
        (cls.folder / "program.cpp").write_text(PROGRAM, encoding="utf-8")
        subprocess.run(["c++", "-std=c++17", "-O2", f"-I{runtime}/include", "program.cpp", "-o", "program", f"-L{runtime}/lib",
                        "-lassay_runtime", "-pthread"], cwd=cls.folder, check=True)

    def setUp(self):
        self.segments = self.folder / "segments"
        shutil.rmtree(self.segments, ignore_errors=True)
        self.segments.mkdir()
        self.calls = 0

    def run_program(self, calls, end):
        """Started; it has counted `calls` calls when it ends, or when it waits."""
        self.calls += calls
        return subprocess.Popen([self.folder / "program", str(calls), end], env={"ASSAY_DIR": str(self.segments)})

    def stopped(self, process):
        process.kill()
        process.wait()

    def serve(self, *more):
        """Its address."""
        process = subprocess.Popen([ASSAY, "serve", "--listen", "127.0.0.1:0", "--segments", self.segments, "--history", "none", *more],
                                   cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.ended, process)
        return process.stdout.readline().split("//")[1].split("/")[0]

    def ended(self, process):
        process.send_signal(signal.SIGTERM)
        self.said = process.communicate(timeout=PATIENCE)[1]
        self.assertEqual(process.returncode, 0, self.said)

    def assay(self, *arguments):
        return subprocess.run([ASSAY, *arguments, "--segments", self.segments], cwd=self.folder, capture_output=True, text=True, check=False)

    def counted(self, address, calls):
        """The text once it has so many calls: of a running process the latest may be missing."""
        def text():
            now = get(address, "/metrics")[2]
            return now if f'"often"' in now and sample(now, "ai_code_calls_total", "often") == calls else None
        return wait_for(text, f"{calls} calls")

    def check_with_promtool(self, text):
        checked = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True, text=True, check=False)
        self.assertEqual((checked.returncode, checked.stdout, checked.stderr), (0, "", ""))

    def test_both_formats(self):
        self.run_program(1000, "exit").wait()
        address = self.serve()
        status, kind, text = get(address, "/metrics")
        self.assertEqual((status, kind), (200, "text/plain; version=0.0.4; charset=utf-8"))
        self.check_with_promtool(text)
        self.assertEqual(sample(text, "ai_code_calls_total", "fails"), 1000)
        self.assertEqual(sample(text, "ai_code_success_total", "fails"), 900)
        self.assertEqual(sample(text, "ai_code_error_total", "fails"), 100)
        self.assertEqual(sample(text, "ai_code_execution_time_seconds_count", "often"), 1000)
        status, kind, text = get(address, "/metrics", Accept="application/openmetrics-text; version=1.0.0")
        self.assertEqual((status, kind), (200, "application/openmetrics-text; version=1.0.0; charset=utf-8"))
        self.assertTrue(text.endswith("\n# EOF\n"), text)

    def test_nothing_is_lost_and_nothing_goes_down(self):
        address = self.serve()
        self.run_program(100, "exit").wait()
        self.run_program(200, "killed").wait()
        waiting = self.run_program(300, "wait")
        self.addCleanup(self.stopped, waiting)
        self.counted(address, 600)
        self.assertEqual(self.assay("top", "--forget-ended").returncode, 0)
        self.assertEqual(len(list(self.segments.iterdir())), 1, "the others are deleted")
        self.counted(address, 600)
        self.run_program(50, "exit").wait()
        text = self.counted(address, 650)
        self.assertIn('ai_code_processes{state="running"} 1\n', text)
        self.check_with_promtool(text)

    def test_a_review_of_segments(self):
        for _ in range(5):
            self.run_program(1000, "exit").wait()
        done = self.assay("review", "--since", "10min", "--json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        review = json.loads(done.stdout)
        functions = {function["name"]: function for function in review["functions"]}
        self.assertEqual({name: function["callsAfter"] for name, function in functions.items()}, {"often": 5000, "fails": 5000})
        self.assertEqual([(one["kind"], one["after"]) for one in functions["fails"]["errorsByKind"]], [("(exception)", 500)])
        self.assertEqual(review["coverage"]["source"], "What the segments hold")
        self.assertIn("the last 8 failures: 8 of an exception of no known class\n", self.assay("review", "--since", "10min").stdout)
        self.assertEqual(self.assay("review", "--history", "h.db").returncode, 2)
        self.assertEqual(self.assay("review", "--version", "latest").returncode, 2)
        shutil.rmtree(self.segments)
        empty = self.assay("review")
        self.assertEqual(empty.returncode, 3)
        self.assertIn("there are no segments here", empty.stderr)

    def test_prometheus(self):
        address = self.serve()
        self.run_program(70, "exit").wait()
        port = free_port()
        (self.folder / "prometheus.yml").write_text(CONFIGURATION.format(target=address), encoding="utf-8")
        prometheus = subprocess.Popen(["prometheus", "--config.file=prometheus.yml", f"--storage.tsdb.path={self.folder}/tsdb",
                                       f"--web.listen-address=127.0.0.1:{port}", "--log.level=error"], cwd=self.folder)
        self.addCleanup(self.stopped, prometheus)

        def ready():  # it listens, and answers 503, for a while before it can be asked
            with contextlib.suppress(OSError, http.client.HTTPException):
                return get(f"127.0.0.1:{port}", "/-/ready")[0] == 200
            return False

        def value(query):
            status, _, text = get(f"127.0.0.1:{port}", "/api/v1/query?" + urllib.parse.urlencode({"query": query}))
            self.assertEqual(status, 200, text)
            result = json.loads(text)["data"]["result"]
            return float(result[0]["value"][1]) if result else None

        wait_for(ready, "Prometheus")
        wait_for(lambda: value('ai_code_calls_total{function="often"}') == 70, "the first calls in Prometheus")
        self.run_program(30, "killed").wait()
        wait_for(lambda: value('ai_code_calls_total{function="often"}') == 100, "all calls in Prometheus")
        self.assertEqual(value('ai_code_error_total{function="fails"}'), 10)
        self.assertEqual(value("up"), 1)
        self.assertLess(value('histogram_quantile(0.5, ai_code_execution_time_seconds_bucket{function="often"})'), 1e-3)
        self.assertEqual(value('resets(ai_code_calls_total{function="often"}[5m])'), 0)

    def test_the_manifest_is_joined_and_read_again(self):
        self.run_program(10, "exit").wait()
        manifest = self.folder / "joined.yaml"
        row = json.loads(self.assay("top", "--json").stdout)["functions"][0]
        written = ('assay: 1\nfunctions:\n  - id: "0x{id}"\n    name: {name}\n    kind: function\n    linkage: external\n    file: a.cc\n'
                   "    lines: 3-5\n    tag-at: 2\n    tag: generated\n    model: {model}\n    normalized-model: openai/gpt-4\n"
                   "    prompt: a secret\n...\n")
        manifest.write_text(written.format(**{**row, "model": "GPT-4"}), encoding="utf-8")
        address = self.serve("--manifest", manifest)
        text = get(address, "/metrics")[2]
        self.assertIn('ai_source="GPT-4",vendor="openai",prompt_hash=', text)
        self.assertIn('file="a.cc",line="3"} 1\n', text)
        self.assertNotIn("secret", text)
        time.sleep(0.02)
        manifest.write_text(written.format(**{**row, "model": "GPT-5"}), encoding="utf-8")
        self.assertIn('ai_source="GPT-5"', get(address, "/metrics")[2])
        manifest.write_text("assay: [", encoding="utf-8")
        self.assertIn('ai_source="GPT-5"', get(address, "/metrics")[2], "what was known stays")

    def test_several_manifests(self):
        self.run_program(10, "exit").wait()
        rows = {row["name"]: row["id"] for row in json.loads(self.assay("top", "--json").stdout)["functions"]}
        function = ('  - id: "0x{id}"\n    name: {name}\n    kind: function\n    linkage: external\n    file: a.cc\n    lines: 3-5\n'
                    "    tag-at: 2\n    tag: generated\n    model: {model}\n")
        manifests = []
        for number, models in enumerate(({"often": "A"}, {"often": "B", "fails": "C"})):
            manifests.append(self.folder / f"part{number}.yaml")
            entries = [function.format(id=rows[name], name=name, model=model) for name, model in models.items()]
            manifests[-1].write_text("assay: 1\nfunctions:\n" + "".join(entries) + "...\n", encoding="utf-8")
        options = [word for manifest in manifests for word in ("--manifest", manifest)]
        text = get(self.serve(*options), "/metrics")[2]
        self.assertRegex(text, r'ai_code_calls_total\{function="often",id="[^"]*",ai_source="A"\} 10')
        self.assertRegex(text, r'ai_code_calls_total\{function="fails",id="[^"]*",ai_source="C"\} 10')
        (self.folder / ".assay.yaml").write_text("serve:\n  manifest: [part1.yaml, part0.yaml]\n", encoding="utf-8")
        self.addCleanup((self.folder / ".assay.yaml").unlink)
        self.assertIn('ai_source="B"', self.assay("serve", "--once").stdout)
        done = self.assay("serve", "--once", *options, "--manifest", "none.yaml")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("none.yaml", done.stderr)
        for manifest in manifests[1:]:
            manifest.write_text("assay: [", encoding="utf-8")
        done = self.assay("serve", "--once", *options)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("part1.yaml", done.stderr)

    def test_a_text_file(self):
        self.run_program(10, "exit").wait()
        file = self.folder / "assay.prom"
        done = self.assay("serve", "--textfile", file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        text = file.read_text(encoding="utf-8")
        self.check_with_promtool(text)
        self.assertEqual(self.assay("serve", "--once").stdout.count("\n"), text.count("\n"))
        self.assertEqual([path.name for path in file.parent.glob("*assay.prom*")], ["assay.prom"], "nothing beside it")
        self.assertEqual(self.assay("serve", "--textfile", file / "assay.prom").returncode, 3, "below a file")

    def test_what_cannot_be(self):
        taken = self.serve()
        for arguments, code, words in ((["--listen", taken], 2, taken), (["--listen", "nonsense"], 2, "HOST:PORT"),
                                       (["--manifest", "none.yaml"], 3, "none.yaml")):
            done = self.assay("serve", *arguments)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(words, done.stderr)

    def test_a_damaged_segment(self):
        self.run_program(10, "exit").wait()
        (self.segments / "x.assayseg").write_text("this is no segment", encoding="utf-8")
        address = self.serve()
        for _ in range(3):
            text = get(address, "/metrics")[2]
        self.assertIn("ai_code_unreadable_segments 1\n", text)
        self.assertEqual(sample(text, "ai_code_calls_total", "often"), 10)
        self.doCleanups()
        self.assertEqual(self.said.count("x.assayseg"), 1, self.said)

    def test_paths(self):
        address = self.serve()
        self.assertEqual(get(address, "/")[0], 200)
        self.assertEqual(get(address, "/metrics?x=y")[0], 200)
        for path in ("/other", "/metrics/", "/..", "/../metrics", "/%6Detrics"):
            self.assertEqual(get(address, path)[0], 404, path)
        self.assertEqual(get(address, "/metrics", Host="evil.example.org")[0], 403)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
