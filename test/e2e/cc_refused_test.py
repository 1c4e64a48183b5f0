# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What only the compiler itself says about a guarded text (how large its frames are, say) ends no build: `assay-cc` compiles the
unit as it is and says so. What is wrong in the text as it is, is said as the bare compiler says it.

usage: cc_refused_test.py BUILD-FOLDER CLANG CLANGXX [unittest options]
"""
import json
import os
import pathlib
import pty
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

BUILD = pathlib.Path(sys.argv[1]).resolve()
COMPILERS = {"gcc": ("gcc", "g++"), "clang": (sys.argv[2], sys.argv[3])}
TAG = "/* AI-generated: GPT-4, 2024-01-15 */\n"
LIMIT = ["-O0", "-Wframe-larger-than=32", "-Werror"]
FILES = {
    "small.c": TAG + "int small(int n) { return n + 1; }\n",
    "shop.h": "#pragma once\n" + TAG + "inline int fee(int n) {\n  return n + 1;\n}\n",
    "shop.cpp": '#include "shop.h"\nint shop(int n) { return fee(n); }\n',
    "wrong.c": TAG + "int wrong(int n) { return n + missing; }\n",
    "fine.c": TAG + "int fine(int n) { return n + 1; }\n",
}


def flags_of(name):
    return [] if name == "fine.c" else LIMIT


def with_each_compiler(test):
    """Once with each, after a preparation of its own."""
    def of_all(self):
        for family in COMPILERS:
            with self.subTest(family):
                self.prepare(family)
                test(self, family)
    return of_all


class Refused(unittest.TestCase):
    def setUp(self):
        self.work = tempfile.TemporaryDirectory()
        self.addCleanup(self.work.cleanup)
        self.tree = pathlib.Path(self.work.name, "tree")
        self.index = pathlib.Path(self.work.name, "index")
        self.tree.mkdir()
        self.database = []
        for name, text in FILES.items():
            (self.tree / name).write_text(text, encoding="utf-8")

    def run_here(self, *words, **how):
        environment = {**os.environ, "LC_ALL": "C", "TERM": "xterm"}
        environment.pop("NO_COLOR", None)  # a terminal is asked for its colours
        return subprocess.run([str(word) for word in words], cwd=self.tree, env=environment, text=True, check=False, timeout=120,
                              **{"capture_output": True, **how})

    def prepare(self, family, says=""):
        """The build's commands are known, so that Clang has judged the guards under its flags."""
        database = [{"directory": str(self.tree), "file": name, "arguments": self.command(family, name)} for name in FILES if name[-2:] != ".h"]
        database += self.database
        (self.tree / "compile_commands.json").write_text(json.dumps(database), encoding="utf-8")
        done = self.run_here(BUILD / "bin/assay", "cc", "--prepare", self.index, "-p", self.tree)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn(says, done.stderr)

    def command(self, family, name):
        compiler = COMPILERS[family][name.endswith(".cpp")]
        return [compiler, *flags_of(name), "-MD", "-c", name, "-o", f"{name}.o"]

    def compile(self, family, name, more=(), **how):
        return self.run_here(BUILD / "bin/assay-cc", f"--index={self.index}/index", *self.command(family, name), *more, **how)

    def has_guard(self, name):
        return b"assay_v1_open" in (self.tree / f"{name}.o").read_bytes()

    @with_each_compiler
    def test_a_unit_is_compiled_as_it_is(self, family):
        self.assertEqual(self.run_here(*self.command(family, "small.c")).returncode, 0)
        done = self.compile(family, "small.c")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stderr, r"^small\.c:2:\d+: warning: small\.c is compiled without its guards: with them the compiler says of "
                                      r"'small' \"error: .*frame.*\" \[assay-launch-007\]\n.*next build leaves that guard out.*\n$")
        self.assertFalse(self.has_guard("small.c"))
        self.assertIn("small.c.stamp", (self.tree / "small.c.d").read_text(encoding="utf-8"))

    @with_each_compiler
    def test_the_next_preparation_leaves_out_that_guard_and_no_other(self, family):
        (self.tree / "two.c").write_text(TAG + "int large(int n) {\n  volatile char room[4096] = {0};\n  return room[n];\n}\n"
                                         + TAG + "int small(int n) {\n  return n + 1;\n}\n", encoding="utf-8")
        measured = self.run_here(*[word for word in self.command(family, "two.c") if word != "-Werror"])
        largest = max(int(number) for number in re.findall(r"\b(\d{4})\b", measured.stderr))
        command = [word.replace("=32", f"={largest}") for word in self.command(family, "two.c")]
        bare = self.run_here(*command)
        self.assertEqual(bare.returncode, 0, bare.stderr)
        self.database = [{"directory": str(self.tree), "file": "two.c", "arguments": command}]
        self.prepare(family)
        launcher = (BUILD / "bin/assay-cc", f"--index={self.index}/index")
        first = self.run_here(*launcher, *command)
        self.assertIn("'large'", first.stderr)
        self.assertFalse(self.has_guard("two.c"))
        self.assertFalse((self.index / "prepared").exists(), "the next build prepares again")
        self.prepare(family, "assay-instrument-004")
        manifest = (self.index / "assay.yaml").read_text(encoding="utf-8")
        self.assertEqual(manifest.count("new-diagnostic"), 1, manifest)
        second = self.run_here(*launcher, *command)
        self.assertEqual((second.returncode, second.stderr), (0, ""))
        self.assertTrue(self.has_guard("two.c"))
        self.prepare(family, "assay-instrument-004")
        self.assertTrue((self.index / "prepared").exists())

    @with_each_compiler
    def test_so_is_one_for_the_guards_of_its_header(self, family):
        done = self.compile(family, "shop.cpp")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stderr, r"shop\.h:[35]:.* warning: shop\.cpp is compiled .* of 'fee' ")
        self.assertFalse(self.has_guard("shop.cpp"))

    @with_each_compiler
    def test_others_keep_their_guards(self, family):
        done = self.compile(family, "fine.c")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(self.has_guard("fine.c"))

    @with_each_compiler
    def test_what_is_wrong_anyway_is_said_once_and_as_ever(self, family):
        bare = self.run_here(*self.command(family, "wrong.c"))
        done = self.compile(family, "wrong.c")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (bare.returncode, bare.stdout, bare.stderr))
        self.assertEqual(len(re.findall("error:", done.stderr)), 1)

    @with_each_compiler
    def test_every_unit_of_a_call_is_named(self, family):
        done = self.run_here(BUILD / "bin/assay-cc", f"--index={self.index}/index", COMPILERS[family][0], *LIMIT, "-c", "fine.c", "small.c")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("fine.c, small.c are compiled without their guards", done.stderr)

    def test_what_has_no_place_is_shown_whole(self):
        self.prepare("gcc")
        done = self.compile("gcc", "small.c", more=["-fdiagnostics-format=json"])
        self.assertEqual(done.returncode, 0, done.stderr)
        said, _, ours = done.stderr.partition("warning: small.c is compiled without its guards")
        self.assertIn("frame", said)
        self.assertIn("what stands above", ours)

    @with_each_compiler
    def test_a_program_that_lacks_the_runtime_says_so(self, family):
        done = self.run_here(BUILD / "bin/assay-cc", f"--index={self.index}/index", COMPILERS[family][0], "fine.c", "-shared", "-fPIC",
                             "-Wl,-z,defs", "-o", "fine.so")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("undefined reference to `assay_v1_", done.stderr)
        self.assertIn("link with the runtime", done.stderr)

    def test_the_second_try_ends_when_the_first_would(self):
        self.prepare("gcc")
        compiler = self.tree / "gcc"
        compiler.write_text('#!/bin/sh\nif [ -n "$ASSAY_LAUNCH_INDEX" ]; then exec gcc "$@"; fi\n: > second\nexec sleep 60\n', encoding="utf-8")
        compiler.chmod(0o755)
        command = [BUILD / "bin/assay-cc", f"--index={self.index}/index", compiler, *self.command("gcc", "small.c")[1:]]
        for signalled in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signalled.name):
                (self.tree / "second").unlink(missing_ok=True)
                with subprocess.Popen(command, cwd=self.tree, stderr=subprocess.PIPE, start_new_session=True) as running:
                    deadline = time.monotonic() + 60
                    while not (self.tree / "second").exists():
                        self.assertIsNone(running.poll())
                        self.assertLess(time.monotonic(), deadline, "there was no second try")
                        time.sleep(0.01)
                    os.killpg(running.pid, signalled)
                    self.assertEqual(running.wait(timeout=30), -signalled)

    @with_each_compiler
    def test_a_terminal_sees_colours(self, family):
        said = {}
        for name in ("wrong.c", "small.c"):
            ours, theirs = pty.openpty()
            done = self.compile(family, name, capture_output=False, stderr=theirs)
            os.close(theirs)
            said[name] = b""
            while chunk := self.read_end(ours):
                said[name] += chunk
            os.close(ours)
            self.assertEqual(done.returncode, 1 if name == "wrong.c" else 0, said)
        self.assertIn(b"\x1b[", said["wrong.c"])
        self.assertEqual(said["wrong.c"].count(b"error: "), 1, said)
        self.assertIn(b"assay-launch-007", said["small.c"])

    @staticmethod
    def read_end(terminal):
        try:
            return os.read(terminal, 65536)
        except OSError:  # the other end is closed
            return b""


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
