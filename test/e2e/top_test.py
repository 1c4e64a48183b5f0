# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay top` on a terminal of its own: keys, sizes, colours, and the terminal as it was at the end; and the same table printed once.

usage: top_test.py BUILD-FOLDER [unittest options]
"""
import fcntl
import json
import os
import pathlib
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import unittest

from waiting import PATIENCE, wait_for

BUILD = pathlib.Path(sys.argv[1]).resolve()
ASSAY = BUILD / "bin/assay"
# Two functions: `often` has more calls, `seldom` fails. When a line comes in, `often` is called ten times more.
PROGRAM = """
#include <assay/guard.h>
#include <cstdio>
static void often() { ASSAY_GUARD("often"); }
static void seldom() { ASSAY_GUARD("seldom"); throw 1; }
int main() {
  for (int i = 0; i < 30; ++i) often();
  for (int i = 0; i < 3; ++i) try { seldom(); } catch (int) {}
  std::puts("ready");
  std::fflush(stdout);
  while (std::getchar() != EOF)
    for (int i = 0; i < 10; ++i) often();
}
"""
LEFT = "\033[?1049l"


class Screen:
    """What stands on the terminal of a program."""

    def __init__(self, test, arguments, rows=24, columns=100, **environment):
        self.master, side = pty.openpty()
        self.resize(rows, columns)
        self.before = termios.tcgetattr(side)
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "CI")}
        self.process = subprocess.Popen([ASSAY, "top", *arguments], stdin=side, stdout=side, stderr=subprocess.PIPE, start_new_session=True,
                                        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
                                        env={**kept, "TERM": "xterm", **environment})
        self.side, self.written = side, b""
        test.addCleanup(self.close)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        os.close(self.side)
        os.close(self.master)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, keys):
        os.write(self.master, keys.encode())

    def read(self):
        while select.select([self.master], [], [], 0)[0]:
            self.written += os.read(self.master, 65536)
        return self.written.decode(errors="replace")

    def lines(self):
        """Of the last whole frame."""
        frame = self.read().rpartition(LEFT)[0] or self.read()
        frame = frame.rpartition("\033[H")[2]
        return re.sub(r"\033\[[?0-9;]*[a-zA-Z]", "", frame).replace("\r", "").rstrip("\n").split("\n")

    def functions(self):
        return [line.split()[0] for line in self.lines() if re.match(r"(often|seldom)\b", line)]

    def wait(self, what, condition):
        try:
            wait_for(lambda: condition(self.lines()), what)
        except AssertionError as never:
            raise AssertionError("\n".join([str(never), *self.lines()])) from never


class Top(unittest.TestCase):
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
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.arguments = ["--segments", folder.name]
        self.program = subprocess.Popen([self.folder / "program"], env={"ASSAY_DIR": folder.name}, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.addCleanup(self.program.communicate)
        self.assertEqual(self.program.stdout.readline(), "ready\n")

    def screen(self, *more, **settings):
        screen = Screen(self, [*self.arguments, *more], **settings)
        screen.wait("both functions", lambda _: sorted(screen.functions()) == ["often", "seldom"])
        return screen

    def call_more(self):
        self.program.stdin.write("\n")
        self.program.stdin.flush()

    def calls_of(self, screen, function):
        return [int(line.split()[2]) for line in screen.lines() if line.startswith(function)][0]

    def test_sorts_by_keys(self):
        screen = self.screen()
        self.assertEqual(screen.functions(), ["often", "seldom"], "most calls first")
        screen.type("r")
        screen.wait("reversed", lambda _: screen.functions() == ["seldom", "often"])
        screen.type("rss")
        screen.wait("by errors", lambda _: screen.functions() == ["seldom", "often"])

    def test_finds_what_is_typed(self):
        screen = self.screen()
        screen.type("/seldq")
        screen.wait("what was typed", lambda lines: lines[-1].startswith("/seldq_"))
        screen.wait("none", lambda lines: not screen.functions() and any("0 of 2 functions have 'seldq'" in line for line in lines))
        screen.type("\x7f")
        screen.wait("one", lambda lines: screen.functions() == ["seldom"] and any("1 of 2 functions has 'seld'" in line for line in lines))
        screen.type("\r")
        screen.wait("keys again", lambda lines: lines[-1].startswith("q quit"))
        self.assertEqual(screen.functions(), ["seldom"])
        screen.type("\033")
        screen.wait("all", lambda _: screen.functions() == ["often", "seldom"])

    def test_pauses(self):
        screen = self.screen()
        screen.type("p")
        screen.wait("paused", lambda lines: "go on (paused)" in lines[-1])
        before = self.calls_of(screen, "often")
        self.call_more()
        screen.type("r")
        screen.wait("keys work", lambda _: screen.functions() == ["seldom", "often"])
        self.assertEqual(self.calls_of(screen, "often"), before)
        screen.type("p")
        screen.wait("new calls", lambda _: self.calls_of(screen, "often") > before)

    def test_goes_with_the_size_of_the_terminal(self):
        screen = self.screen()
        self.assertIn("P99", "\n".join(screen.lines()))
        screen.resize(12, 40)
        screen.wait("narrow", lambda lines: len(lines) <= 12 and all(len(line) <= 40 for line in lines))
        self.assertEqual(screen.functions(), ["often", "seldom"])
        screen.resize(24, 100)
        screen.wait("wide again", lambda lines: any(len(line) > 40 for line in lines))

    def test_colours_where_they_are_wanted(self):
        self.assertRegex(self.screen().read(), r"\033\[[0-9;]*m")
        self.assertNotRegex(self.screen(NO_COLOR="1").read(), r"\033\[[0-9;]*m")

    def test_leaves_the_terminal_as_it_was(self):
        for end in (lambda screen: screen.type("q"), lambda screen: screen.type("\x03"),
                    lambda screen: screen.process.send_signal(signal.SIGTERM)):
            screen = self.screen()
            end(screen)
            self.assertEqual(screen.process.wait(PATIENCE), 0)
            self.assertIn(LEFT, screen.read())
            self.assertEqual(termios.tcgetattr(screen.side), screen.before)

    def test_once(self):
        def top(*more):
            return subprocess.run([ASSAY, "top", *self.arguments, *more], capture_output=True, text=True, check=True).stdout
        self.assertRegex(top("--once"), r"2 functions, (.|\n)*\noften (.|\n)*\nseldom ")
        filtered = top("--once", "--filter", "SELD")
        self.assertIn("\n1 of 2 functions has 'SELD' in its name or model\n", filtered)
        self.assertNotIn("often", filtered)
        self.assertEqual([row["name"] for row in json.loads(top("--json", "--filter", "seld"))["functions"]], ["seldom"])
        self.assertEqual([row["name"] for row in json.loads(top("--json", "--sort", "errors"))["functions"]], ["seldom", "often"])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
