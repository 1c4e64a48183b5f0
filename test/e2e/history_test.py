# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The history of `assay serve` and its JSON API, with programs that end, are killed and replace themselves, and servers that are killed,
that find the disk full, a damaged database or one of a newer version: what is recorded in the end is what the programs counted.

usage: history_test.py BUILD-FOLDER [--short] [unittest options]
"""
import contextlib
import http.client
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

from waiting import PATIENCE, wait_for

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Of a soak: as many as there are windows of ten seconds in an hour, or fewer.
TURNS = 30 if "--short" in sys.argv else 360
MANIFEST = """assay: 1
functions:
  - id: "{id}"
    name: often
    kind: function
    linkage: external
    file: a.cc
    lines: 3-5
    tag-at: 2
    tag: generated
    model: {model}
    prompt: "<b>{model}</b>"
    fingerprint: "{body}"
...
"""
# By hand, so that no scan is needed. CALLS calls of two functions, every tenth of one fails, then what `end` says; it says how many it
# has made, to the file that it is told, once it has made them.
PROGRAM = """
#include <assay/guard.h>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <unistd.h>
static void often() { ASSAY_GUARD("often"); }
static void fails(int i) { ASSAY_GUARD("fails"); if (i % 10 == 0) throw i; }
int main(int, char** argv) {
  const int calls = std::atoi(argv[1]);
  for (int i = 0; i < calls; ++i) {
    often();
    try { fails(i); } catch (int) {}
  }
  if (std::FILE* said = std::fopen(argv[3], "a")) {
    std::fprintf(said, "%d\\n", calls);
    std::fclose(said);
  }
  if (argv[2][0] == 'k') raise(SIGKILL);
  if (argv[2][0] == 'w') std::this_thread::sleep_for(std::chrono::minutes(5));
  char end[] = "exit";
  char* again[] = {argv[0], argv[1], end, argv[3], nullptr};
  if (argv[2][0] == 'r') execv(argv[0], again);
}
"""


class Server:
    """A running `assay serve`; what it says to standard error is kept."""

    def __init__(self, folder, *more, limit=None):
        def limits():
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        self.errors = open(folder / "errors.txt", "w+", encoding="utf-8")  # pylint: disable=consider-using-with
        self.process = subprocess.Popen([ASSAY, "serve", "--listen", "127.0.0.1:0", "--segments", folder / "segments", *more], cwd=folder,
                                        stdout=subprocess.PIPE, stderr=self.errors, text=True, preexec_fn=limits,
                                        env={**os.environ, "XDG_STATE_HOME": str(folder / "state")})
        self.address = self.process.stdout.readline().split("//")[1].split("/")[0]

    def get(self, path, method="GET"):
        connection = http.client.HTTPConnection(self.address, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, path)
            response = connection.getresponse()
            return response.status, response.getheader("Content-Type"), response.read().decode()

    def json(self, path):
        status, kind, text = self.get(path)
        assert (status, kind) == (200, "application/json"), (status, kind, text)
        return json.loads(text)

    def function(self, name):
        return next((one for one in self.json("/api/functions")["functions"] if one["name"] == name), None)

    def recorded(self, name):
        """Calls and errors of a function in its whole history."""
        function = self.function(name)
        if function is None:
            return (0, 0)
        windows = self.json(f"/api/functions/{function['id']}/history?since=-86400&step=86400")["windows"]
        return sum(window["calls"] for window in windows), sum(window["errors"] for window in windows)

    def said(self):
        self.errors.seek(0)
        return self.errors.read()

    def end(self, by=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(by)
        code = self.process.wait(timeout=PATIENCE)
        self.process.stdout.close()
        return code


class History(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.built = pathlib.Path(folder.name)
        runtime = cls.built / "runtime"
        subprocess.run(["cmake", "--install", BUILD, "--component", "runtime", "--prefix", runtime], check=True, capture_output=True)
        (cls.built / "program.cpp").write_text(PROGRAM, encoding="utf-8")
        subprocess.run(["c++", "-std=c++17", "-O2", f"-I{runtime}/include", "program.cpp", "-o", "program", f"-L{runtime}/lib",
                        "-lassay_runtime", "-pthread"], cwd=cls.built, check=True)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "segments").mkdir()
        self.counts = self.folder / "counts.txt"
        self.counts.touch()
        self.database = self.folder / "state/assay/history.db"

    def program(self, calls, end):
        return subprocess.Popen([self.built / "program", str(calls), end, self.counts], env={"ASSAY_DIR": str(self.folder / "segments")})

    def counted(self):
        """What the programs say that they have called."""
        return sum(self.calls_said())

    def failed(self):
        """How many of these failed."""
        return sum((calls + 9) // 10 for calls in self.calls_said())

    def calls_said(self):
        return [int(line) for line in self.counts.read_text(encoding="utf-8").split()]

    def server(self, *more, limit=None):
        server = Server(self.folder, *more, limit=limit)
        self.addCleanup(server.errors.close)
        self.addCleanup(server.end)
        return server

    def stopped(self, process):
        process.kill()
        process.wait()

    def check_recorded(self, server):
        wait_for(lambda: server.recorded("often") == (self.counted(), 0), f"{self.counted()} calls, {server.recorded('often')}")
        self.assertEqual(server.recorded("fails"), (self.counted(), self.failed()))

    def forget_ended(self):
        subprocess.run([ASSAY, "top", "--forget-ended", "--segments", self.folder / "segments"], cwd=self.folder, check=True,
                       capture_output=True)

    def test_totals_over_restarts(self):
        server = self.server()
        self.program(1000, "exit").wait()
        self.program(2000, "killed").wait()
        self.program(500, "replaced").wait()
        waiting = self.program(3000, "wait")
        self.addCleanup(self.stopped, waiting)
        wait_for(lambda: self.counted() == 7000, "all programs")
        self.check_recorded(server)
        self.assertEqual(server.end(signal.SIGKILL), -signal.SIGKILL)
        self.program(100, "exit").wait()
        server = self.server()
        self.check_recorded(server)
        self.assertEqual(server.function("often")["state"], "running")
        self.forget_ended()
        self.assertEqual(server.end(), 0)
        server = self.server()
        self.check_recorded(server)
        self.assertEqual(server.function("often")["calls"], self.counted(), "the totals of what is deleted are kept")
        self.assertIn(f'ai_code_calls_total{{function="often",id="{server.function("often")["id"]}",ai_source="unknown"}} {self.counted()}\n',
                      server.get("/metrics")[2])
        self.assertEqual(server.said(), "")

    def write_manifest(self, identity, model, body):
        """In one step: a server may read it at any time."""
        new = self.folder / "new.yaml"
        new.write_text(MANIFEST.format(id=identity, model=model, body=body), encoding="utf-8")
        new.replace(self.folder / "assay.yaml")

    def identity(self):
        server = self.server("--history", "none")
        self.program(10, "exit").wait()
        identity = server.function("often")["id"]
        server.end()
        return identity

    def test_a_soak_of_programs_servers_and_versions(self):
        """Programs come, end, are killed and replaced, servers are killed, functions get new bodies, segments are deleted."""
        identity, bodies = self.identity(), []
        server = None
        for turn in range(TURNS):
            if turn % 4 == 0:
                bodies.append(f"{turn + 1:016x}")
                self.write_manifest(identity, f"model {turn}", bodies[-1])
            if turn % 5 == 0:
                if server:
                    server.end(signal.SIGKILL)
                server = self.server("--manifest", self.folder / "assay.yaml")
            programs = [self.program(100 + turn, end) for end in ("exit", "killed", "replaced")]
            if turn % 3 == 0:
                server.get("/metrics")
            for program in programs:
                program.wait()
            if turn % 7 == 6:
                self.check_recorded(server)
                self.forget_ended()
        self.assertEqual(self.counted(), 10 + sum(4 * (100 + turn) for turn in range(TURNS)))
        self.check_recorded(server)
        course = server.json(f"/api/functions/{identity}/history?since=-86400&step=86400")
        of_version = dict.fromkeys((version["body"] for version in course["versions"]), 0)
        for window in course["windows"]:
            of_version[course["versions"][window["version"]]["body"]] += window["calls"]
        self.assertLessEqual(set(of_version), set(bodies))
        self.assertGreaterEqual(len(of_version), TURNS // 7, "a reading for each time that segments were deleted, at the least")
        self.assertEqual(sum(of_version.values()), self.counted())
        self.assertEqual(server.function("often")["calls"], self.counted())
        self.assertEqual(server.said(), "")

    def test_the_database_is_private(self):
        server = self.server()
        self.program(10, "exit").wait()
        self.check_recorded(server)
        self.assertEqual(self.database.parent.stat().st_mode & 0o777, 0o700)
        for file in self.database.parent.iterdir():
            self.assertEqual(file.stat().st_mode & 0o777, 0o600, file)

    def test_none(self):
        server = self.server("--history", "none")
        self.program(10, "exit").wait()
        self.assertEqual(server.function("often")["calls"], 10)
        status, kind, text = server.get(f"/api/functions/{server.function('often')['id']}/history")
        self.assertEqual((status, kind), (503, "application/problem+json"), text)
        self.assertFalse(self.database.exists())

    def test_a_full_disk(self):
        server = self.server(limit=150_000)
        self.program(10, "exit").wait()
        self.check_recorded(server)
        for turn in range(200):
            self.program(10 + turn, "exit").wait()
            server.get("/api/functions")
            if "assay-history-001" in server.said():
                break
            time.sleep(0.5)
        self.assertIn("assay-history-001", server.said())
        self.assertEqual(server.said().count("assay-history-001"), 1, server.said())
        self.assertEqual(server.function("often")["calls"], self.counted(), "metrics go on")
        self.assertEqual(server.end(), 0)
        self.check_recorded(self.server())

    def test_a_damaged_database(self):
        server = self.server()
        self.program(10, "exit").wait()
        self.check_recorded(server)
        server.end()
        before = bytearray(self.database.read_bytes())
        before[:50] = b"x" * 50
        self.database.write_bytes(before)
        server = self.server()
        self.check_recorded(server)
        self.assertRegex(server.said(), r"history\.db: error: the history: .*history\.db\.damaged-1.*\[assay-history-002\]")
        self.assertEqual((self.database.parent / "history.db.damaged-1").read_bytes(), bytes(before))

    def test_a_database_of_a_newer_version(self):
        server = self.server()
        self.program(10, "exit").wait()
        server.end()
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            database.execute("PRAGMA user_version = 99")
        before = self.database.read_bytes()
        server = self.server()
        self.assertEqual(server.function("often")["calls"], 10, "metrics go on")
        self.assertIn("newer version", server.said())
        self.assertIn("assay-history-003", server.said())
        self.assertEqual(server.end(), 0)
        self.assertEqual(self.database.read_bytes(), before)

    def test_two_servers(self):
        first, second = self.server(), self.server()
        self.program(10, "exit").wait()
        self.check_recorded(first)
        self.assertIn("another `assay serve`", second.said())
        self.assertEqual(second.function("often")["calls"], 10)

    def test_versions_follow_the_manifest(self):
        identity = self.identity()
        self.write_manifest(identity, "GPT-4", "00000000000000aa")
        server = self.server("--manifest", self.folder / "assay.yaml")
        wait_for(lambda: server.recorded("often")[0] == 10, "the first version")
        time.sleep(0.02)
        self.write_manifest(identity, "GPT-5", "00000000000000bb")
        self.program(7, "exit").wait()
        wait_for(lambda: server.recorded("often")[0] == 17, "the second version")
        course = server.json(f"/api/functions/{identity}/history?step=10")
        calls = {}
        for window in course["windows"]:
            version = course["versions"][window["version"]]
            key = (version["model"], version["body"], version["prompt"])
            calls[key] = calls.get(key, 0) + window["calls"]
        self.assertEqual(calls, {("GPT-4", "00000000000000aa", "<b>GPT-4</b>"): 10, ("GPT-5", "00000000000000bb", "<b>GPT-5</b>"): 7})
        self.assertEqual(server.function("often")["model"], "GPT-5")

    def test_what_the_page_says_of_the_api(self):
        """The examples of docs/reference/serve.md, with the keys that there really are."""
        page = (ROOT / "docs/reference/serve.md").read_text(encoding="utf-8")
        examples = [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```", page, re.S | re.M)]
        self.assertEqual(len(examples), 3)
        server = self.server()
        self.program(1000, "exit").wait()
        self.check_recorded(server)
        listed = server.json("/api/functions")
        course = server.json(f"/api/functions/{server.function('often')['id']}/history")
        problem = json.loads(server.get("/api/functions/7/history")[2])
        for example, answer in zip(examples, (listed, course, problem)):
            self.assertEqual(list(example), list(answer))
        self.assertEqual(list(examples[0]["functions"][0]), list(listed["functions"][0]))
        self.assertEqual(list(examples[1]["windows"][0]), list(course["windows"][0]))
        self.assertEqual(list(examples[1]["versions"][0]), list(course["versions"][0]))

    def test_hostile_questions(self):
        server = self.server()
        self.program(10, "exit").wait()
        for path, expected in (("/api", 404), ("/api/../metrics", 404), ("/api/functions?x", 400), ("/api/functions/%00/history", 400),
                               ("/api/functions/0x0000000000000001/history", 404),
                               ("/api/functions/0x0000000000000001/history?since=0&step=10", 400),
                               ("/api/functions/0x0000000000000001/history?" + "x" * 5000, 400)):
            self.assertEqual(server.get(path)[0], expected, path)
        self.assertEqual(server.get("/api/functions", method="POST")[0], 405)
        self.assertEqual(server.function("often")["calls"], 10)

    def test_what_cannot_be(self):
        done = subprocess.run([ASSAY, "serve", "--listen", "127.0.0.1:0", "--segments", self.folder, "--history", self.folder / "h.db",
                               "--history-keep", "10s=1s"], cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("--history-keep", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(word for word in sys.argv[2:] if word != "--short")])
