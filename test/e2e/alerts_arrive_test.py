# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""From a guard to somebody's pager, with the real engines: a program that turns slow, one that turns wrong, one that stays healthy; `assay serve`,
a Prometheus with the rules of `assay alerts`, an Alertmanager, a webhook. The right alerts arrive there, and no others. An hour of the rules
passes in ten seconds. After that, everything that the dashboard of `assay dashboard` asks for has an answer.

usage: alerts_arrive_test.py BUILD-FOLDER [unittest options]
"""
import contextlib
import http.server
import json
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse
import urllib.request

from dashboard_queries import asked_of_labels, queries
from waiting import wait_for

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
SCALE = 360
HOUR = 3600 / SCALE  # seconds
PATIENCE = 120  # seconds until something counts as never
# Sleeping takes about as long on a busy machine.
PROGRAM = """
#include <assay/inserted.h>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>
static volatile std::sig_atomic_t turned = 0;
static void turn(int) { turned = 1; }
static char* volatile block;
// Allocates so much that an exception beside it is no growth.
static void pause(int milliseconds) {
  block = new char[65536];
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  delete[] block;
}
static void healthy(int i) {
  ASSAY_INSERTED_GUARD(0xa1, "healthy"); ASSAY_INSERTED_SIZE(0xa1, i % 40); ASSAY_INSERTED_TYPE_INDEX(0xa1, i % 2); pause(20);
}
static void turnsSlow() { ASSAY_INSERTED_GUARD(0xa2, "turnsSlow"); pause(turned ? 120 : 20); }
static void turnsWrong(int i) { ASSAY_INSERTED_GUARD(0xa3, "turnsWrong"); pause(20); if (i % (turned ? 2 : 100) == 0) throw i; }
// A new function, the one that it replaces, and their comparisons, under the ids that follow from that of the new one.
static void fresh() { ASSAY_INSERTED_GUARD(0xa4, "fresh"); pause(20); }
static void stale() { ASSAY_INSERTED_GUARD(0x59e473f50c0f601f, "stale, replaced by fresh"); pause(20); }
static void compared(int i) { ASSAY_INSERTED_GUARD(0x29bcee0d64775165, "fresh, in the shadow of stale"); pause(20); if (i % 100 == 0) throw i; }
int main(int, char** argv) {
  std::signal(SIGUSR1, turn);
  for (int i = 1;; ++i) {
    if (std::strcmp(argv[1], "healthy") == 0) healthy(i);
    if (std::strcmp(argv[1], "turnsSlow") == 0) turnsSlow();
    if (std::strcmp(argv[1], "fresh") == 0) try { fresh(); stale(); compared(i); } catch (int) {}
    if (std::strcmp(argv[1], "turnsWrong") == 0) try { turnsWrong(i); } catch (int) {}
  }
}
"""
FUNCTION = """
  - id: "0x00000000000000a{number}"
    name: {name}
    kind: function
    linkage: internal
    file: program.cpp
    lines: {line}-{line}
    tag-at: 1
    tag: generated
    model: GPT-4
    normalized-model: openai/gpt-4
    date: "2024-01-15"
    prompt: sleep well"""
EXPERIMENT = """
    replaces: {asked: stale, name: stale, id: "0x00000000000000b4", signature: void ()}
    outcome: {coverage: full, rollout: shadow 50%}"""
PROMETHEUS = """
global: {{scrape_interval: 250ms, scrape_timeout: 250ms, evaluation_interval: 250ms}}
rule_files: [rules.yaml]
alerting: {{alertmanagers: [{{static_configs: [{{targets: ["{alertmanager}"]}}]}}]}}
scrape_configs:
  - job_name: sleepers
    static_configs: [{{targets: ["{serve}"]}}]
"""
ALERTMANAGER = """
route: {{receiver: pager, group_by: ["..."], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}}
receivers:
  - name: pager
    webhook_configs: [{{url: "http://{pager}/", send_resolved: false}}]
