# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A program whose calls are known, guarded by hand so that no scan is needed, and `assay serve` beside it."""
import pathlib
import signal
import subprocess
import tempfile
import unittest
import urllib.request

from waiting import PATIENCE

# So many calls of two functions, every tenth of the second fails; then it exits, is killed, or waits.
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


class CountingProgram(unittest.TestCase):
    """Each test has segments of its own; `build` is set by the test's module."""

    build = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.root = pathlib.Path(folder.name)
        runtime = cls.root / "runtime"
        subprocess.run(["cmake", "--install", cls.build, "--component", "runtime", "--prefix", runtime], check=True, capture_output=True)
        (cls.root / "program.cpp").write_text(PROGRAM, encoding="utf-8")
        subprocess.run(["c++", "-std=c++17", "-O1", f"-I{runtime}/include", "program.cpp", "-o", "program", f"-L{runtime}/lib",
                        "-lassay_runtime", "-pthread"], cwd=cls.root, check=True)

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(dir=self.root)))
        self.segments = self.folder / "segments"

    def run_program(self, calls, end="exit"):
        """Has counted, and timed, so many calls of each function when it is over."""
        return subprocess.run([self.root / "program", str(calls), end], check=False,
                              env={"ASSAY_DIR": str(self.segments), "ASSAY_BUDGET": "off"})

    def serve(self, *options, history="none", **environment):
        """Started, and has looked once. Its `address` is where it answers."""
        process = subprocess.Popen([self.build / "bin/assay", "serve", "--listen", "127.0.0.1:0", "--segments", self.segments, "--history",
                                    history, *options], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env={"PATH": "/usr/bin:/bin", **environment})
        self.addCleanup(self.kill, process)
        process.address = process.stdout.readline().split("//")[1].split("/")[0]
        self.metrics(process)  # it answers once it has looked
        return process

    def metrics(self, process):
        with urllib.request.urlopen(f"http://{process.address}/metrics", timeout=PATIENCE) as answer:
            return answer.read().decode()

    def assay(self, *arguments):
        return subprocess.run([self.build / "bin/assay", *arguments, "--listen", "127.0.0.1:0"], cwd=self.folder, capture_output=True, text=True,
                              check=False, timeout=PATIENCE)

    def kill(self, process):
        process.kill()
        process.communicate()

    def end(self, process):
        """What it said to stderr."""
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=PATIENCE)[1]
        self.assertEqual(process.returncode, 0, said)
        return said
