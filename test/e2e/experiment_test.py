# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A gradual rollout from the tag to the running program: scanned, guarded, built, run; its share is set, raised and rolled back
while it runs; it stops by itself when the new function fails; what was decided outlives the process.

usage: experiment_test.py BUILD-FOLDER [unittest options]
"""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

from compilers import run
from waiting import wait_for

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
SOURCE = """// A server in small: it answers one line with the function that did.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>

static const char* lastArm = "";

int rankUsers(int count) {
  lastArm = "old";
  return count + 1;
}

// AI-generated: Claude Opus 4, 2026-03-02, prompt: "faster ranking", replaces: rankUsers, rollout: 0%
int rankUsersFast(int count) {
  lastArm = "new";
  if (count < 0) throw std::runtime_error("negative");
  if (count == 13) std::abort();
  return count + 1;
}

namespace other {
int rankUsers(int count) { return count; }
// AI-generated: Claude Opus 4, replaces: rankUsers, experiment: split
int rankUsersToo(int count) { return count; }
}  // namespace other

int half(int count) { return count / 2; }
// AI-generated: Claude Opus 4, replaces: half, experiment: shadow, budget: 100%
int halfFast(int count) { return count % 2 == 0 ? count / 2 : count; }

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    try {
      rankUsersFast(std::atoi(line.c_str()));
    } catch (const std::runtime_error&) {
    }
    std::printf("%s\\n", lastArm);
    std::fflush(stdout);
  }
  int sum = 0;
  for (int i = 0; i < 10; ++i) sum += halfFast(i);
  return other::rankUsersToo(sum - 20);
}
"""


class Server:
    def __init__(self, program, environment):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env=environment)

    def ask(self, count=1):
        self.process.stdin.write(f"{count}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def becomes(self, arm):
        return wait_for(lambda: self.ask() == arm, f"no call goes to the {arm} function")

    def end(self):
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, err


class Experiment(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        (cls.folder / "server.cpp").write_text(SOURCE, encoding="utf-8")
        cls.steps = [
            run([ASSAY, "scan"], cls.folder),
            run([ASSAY, "instrument", "--in-place"], cls.folder),
            run(["g++", "-std=c++17", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'lib/runtime/include'}", "server.cpp",
                 BUILD / "lib/runtime/libassay_runtime.a", "-pthread", "-o", "server"], cls.folder),
        ]
        cls.guarded = (cls.folder / "server.cpp").read_text(encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        self.segments = tempfile.TemporaryDirectory()
        self.addCleanup(self.segments.cleanup)
        self.environment = {**os.environ, "ASSAY_DIR": self.segments.name}
        self.control = pathlib.Path(self.segments.name) / "experiments.control"

    def assay(self, *arguments, code=0):
        done = subprocess.run([ASSAY, "experiment", *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def server(self):
        server = Server(self.folder / "server", self.environment)
        self.addCleanup(server.process.stdin.close)
        self.addCleanup(server.process.stdout.close)
        self.addCleanup(server.process.stderr.close)
        self.addCleanup(server.process.wait)
        self.addCleanup(server.process.kill)
        return server

    def entry(self, name):
        return self.entry_of(json.loads(self.assay("list", "--json")), name)

    @staticmethod
    def entry_of(listed, name):
        return next(one for one in listed["experiments"] if one["name"] == name)

    def test_the_way_to_the_program(self):
        for done in self.steps:
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertEqual(done.stderr, "")
        self.assertIn("ASSAY_INSERTED_ROLLOUT", self.guarded)
        self.assertEqual(len(self.guarded.splitlines()), len(SOURCE.splitlines()))

    def test_a_share_is_set_raised_and_rolled_back_while_it_runs(self):
        server = self.server()
        self.assertEqual(server.ask(), "old")
        self.assertIn("100% of the calls (was 0%)", self.assay("set", "rankUsersFast", "100%"))
        server.becomes("new")
        self.assertIn("rolled back", self.assay("rollback", "rankUsersFast"))
        server.becomes("old")
        self.assertEqual(server.end(), (0, ""))
        self.assertEqual(self.entry("rankUsersFast")["state"], "rolled back")
        self.assertEqual(self.entry("other::rankUsersToo")["shareBasisPoints"], 5000)

    def test_what_was_decided_outlives_the_process(self):
        self.assay("set", "0x" + self.entry("rankUsersFast")["id"][2:], "100%")
        for _ in range(2):
            server = self.server()
            self.assertEqual(server.ask(), "new")
            server.end()

    def test_failures_in_a_row_stop_it_in_all_processes(self):
        self.assay("set", "rankUsersFast", "100%", "--stop-after", "3")
        first, second = self.server(), self.server()
        self.assertEqual(second.ask(), "new")
        arms = [first.ask(-1) for _ in range(5)]
        self.assertEqual(arms, ["new", "new", "new", "old", "old"])
        second.becomes("old")
        self.assertIn("failed 3 times in a row", first.end()[1])
        self.assertIn("stopped", self.assay("list", code=1))
        self.assay("set", "rankUsersFast", "100%")
        second.becomes("new")
        self.assertEqual(self.entry("rankUsersFast")["stopAfterErrors"], 3)

    def test_a_crash_is_found_at_the_next_start(self):
        self.assay("set", "rankUsersFast", "100%")
        crashed = self.server()
        self.assertEqual((crashed.ask(13), crashed.process.wait(60)), ("", -signal.SIGABRT))
        server = self.server()
        self.assertEqual(server.ask(13), "old")
        said = f"rankUsersFast crashed in process {crashed.process.pid} (signal {int(signal.SIGABRT)}); the function it replaces is called until"
        self.assertIn(said, server.end()[1])
        self.assertRegex(self.assay("list", code=1), rf"0% +stopped +rankUsersFast .*; crashed in process {crashed.process.pid}\n")
        entry = self.entry_of(json.loads(self.assay("list", "--json", code=1)), "rankUsersFast")
        self.assertEqual((entry["stoppedFor"], entry["stoppedBy"]), ("crash", crashed.process.pid))
        self.assay("set", "rankUsersFast", "100%")
        self.assertEqual(self.server().ask(), "new")

    def test_a_shadow_is_compared_and_changes_nothing(self):
        self.assertIn("ASSAY_INSERTED_SHADOW", self.guarded)
        self.assertEqual(self.server().end(), (0, ""))
        self.assertIn("halfFast in the shadow of half, server.cpp:31; 10 compared, 5 differ, 0 failed", self.assay("list"))
        self.assertIn("no calls of its own", self.assay("verdict", "halfFast", code=2))
        self.assertIn("0% of the calls, in the shadow (was 100%)", self.assay("set", "halfFast", "off"))
        self.assertEqual(self.server().end(), (0, ""))
        self.assertEqual(self.entry("halfFast")["shadow"], {"compared": 10, "differ": 5, "failed": 0})
        self.assertIsNone(self.entry("rankUsersFast")["shadow"])

    def test_steps_are_kept_shown_and_ended_by_a_decision(self):
        said = self.assay("set", "rankUsersFast", "1%", "10%", "100%", "--hold", "1h")
        self.assertIn("1% of the calls (was 0%); `assay serve --apply` goes on to 10%, 100%", said)
        steps = self.entry("rankUsersFast")["steps"]
        self.assertEqual((steps["sharesBasisPoints"], steps["holdSeconds"], steps["step"]), ([100, 1000, 10000], 3600, 0))
        self.assertRegex(self.assay("list"), r"rankUsersFast.*; step 1 of 3, 10% after 20\d\d-.* UTC at the earliest\n")
        self.assay("rollback", "rankUsersFast")
        self.assertIsNone(self.entry("rankUsersFast")["steps"])
        self.assertFalse(pathlib.Path(str(self.control) + ".steps").exists())
        for wrong in (["1%", "10%"], ["10%", "--hold", "1h"], ["10%", "1%", "--hold", "1h"], ["1%", "10%", "--hold", "soon"],
                      ["off", "10%", "--hold", "1h"]):
            self.assertIn("error", self.assay("set", "rankUsersFast", *wrong, code=2))
        self.assertIn("nothing says when a step has gone well", self.assay("set", "halfFast", "1%", "10%", "--hold", "1h", code=2))
        self.assertEqual(self.entry("rankUsersFast")["state"], "rolled back")

    def test_acting_needs_a_history(self):
        done = subprocess.run([ASSAY, "serve", "--apply", "--history", "none", "--listen", "0"], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn("--apply acts on what the history says", done.stderr)

    def test_promotion_is_a_patch_after_which_there_is_no_experiment(self):
        self.assertIn("has guards in it", self.assay("promote", "rankUsersFast", code=3))
        with tempfile.TemporaryDirectory() as tree:
            (pathlib.Path(tree) / "server.cpp").write_text(SOURCE, encoding="utf-8")
            run([ASSAY, "scan"], tree)
            patch = run([ASSAY, "experiment", "promote", "rankUsersFast"], tree).stdout
            self.assertEqual([line for line in patch.splitlines()[2:] if line[0] in "-+"], [
                '-// AI-generated: Claude Opus 4, 2026-03-02, prompt: "faster ranking", replaces: rankUsers, rollout: 0%',
                '+// AI-generated: Claude Opus 4, 2026-03-02, prompt: "faster ranking"'])
            subprocess.run(["git", "apply", "-"], input=patch, text=True, cwd=tree, check=True)
            again = run([ASSAY, "experiment", "promote", "rankUsersFast"], tree)
            self.assertEqual((again.returncode, again.stdout), (3, ""))
            self.assertIn("has changed since the scan", again.stderr)
            run([ASSAY, "scan"], tree)
            listed = run([ASSAY, "experiment", "list"], tree).stdout
            self.assertNotIn("rankUsersFast", listed)
            self.assertIn("halfFast", listed)

    def test_names(self):
        self.assertIn("no experiment", self.assay("rollback", "rankNobody", code=2))
        self.assertIn("no share", self.assay("set", "rankUsersFast", "ten", code=2))
        self.assertIn("does not know", self.assay("conclude", "rankUsersFast", code=2))
        self.assertFalse(self.control.exists())
        self.assertIn("rankUsersFast: 10%", self.assay("set", "rankUsers", "10%"), "other::rankUsers has that at its end alone")

    def test_a_damaged_file_calls_the_old_function_and_says_so(self):
        self.assay("set", "rankUsersFast", "100%")
        server = self.server()
        self.assertEqual(server.ask(), "new")
        self.control.write_bytes(self.control.read_bytes()[:70])
        server.becomes("old")
        self.assertIn("cannot be used", self.assay("list", code=3))
        self.assertIn("cannot be used", self.assay("set", "rankUsersFast", "100%", code=3))
        self.control.unlink()
        self.assay("set", "rankUsersFast", "100%")
        server.becomes("new")
        code, said = server.end()
        self.assertEqual(code, 0)
        self.assertEqual(said.count("\n"), 1, said)
        self.assertIn("the old functions of all experiments are called", said)

    def test_many_sets_at_once_are_all_kept(self):
        names = ["rankUsersFast", "other::rankUsersToo"] * 5
        running = [subprocess.Popen([ASSAY, "experiment", "set", name, "7%"], cwd=self.folder, env=self.environment,
                                    stdout=subprocess.DEVNULL) for name in names]
        self.assertEqual([one.wait() for one in running], [0] * len(names))
        self.assertEqual({self.entry(name)["shareBasisPoints"] for name in names}, {700})


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
