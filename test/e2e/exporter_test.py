# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""libassay_exporter.so in the process that it is about: an agent, a receiver, a scraper and a prometheus-cpp exposer get what the program counted;
threads, signals, forks and programs that it starts are the program's own.

usage: exporter_test.py BUILD-FOLDER [unittest options]
"""
import http.client
import os
import pathlib
import re
import subprocess
import sys
import unittest
import urllib.request

from counting_program import CountingProgram
from dogstatsd_agents import Agent
from otlp_receiver import Receiver
from ports import free_port
from waiting import PATIENCE, wait_for

CountingProgram.build = pathlib.Path(sys.argv[1]).resolve()
# Counts argv[1] calls and waits for its input's end; what argv[2] says comes before. After main() one more call.
PROGRAM = """
#include <assay/exporter.h>
#include <assay/guard.h>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef EXPOSED
#include <assay/prometheus_collectable.h>
#include <assay/prometheus_registry.h>
#include <prometheus/exposer.h>
#include <prometheus/text_serializer.h>
#include <iostream>
#endif
static void often() { ASSAY_GUARD("often"); }
struct Last { ~Last() { often(); } } last;
static void count(const char* calls) { for (int i = 0; i < std::atoi(calls); ++i) often(); }
static void throwing(const assay_exported_series*, void*) { throw 1; }
// 0, or the number of the promise that is broken. One that can open nothing ends, and is replaced.
static int inTheChild() {
  for (int i = 0; i < 1024; ++i)
    if (struct stat status; fstat(i, &status) == 0 && S_ISSOCK(status.st_mode)) return 2;
  if (assay_exporter_visit(&throwing, nullptr) != -1) return 3;
  if (assay_exporter_start("nonsense://x") != 0) return 4;
  for (int tries = 0; assay_exporter_start(std::getenv("CHILD")) != 0; usleep(1000))
    if (++tries == 20000) return 6;
  return assay_exporter_start(nullptr) == -1 ? 0 : 5;
}
#ifdef EXPOSED
// A registry that has a metric of its own; it is brought up to what was counted, twice, and once when nothing came.
static int registry(const char* calls) {
  const auto all = std::make_shared<prometheus::Registry>();
  prometheus::BuildCounter().Name("own_total").Help("The program's own").Register(*all).Add({}).Increment(7);
  assay::PrometheusRegistry guards(all);
  for (int turn = 0; turn < 2; ++turn) {
    count(calls);
    if (!guards.Update() || !guards.Update()) return 7;
  }
  std::cout << prometheus::TextSerializer().Serialize(all->Collect());
  return 0;
}
#endif
int main(int, char** argv) {
  const std::string how = argv[2];
#ifdef EXPOSED
  if (how == "registry") return registry(argv[1]);
  prometheus::Exposer exposer(how);
  const auto guards = std::make_shared<assay::PrometheusCollectable>();
  exposer.RegisterCollectable(guards);
#endif
  count(argv[1]);
  if (how == "fork" && std::getchar() != EOF) {
    const pid_t child = fork();
    if (child == 0) {
      count(argv[1]);
      std::exit(inTheChild());
    }
    int status = 1;
    waitpid(child, &status, 0);
    if (status != 0) return WEXITSTATUS(status);
  }
  if (how == "exec" && std::getchar() != EOF)
    execl("/bin/sh", "sh", "-c", "ls -l /proc/self/fd | grep -c socket; cat >/dev/null", (char*)nullptr);
  while (std::getchar() != EOF) {}
}
"""

# Waits for ever where a host is looked up.
NO_NAMES = """
#include <unistd.h>
int getaddrinfo(const char* host, const char* port, const void* wanted, void** found) { for (;;) pause(); }
"""


class Exporter(CountingProgram):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.runtime = cls.root / "runtime"
        subprocess.run(["cmake", "--install", cls.build, "--component", "exporter", "--prefix", cls.runtime], check=True, capture_output=True)
        (cls.root / "exported.cpp").write_text(PROGRAM, encoding="utf-8")
        packages = {**os.environ, "PKG_CONFIG_PATH": str(cls.runtime / "lib/pkgconfig")}
        words = subprocess.run(["pkg-config", "--cflags", "--libs", "assay", "assay-exporter"], env=packages, check=True, capture_output=True, text=True)
        command = ["c++", "-std=c++17", "-O1", "exported.cpp", "-pthread", f"-Wl,-rpath,{cls.runtime}/lib", *words.stdout.split()]
        subprocess.run([*command, "-o", "exported"], cwd=cls.root, check=True)
        subprocess.run([*command, "-DEXPOSED", "-o", "exposed", "-lprometheus-cpp-pull", "-lprometheus-cpp-core"], cwd=cls.root, check=True)

    def start(self, calls, how="wait", program="exported", **environment):
        process = subprocess.Popen([self.root / program, str(calls), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env={"ASSAY_DIR": str(self.segments), "ASSAY_BUDGET": "off", **environment})
        self.addCleanup(self.kill, process)
        return process

    def run_exported(self, calls, how="wait", code=0, **environment):
        """What it said to stderr."""
        process = self.start(calls, how, **environment)
        said = process.communicate(timeout=PATIENCE)[1]
        self.assertEqual(process.returncode, code, said)
        return said

    def scraped(self, port, words):
        def text():
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=PATIENCE) as answer:
                    read = answer.read().decode()
            except (OSError, http.client.HTTPException):
                return None
            return read if re.search(words, read) else None
        return wait_for(text, words)

    def test_an_agent_and_a_receiver(self):
        agent, receiver = Agent("udp"), Receiver()
        self.addCleanup(agent.close)
        self.addCleanup(receiver.close)
        self.assertEqual(self.run_exported(1000, ASSAY_EXPORT=f"{agent.url} otlp{receiver.url[4:]}"), "")
        wait_for(lambda: agent.count("calls", "often") >= 1001, "all calls at the agent")
        self.assertEqual(agent.count("calls", "often"), 1001)
        self.assertEqual(receiver.wrong, [])
        self.assertEqual(receiver.streams.total("ai_code.calls", function="often"), 1001)
        self.assertEqual(receiver.streams.resource["service.name"], "exported")

    def test_a_scraper(self):
        port = free_port()
        process = self.start(300, ASSAY_EXPORT=f"prometheus://127.0.0.1:{port}")
        text = self.scraped(port, r'ai_code_calls_total\{function="often".* 300\n')
        self.assertEqual(subprocess.run(["promtool", "check", "metrics"], input=text, text=True, check=False, capture_output=True).returncode, 0)
        self.assertIn("cannot listen on", self.run_exported(1, ASSAY_EXPORT=f"prometheus://127.0.0.1:{port}"))
        process.terminate()
        self.assertEqual(process.wait(PATIENCE), -15, "signals are the program's")

    def test_a_fork(self):
        agent = Agent("udp")
        self.addCleanup(agent.close)
        port = free_port()
        process = self.start(500, "fork", ASSAY_EXPORT=f"{agent.url} prometheus://127.0.0.1:{port}", CHILD=agent.url)
        self.scraped(port, "ai_code_calls_total")
        scraper = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.addCleanup(scraper.close)
        scraper.request("GET", "/metrics")
        scraper.getresponse().read()  # the connection is kept
        said = process.communicate("\n", timeout=PATIENCE)[1]
        self.assertEqual(process.returncode, 0, said)
        self.assertRegex(said, r"\Aassay: ASSAY_EXPORT: `nonsense://x`: [^\n]*\n\Z")
        wait_for(lambda: agent.count("calls", "often") >= 1002, "the calls of both")
        self.assertEqual(agent.count("calls", "often"), 1002)

    def test_another_program_gets_none_of_it(self):
        port = free_port()
        process = self.start(5, "exec", ASSAY_EXPORT=f"prometheus://127.0.0.1:{port}", PATH="/usr/bin:/bin")
        self.scraped(port, "ai_code_calls_total")
        self.assertEqual(process.communicate("\n", timeout=PATIENCE)[0], "0\n")

    def test_a_program_that_knows_nothing_of_it(self):
        agent = Agent("udp")
        self.addCleanup(agent.close)
        self.run_exported(70, "exit", program="program", ASSAY_EXPORT=agent.url, LD_PRELOAD=str(self.runtime / "lib/libassay_exporter.so"))
        wait_for(lambda: agent.count("error", "fails") >= 7, "the calls of a program without the library")
        self.assertEqual(agent.count("calls", "often"), 70)

    def test_a_prometheus_cpp_exposer(self):
        port = free_port()
        self.start(40, f"127.0.0.1:{port}", "exposed")
        text = self.scraped(port, r'ai_code_calls_total\{function="often".* 40\n')
        self.assertRegex(text, r'ai_code_execution_time_seconds_bucket\{function="often",.*le="\+Inf"\} 40\n')
        self.assertRegex(text, r'ai_code_execution_time_seconds_count\{function="often".*\} 40\n')

    def test_a_prometheus_cpp_registry(self):
        process = self.start(40, "registry", "exposed")
        text = process.communicate(timeout=PATIENCE)[0]
        self.assertEqual(process.returncode, 0)
        self.assertIn("own_total 7\n", text)
        self.assertRegex(text, r'ai_code_calls_total\{[^}]*function="often"[^}]*\} 80\n')
        self.assertRegex(text, r'ai_code_execution_time_seconds_bucket\{[^}]*function="often"[^}]*le="\+Inf"\} 80\n')
        self.assertRegex(text, r'ai_code_processes\{state="running"\} 1\n')
        counted = [int(number) for number in re.findall(r'execution_time_seconds_bucket\{[^}]*function="often"[^}]*\} (\d+)\n', text)]
        self.assertEqual(counted, sorted(counted), "of each bound and all below")
        checked = subprocess.run(["promtool", "check", "metrics"], input=text, text=True, check=False, capture_output=True)
        self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_what_keeps_it_from_counting_is_said_once(self):
        agent = Agent("udp")
        self.addCleanup(agent.close)
        nowhere = self.folder / "file"
        nowhere.touch()
        said = self.run_exported(5, ASSAY_DIR=str(nowhere), ASSAY_EXPORT=agent.url, ASSAY_EXPORT_MANIFEST=str(self.folder / "none.yaml"))
        self.assertRegex(said, r"\Aassay: [^\n]*\n\Z", "a folder that is none cannot be listed")
        (self.folder / "shared").mkdir()
        (self.folder / "shared").chmod(0o777)
        said = self.run_exported(5, ASSAY_DIR=str(self.folder / "shared"), ASSAY_EXPORT=agent.url, ASSAY_EXPORT_MANIFEST=str(self.folder / "none.yaml"))
        self.assertEqual(sorted(re.findall(r"\[(assay-\w+-\d+)\]\n", said)), ["assay-exporter-001", "assay-telemetry-003"], said)

    def test_a_name_server_that_says_nothing(self):
        (self.folder / "names.c").write_text(NO_NAMES, encoding="utf-8")
        subprocess.run(["cc", "-shared", "-fPIC", "names.c", "-o", "names.so"], cwd=self.folder, check=True)
        self.run_exported(1, "exit", program="program", ASSAY_EXPORT="otlp://receiver.invalid",
                          LD_PRELOAD=f"{self.folder}/names.so {self.runtime}/lib/libassay_exporter.so")

    def test_nothing_where_nothing_is_asked_for(self):
        process = self.start(5)
        wait_for(lambda: list(self.segments.glob("*")), "its segment")
        self.assertIn("\nThreads:\t1\n", pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8"))
        process.communicate()
        self.assertIn("`nonsense://x`: nothing that can be exported to", self.run_exported(5, ASSAY_EXPORT="nonsense://x"))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
