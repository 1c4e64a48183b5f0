# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Rollouts in a web server that wrk keeps busy: a faulty version ends by itself after as few failures as its tag allows, a better one
goes through its steps, and what was decided survives a server and an `assay serve` that are killed.

usage: rollout_under_load_test.py BUILD-FOLDER [unittest options]
"""
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from compilers import run
from waiting import wait_for

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
APP = ROOT / "test/e2e/apps/shop/server.cpp"
CONNECTIONS = 4
MOST_ERRORS = 3  # as the tag has it
PATIENCE = 180  # seconds for a step: some windows of ten


class Client(threading.Thread):
    """Asks again and again; what fails is asked once more, a moment later."""

    def __init__(self, port, path):
        super().__init__()
        self.port, self.path = port, path
        self.over = threading.Event()
        self.asked = self.failed = self.failed_twice = 0

    def ask(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", self.path)
        status = connection.getresponse().status
        connection.close()
        return status == 200

    def run(self):
        while not self.over.is_set():
            self.asked += 1
            if self.ask():
                continue
            self.failed += 1
            time.sleep(0.5)
            self.failed_twice += not self.ask()

    def end(self):
        self.over.set()
        self.join()


class RolloutUnderLoad(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.tree = pathlib.Path(cls.temporary.name)
        shutil.copy(APP, cls.tree / "server.cpp")
        for command in ([ASSAY, "scan"], [ASSAY, "instrument", "--out", "guarded"],
                        ["g++", "-std=c++17", "-O2", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'lib/runtime/include'}",
                         "guarded/server.cpp", BUILD / "lib/runtime/libassay_runtime.a", "-pthread", "-o", "server"]):
            done = run(command, cls.tree)
            if done.returncode != 0 or done.stderr:
                raise AssertionError(f"{command}: {done.stdout}{done.stderr}")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=self.tree))
        self.environment = {**os.environ, "ASSAY_DIR": str(self.folder / "segments"), "ASSAY_CONTROL": str(self.folder / "control"),
                            "ASSAY_BUDGET": "off"}
        (self.folder / "segments").mkdir(mode=0o700)

    def start(self, *command):
        process = subprocess.Popen([str(word) for word in command], cwd=self.tree, env=self.environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for cleanup in (process.stdout.close, process.stderr.close, process.wait, process.kill):
            self.addCleanup(cleanup)
        return process

    def server(self, port=0):
        process = self.start(self.tree / "server", port)
        process.port = int(process.stdout.readline())
        return process

    def load(self, port, path, seconds):
        return self.start("wrk", "--threads", 1, "--connections", CONNECTIONS, "--duration", f"{seconds}s", f"http://127.0.0.1:{port}{path}")

    def assay(self, *arguments):
        done = subprocess.run([ASSAY, *arguments], cwd=self.tree, env=self.environment, capture_output=True, text=True, check=False)
        self.assertIn(done.returncode, (0, 1), done.stdout + done.stderr)
        return done.stdout

    def experiment(self, name):
        return next(one for one in json.loads(self.assay("experiment", "list", "--json"))["experiments"] if one["name"] == name)

    def functions(self):
        return {one["name"]: one for one in json.loads(self.assay("top", "--json"))["functions"]}

    def test_a_faulty_version_ends_by_itself_and_no_request_fails_twice(self):
        server = self.server()
        client = Client(server.port, "/price/2")
        client.start()
        wrk = self.load(server.port, "/price/1", 10)
        wait_for(lambda: self.experiment("shop::priceOfShort")["state"] == "stopped", "it goes on failing")
        said = wrk.communicate(timeout=120)[0]
        client.end()
        refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
        failed = client.failed + (int(refused.group(1)) if refused else 0)
        counted = self.functions()
        self.assertEqual(counted["shop::priceOfShort"]["calls"], failed, "all calls of the new version fail")
        self.assertEqual(counted["shop::priceOfShort"]["errors"], failed)
        self.assertGreaterEqual(failed, MOST_ERRORS)
        self.assertLessEqual(failed, MOST_ERRORS + CONNECTIONS + 1, "no more than were under way")
        self.assertEqual(client.failed_twice, 0)
        self.assertGreaterEqual(client.asked, 100)
        self.assertGreaterEqual(counted["shop::priceOf, replaced by shop::priceOfShort"]["calls"], 1000)
        self.assertEqual(counted["shop::priceOf, replaced by shop::priceOfShort"]["errors"], 0)
        server.terminate()
        self.assertEqual(server.communicate(timeout=60)[1].count("failed 3 times in a row"), 1)
        again = self.server()
        client = Client(again.port, "/price/2")
        self.assertTrue(all(client.ask() for _ in range(200)), "stopped it stays")

    def serve(self):
        process = self.start(ASSAY, "serve", "--apply", "--listen", "127.0.0.1:0", "--history", self.folder / "history")
        self.assertIn("http", process.stdout.readline())
        return process

    def test_a_better_version_goes_through_its_steps_and_survives_what_is_killed(self):
        server, observer = self.server(), self.serve()
        self.load(server.port, "/best", 3 * PATIENCE)
        self.assay("experiment", "set", "bestQuickly", "20%", "60%", "100%", "--hold", "1s")
        wait_for(lambda: self.experiment("shop::bestQuickly")["shareBasisPoints"] == 6000, "no second step", PATIENCE)
        for process in (server, observer):
            process.kill()
            process.wait()
        self.assertEqual(self.experiment("shop::bestQuickly")["steps"]["step"], 1)
        server, observer = self.server(server.port), self.serve()
        wait_for(lambda: self.experiment("shop::bestQuickly")["shareBasisPoints"] == 10000, "no third step", PATIENCE)
        wait_for(lambda: self.experiment("shop::bestQuickly")["steps"] is None, "the last step does not end", PATIENCE)
        self.assertEqual(self.experiment("shop::bestQuickly")["state"], "set")
        log = (self.folder / "control.log").read_text(encoding="utf-8")
        self.assertEqual(len(log.splitlines()), 3, log)
        asked = ("experiment", "verdict", "bestQuickly", "--history", str(self.folder / "history"), "--json")
        self.assertIn(json.loads(self.assay(*asked))["decision"], ("promote", "continue"))
        self.assertIn(json.loads(self.assay(*asked, "--self-check"))["off"], (True, False))
        self.assertIn("-// AI-generated: Claude Opus 4", self.assay("experiment", "promote", "bestQuickly"))
        self.assertIsNone(server.poll())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