"""
# Grafana's variables; the scrape interval is a quarter of a second.
VALUES = {"job": "sleepers", "ai_source": ".*", "function": ".*", "top": "10", "__rate_interval": "3s", "__range": "20s"}
FUNCTIONS = ("healthy", "turnsSlow", "turnsWrong", "fresh")
OLD = "stale, replaced by fresh"
RIGHT = {("AssayLatencyRegression", "turnsSlow"), ("AssayErrorRate", "turnsWrong")}


def free_address():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{listener.getsockname()[1]}"


class Pager:
    """What arrived at the webhook: alerts by name and function."""

    def __init__(self):
        arrived = self.arrived = {}

        class Receiver(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                for alert in json.loads(self.rfile.read(int(self.headers["Content-Length"])))["alerts"]:
                    arrived[alert["labels"]["alertname"], alert["labels"].get("function", "")] = alert
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
        self.address = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class AlertsArrive(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "segments").mkdir()
        (self.folder / "program.cpp").write_text(PROGRAM, encoding="utf-8")
        functions = "".join(FUNCTION.format(number=number, name=name, line=9 + number)
                            for number, name in enumerate(FUNCTIONS, 1)) + EXPERIMENT
        (self.folder / "assay.yaml").write_text(f"assay: 1\nfunctions:{functions}\n...\n", encoding="utf-8")
        for command in (("cmake", "--install", BUILD, "--component", "runtime", "--prefix", "runtime"),
                        ("c++", "-std=c++17", "-O1", "-Iruntime/include", "program.cpp", "-o", "program", "-Lruntime/lib", "-lassay_runtime",
                         "-Wl,-u,assay_v1_allocation_counters", "-lassay_allocation", "-pthread"),
                        (ASSAY, "alerts", "-o", "rules.yaml", "--time-scale", str(SCALE)), ("promtool", "check", "rules", "rules.yaml")):
            done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertFalse((self.folder / "rules_test.yaml").exists(), "its times are not those of the rules")

    def start(self, *command, **more):
        process = subprocess.Popen(command, cwd=self.folder, **more)
        self.addCleanup(self.end, process)
        return process

    def end(self, process):
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()

    def sleeper(self, name):
        return self.start(self.folder / "program", name, env={"ASSAY_DIR": str(self.folder / "segments")})

    def serve(self):
        process = self.start(ASSAY, "serve", "--listen", "127.0.0.1:0", "--segments", "segments", "--history", "none", stdout=subprocess.PIPE,
                             text=True)
        return process.stdout.readline().split("//")[1].split("/")[0]

    def monitor(self, serve, pager):
        """Prometheus' address, behind an Alertmanager that pages."""
        alertmanager, prometheus = free_address(), free_address()
        (self.folder / "alertmanager.yml").write_text(ALERTMANAGER.format(pager=pager), encoding="utf-8")
        (self.folder / "prometheus.yml").write_text(PROMETHEUS.format(alertmanager=alertmanager, serve=serve), encoding="utf-8")
        program = shutil.which("alertmanager") or shutil.which("prometheus-alertmanager")
        self.assertIsNotNone(program, "no Alertmanager: tools/dev setup installs it")
        self.start(program, "--config.file=alertmanager.yml", f"--storage.path={self.folder}/alertmanager",
                   f"--web.listen-address={alertmanager}", "--cluster.listen-address=", "--log.level=error")
        self.start("prometheus", "--config.file=prometheus.yml", f"--storage.tsdb.path={self.folder}/tsdb",
                   f"--web.listen-address={prometheus}", "--log.level=error")
        return prometheus

    def value(self, prometheus, query):
        with contextlib.suppress(OSError):
            url = f"http://{prometheus}/api/v1/query?" + urllib.parse.urlencode({"query": query})
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                result = json.load(answer)["data"]["result"]
                return float(result[0]["value"][1]) if result else None
        return None

    def asked(self, prometheus, path, **parameters):
        url = f"http://{prometheus}/api/v1/{path}?" + urllib.parse.urlencode(parameters)
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # a wrong question raises
            return json.load(answer)["data"]

    def check_the_dashboard(self, prometheus):
        done = subprocess.run([ASSAY, "dashboard"], cwd=self.folder, capture_output=True, text=True, check=True)
        dashboard, now = json.loads(done.stdout), self.value(prometheus, "vector(time())")
        for title, query, instant in queries(dashboard, **VALUES):
            span = {"time": now} if instant else {"start": now - 20, "end": now, "step": 1}
            answer = self.asked(prometheus, "query" if instant else "query_range", query=query, **span)
            self.assertNotEqual(answer["result"], [], f"{title}: {query}")
        for name, series, label in asked_of_labels(dashboard, **VALUES):
            values = self.asked(prometheus, f"label/{label}/values", **{"match[]": series})
            self.assertEqual(values, {"job": ["sleepers"], "ai_source": ["GPT-4", "unknown"], "function": sorted((*FUNCTIONS, OLD))}[name])

    def test_the_right_alerts_arrive_and_no_others(self):
        pager = Pager()
        self.addCleanup(pager.close)
        sleepers = {name: self.sleeper(name) for name in FUNCTIONS}
        prometheus = self.monitor(self.serve(), pager.address)
        # All are compared with some time before the hour that is judged.
        wait_for(lambda: self.value(prometheus, "count(assay:latency:growth)") == len((*FUNCTIONS, OLD)), "functions with a baseline", PATIENCE)
        wait_for(lambda: (self.value(prometheus, f"max(count_over_time(assay:timed:piece[1h] offset {HOUR:.0f}s))") or 0) > 8, "enough of it", PATIENCE)
        self.assertEqual(pager.arrived, {}, "nothing has happened yet")
        for name in ("turnsSlow", "turnsWrong"):
            sleepers[name].send_signal(signal.SIGUSR1)
        wait_for(lambda: RIGHT <= set(pager.arrived), "both alerts", PATIENCE)
        since = self.value(prometheus, "vector(time())")
        wait_for(lambda: (self.value(prometheus, "vector(time())") or 0) > since + HOUR, "another hour", PATIENCE)
        self.assertEqual(set(pager.arrived), RIGHT)
        slow, wrong = (pager.arrived[key] for key in (("AssayLatencyRegression", "turnsSlow"), ("AssayErrorRate", "turnsWrong")))
        self.assertEqual((slow["labels"]["severity"], wrong["labels"]["severity"]), ("warning", "critical"))
        for alert, line in ((slow, "11"), (wrong, "12")):
            said = alert["annotations"]
            self.assertEqual((said["function"], said["model"], said["date"], said["file"], said["line"]),
                             (alert["labels"]["function"], "GPT-4", "2024-01-15", "program.cpp", line))
            self.assertRegex(said["prompt_hash"], "^[0-9a-f]{16}$")
        self.assertRegex(slow["annotations"]["summary"], r"^turnsSlow takes \d\.\d times as long as before$")
        self.assertRegex(wrong["annotations"]["summary"], r"^\d+(\.\d+)?% of the calls of turnsWrong fail$")
        self.check_the_dashboard(prometheus)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
