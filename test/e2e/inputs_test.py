# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the input of a call is, from the parameter to the number: test/e2e/apps/inputs, guarded in place, built by GCC and by Clang,
prints what it printed, and its calls are counted by the sizes that it makes.

usage: inputs_test.py BUILD-FOLDER CLANG++ CLANG [unittest options]
"""
import collections
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

from ledger_app import HERE, bytes_below, run

BUILD = pathlib.Path(sys.argv[1])
CLANGXX, CLANG = sys.argv[2:4]
COMPILERS = {"gcc": ("g++", "gcc"), "clang": (CLANGXX, CLANG)}
FLAGS = {"inputs.cpp": ["-std=c++20"], "inputs.c": ["-std=gnu89", "-Wno-unknown-warning-option", "-Wno-deprecated-non-prototype"]}
WARNINGS = [["-O0", "-g"], ["-O2", "-Wall", "-Wextra", "-Wshadow", "-Wsign-conversion", "-Wnull-dereference", "-Werror"]]
EACH = [0, 1, 2, 3, 4, 7, 8, 1000]


def lowest(size):
    """Of the sizes that are counted together with this one."""
    return 0 if size == 0 else 1 << (size.bit_length() - 1)


def rows_of(sizes):
    return dict(sorted(collections.Counter(lowest(size) for size in sizes).items()))


# name: the sizes of the calls that have one; as the programs make them
EXPECTED = {
    "inputs.cpp": {
        "inputs::taken": EACH, "inputs::borrowed": EACH, "inputs::grown": range(5), "inputs::moved": EACH,
        "inputs::pointed": EACH, "inputs::owned": EACH, "inputs::ours": EACH, "inputs::pattern": EACH + EACH,
        "inputs::sum": [3],  # the outermost level's
        "inputs::constant": EACH, "inputs::handled": EACH,
        "inputs::asked": [size - 2 for size in EACH if size >= 2],  # a negative one is none
        "inputs::unasked": [], "inputs::later": EACH,
        "inputs::counted": [], "inputs::Counted::size": [],
    },
    "inputs.c": {"hash": [0, 5], "sum": [5], "spin": [100]},
}


class Inputs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.source, cls.guarded = cls.folder / "source", cls.folder / "guarded"
        for tree in (cls.source, cls.guarded):
            shutil.copytree(HERE / "apps/inputs", tree)
        rows = [{"directory": str(cls.guarded), "file": unit, "arguments": ["c++" if unit.endswith("pp") else "cc", *flags, "-c", unit]}
                for unit, flags in FLAGS.items()]
        (cls.guarded / "compile_commands.json").write_text(json.dumps(rows), encoding="utf-8")
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

    def program(self, tree, unit, compiler, flags):
        cxx, cc = COMPILERS[compiler]
        name = self.folder / f"{tree.name}-{compiler}{flags[0]}-{unit}.exe"
        runtime = ["-I", self.folder / "runtime/include", "-L", self.folder / "runtime/lib", "-lassay_runtime", "-lpthread"]
        self.succeeds(run([cxx if unit.endswith("pp") else cc, *FLAGS[unit], *flags, unit, "-o", name, *runtime], tree))
        return name

    def counts_with(self, compiler):
        for unit, expected in EXPECTED.items():
            for flags in WARNINGS:
                with self.subTest(unit=unit, flags=flags[0]):
                    segments = self.folder / f"segments-{compiler}{flags[0]}-{unit}"
                    plain = self.succeeds(run([self.program(self.source, unit, compiler, flags)], self.folder))
                    guarded = self.succeeds(run([self.program(self.guarded, unit, compiler, flags)], self.folder, ASSAY_DIR=str(segments), ASSAY_BUDGET="off"))
                    self.assertEqual(guarded, plain)
                    table = json.loads(self.succeeds(run([BUILD / "bin/assay", "top", "--json", "--segments", segments], self.folder)))
                    self.assertEqual(table["lostCalls"], 0)
                    found = {row["name"]: {size["from"]: size["calls"] for size in row["sizes"] if size["calls"]} for row in table["functions"]}
                    self.assertEqual(found, {name: rows_of(sizes) for name, sizes in expected.items()})
                    errors = {row["name"]: {size["from"]: size["errors"] for size in row["sizes"] if size["errors"]} for row in table["functions"]}
                    if unit == "inputs.cpp":
                        calls = {row["name"]: row["calls"] for row in table["functions"]}
                        self.assertEqual(calls["inputs::Counted::size"], len(EACH), "those of the program itself")
                        self.assertEqual(errors["inputs::borrowed"], {2: 1}, "the one with a size of 3")

    def test_counts_with_gcc(self):
        self.counts_with("gcc")

    def test_counts_with_clang(self):
        self.counts_with("clang")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
