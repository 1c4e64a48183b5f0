# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay review --from` a real Prometheus and a real VictoriaMetrics, into which the synthetic production of review_history.cpp was brought as if
they had scraped it: each finds what the history has of what metrics can tell, and blames nothing healthy. A half day is ten minutes there.

usage: review_from_test.py BUILD-FOLDER [unittest options]
"""
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

from ports import free_port
from review_faults import HEALTHY, PLANTED, blamed
from waiting import PATIENCE, wait_for

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
WINDOWS, WIDTH, SAMPLES = 28, 600, 12
END = int(time.time()) // 60 * 60
PERIODS = ("--since", "140min", "--against", "140min", "--until", str(END))
# Metrics have no times by size.
NOT_IN_METRICS = {"hiddenSquare"}


def read_metrics(text):
    """Value by series."""
    return {line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if not line.startswith("#")}


def samples(windows):
    """(series, seconds since 1970, value) of each series in turn, as a scrape every fifty seconds would have them; counters rise evenly."""
    begin, step = END - WINDOWS * WIDTH, WIDTH // SAMPLES
    for series in sorted({name for window in windows for name in window}):
        if not series.startswith("ai_code_") or 'id="' not in series:
            continue
        is_info, before = series.startswith("ai_code_function_info"), 0
        for number, window in enumerate(windows):
            now = window.get(series)
            if now is None:
                continue
            for place in range(SAMPLES + (number == len(windows) - 1)):
                yield series, begin + number * WIDTH + place * step, 1 if is_info else before + (now - before) * place / SAMPLES
            before = now


class ReviewFrom(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()  # pylint: disable=consider-using-with
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        (cls.folder / "metrics").mkdir()
        subprocess.run([BUILD / "bin/review_history", cls.folder / "history.db", "1", "metrics", cls.folder / "metrics"], check=True)
        windows = [read_metrics(file.read_text(encoding="utf-8")) for file in sorted((cls.folder / "metrics").iterdir())]
        cls.counted = windows[-1]
        cls.samples = list(samples(windows))

    def ask(self, url, path):
        try:
            with urllib.request.urlopen(url + path, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return None  # it listens late

    def start(self, command, port):
        process = subprocess.Popen([*map(str, command)], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return f"http://127.0.0.1:{port}"

    def prometheus(self, name="prometheus"):
        text = "".join(f"{series} {value!r} {when}\n" for series, when, value in self.samples)
        (self.folder / "all.om").write_text(text + "# EOF\n", encoding="utf-8")
        data = self.folder / name
        subprocess.run(["promtool", "tsdb", "create-blocks-from", "openmetrics", "all.om", data], cwd=self.folder, check=True, capture_output=True)
        return self.start_prometheus(data)

    def start_prometheus(self, data):
        (self.folder / "prometheus.yml").write_text("global: {}\n", encoding="utf-8")
        port = free_port()
        url = self.start(["prometheus", "--config.file=prometheus.yml", f"--storage.tsdb.path={data}", f"--web.listen-address=127.0.0.1:{port}"], port)
        wait_for(lambda: self.ask(url, "/-/ready"), "Prometheus")
        return url

    def victoria_metrics(self):
        """As it is installed: with answers from its cache, and none about the last half minute."""
        port = free_port()
        url = self.start(["victoria-metrics", "-storageDataPath=victoria", f"-httpListenAddr=127.0.0.1:{port}", "-loggerLevel=ERROR",
                          "-memory.allowedBytes=512MB"], port)
        wait_for(lambda: self.ask(url, "/health"), "VictoriaMetrics")
        text = "".join(f"{series} {value!r} {when * 1000}\n" for series, when, value in self.samples)
        with urllib.request.urlopen(urllib.request.Request(f"{url}/api/v1/import/prometheus", text.encode()), timeout=PATIENCE) as answer:
            self.assertEqual(answer.status, 204)
        self.ask(url, "/internal/force_flush")
        return url

    def review(self, *arguments, status=0):
        done = subprocess.run([ASSAY, "review", *arguments], cwd=self.folder, capture_output=True, text=True, check=False,
                              env={**os.environ, "LC_ALL": "C.UTF-8"})
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout if status < 2 else done.stderr

    def check(self, url):
        review = json.loads(self.review("--from", url, *PERIODS, "--json"))
        found = {function["name"]: {finding["code"] for finding in function["findings"]} for function in review["functions"]}
        for name, codes in PLANTED.items():
            if name not in NOT_IN_METRICS:
                self.assertEqual(codes - found[name], set(), name)
        for name in HEALTHY:
            self.assertEqual(blamed(name, found[name]), set(), name)
        for function in review["functions"]:
            series = next(name for name in self.counted if name.startswith("ai_code_calls_total") and f'"{function["id"]}"' in name)
            self.assertAlmostEqual((function["callsBefore"] + function["callsAfter"]) / self.counted[series], 1, delta=0.02, msg=function["name"])
        slower = next(function for function in review["functions"] if function["name"] == "slowerSinceRelease")
        self.assertEqual((slower["model"], slower["file"], slower["line"]), ("GPT-4", "src/app.cc", 80))
        self.assertEqual([body["body"] for body in slower["bodies"] if body["body"]], ["0000000000000001", "0000000000000002"])
        self.assertTrue(any("times by the size" in limit for limit in review["coverage"]["limits"]))
        self.check_versions(url)

    def check_versions(self, url):
        review = json.loads(self.review("--from", url, "--version", "latest", "--since", "280min", "--until", str(END), "--json"))
        found = {function["name"]: {finding["code"] for finding in function["findings"]} for function in review["functions"]}
        self.assertEqual(sorted(found), ["allocatesMore", "leaksSinceRelease", "returnsBuffer", "slowerSinceRelease"])
        self.assertIn("slower", found["slowerSinceRelease"])
        self.assertIn("keeps-more", found["leaksSinceRelease"])
        self.assertFalse(found["returnsBuffer"])

    def test_prometheus(self):
        self.check(self.prometheus())

    def test_victoria_metrics(self):
        self.check(self.victoria_metrics())

    def test_a_server_without_metrics_of_assay(self):
        url = self.start_prometheus("empty")
        self.assertIn("has no metrics of assay in this period", self.review("--from", url, status=3))

    def test_what_is_no_server(self):
        self.assertIn("nothing answers at 127.0.0.1:", self.review("--from", f"http://127.0.0.1:{free_port()}", status=3))
        self.assertIn("https is not spoken here", self.review("--from", "https://db", status=2))
        self.assertIn("no address of a Prometheus", self.review("--from", "comments", status=2))
        self.assertIn("one of --history, --segments and --from", self.review("--from", "http://db", "--history", "history.db", status=2))
        with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.assertIn("is no Prometheus: 501", self.review("--from", f"http://127.0.0.1:{server.server_port}", status=3))
            server.shutdown()


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
