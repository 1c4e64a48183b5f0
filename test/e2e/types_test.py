# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What type the input of a call is, from the parameter to the number: test/e2e/apps/types, guarded in place, built by GCC and by
Clang, prints what it printed, and its calls are counted by the types that it makes.

usage: types_test.py BUILD-FOLDER CLANG++ [unittest options]
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.request

from ledger_app import HERE, bytes_below, run

BUILD = pathlib.Path(sys.argv[1])
COMPILERS = {"gcc": "g++", "clang": sys.argv[2]}
FLAGS = ["-std=c++20"]
WARNINGS = [["-O0", "-g"], ["-O2", "-Wall", "-Wextra", "-Wshadow", "-Wsign-conversion", "-Wnull-dereference", "-Werror"]]
# name: (calls, errors) by type
EXPECTED = {
    "types::stored": {"alternative 0": (10, 0), "alternative 1": (10, 0), "alternative 2": (10, 10)},
    "types::drawn": {"types::Triangle": (10, 0)},
    "types::pointed": {"types::Polygon<4>": (5, 0)},
    "types::owned": {"types::Polygon<5>": (10, 0)},
    "types::doubled": {"T = int": (10, 0), "T = std::string": (5, 0)},
    "types::closed": {},
    "types::many": {f"types::Polygon<{sides}>": (1, int(sides > 5)) for sides in range(1, 8)} | {"(other)": (3, 3)},
}


def plain_name(name):
    """The compilers differ in what they call a string."""
    return "T = std::string" if re.match(r"T = std::(__cxx11::)?(basic_)?string", name) else name


class Types(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.source, cls.guarded = cls.folder / "source", cls.folder / "guarded"
        for tree in (cls.source, cls.guarded):
            shutil.copytree(HERE / "apps/types", tree)
        row = {"directory": str(cls.guarded), "file": "types.cpp", "arguments": ["c++", *FLAGS, "-c", "types.cpp"]}
        (cls.guarded / "compile_commands.json").write_text(json.dumps([row]), encoding="utf-8")
        cls.before = bytes_below(cls.guarded)
        cls.scanned = run([BUILD / "bin/assay", "scan"], cls.guarded)
        cls.instrumented = run([BUILD / "bin/assay", "instrument", "--in-place"], cls.guarded)
        cls.installed = run(["cmake", "--install", BUILD, "--component", "runtime", "--prefix", cls.folder / "runtime"], cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def succeeds(self, done):
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_nothing_is_taken_back(self):
        for done in (self.scanned, self.instrumented):
            self.assertEqual(done.stderr, "")
            self.succeeds(done)
        self.succeeds(self.installed)

    def test_strip_gives_the_bytes_back(self):
        copy = self.folder / "stripped"
        shutil.copytree(self.guarded, copy)
        self.succeeds(run([BUILD / "bin/assay", "instrument", "--strip"], copy))
        after = bytes_below(copy)
        after.pop("assay.yaml")
        self.assertEqual(after, self.before)

    def program(self, tree, compiler, flags):
        name = self.folder / f"{tree.name}-{compiler}{flags[0]}.exe"
        runtime = ["-I", self.folder / "runtime/include", "-L", self.folder / "runtime/lib", "-lassay_runtime", "-lpthread"]
        self.succeeds(run([COMPILERS[compiler], *FLAGS, *flags, "types.cpp", "-o", name, *runtime], tree))
        return name

    def segments_of(self, compiler, flags):
        segments = self.folder / f"segments-{compiler}{flags[0]}"
        plain = self.succeeds(run([self.program(self.source, compiler, flags)], self.folder))
        guarded = self.succeeds(run([self.program(self.guarded, compiler, flags)], self.folder, ASSAY_DIR=str(segments), ASSAY_BUDGET="off"))
        self.assertEqual(guarded, plain)
        return segments

    def counts_with(self, compiler):
        for flags in WARNINGS:
            with self.subTest(flags=flags[0]):
                segments = self.segments_of(compiler, flags)
                table = json.loads(self.succeeds(run([BUILD / "bin/assay", "top", "--json", "--segments", segments], self.folder)))
                self.assertEqual(table["lostCalls"], 0)
                found = {row["name"]: {plain_name(one["type"]): (one["calls"], one["errors"]) for one in row["types"]} for row in table["functions"]}
                self.assertEqual(found, EXPECTED)
                for row in table["functions"]:
                    if row["name"] == "types::stored":
                        self.assertAlmostEqual(sum(one["totalSeconds"] for one in row["types"]), row["totalSeconds"])

    def test_counts_with_gcc(self):
        self.counts_with("gcc")

    def test_counts_with_clang(self):
        self.counts_with("clang")

    def test_what_is_served(self):
        segments = self.segments_of("gcc", ["-O1"])
        server = subprocess.Popen([BUILD / "bin/assay", "serve", "--segments", segments, "--listen", "127.0.0.1:0", "--history", "none"],
                                  cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            address = re.search(r"http://[0-9.:]+", server.stdout.readline()).group(0)
            text = urllib.request.urlopen(address + "/metrics", timeout=30).read().decode()
        finally:
            server.terminate()
            server.communicate(timeout=30)
        self.assertRegex(text, r'\nai_code_input_type_total\{function="types::stored",[^}]*,type="alternative 2"\} 10\n')
        self.assertRegex(text, r'\nai_code_input_type_error_total\{function="types::many",[^}]*,type="\(other\)"\} 3\n')
        self.assertRegex(text, r'\nai_code_input_type_seconds_total\{function="types::drawn",[^}]*,type="types::Triangle"\} [0-9.e-]+\n')


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
