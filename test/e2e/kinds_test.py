# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every kind of function that needs a guard of its own, from the tag to the number: test/e2e/apps/kinds, guarded in place, built by
GCC and by Clang, prints what it printed and is counted as docs/explanation/what-we-guard.md says.

usage: kinds_test.py BUILD-FOLDER CLANG++ CLANG [unittest options]
"""
import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

from ledger_app import HERE, bytes_below, run

BUILD = pathlib.Path(sys.argv[1])
CLANGXX, CLANG = sys.argv[2:4]
COMPILERS = {"gcc": ("g++", "gcc"), "clang": (CLANGXX, CLANG)}
FLAGS = {"kinds.cpp": ["-std=c++20"], "odd.c": ["-std=gnu89", "-Wno-deprecated-non-prototype"]}
WARNINGS = ["-O2", "-Wall", "-Wextra", "-Wshadow", "-Werror"]
UNKNOWN = None  # of a function that is counted at its entry alone

# name: calls, errors, abandoned; as the programs make them
EXPECTED = {
    "kinds.cpp": {
        "kinds::constant": (10, 0, 0),
        "kinds::lambda::(lambda#1)": (10, 0, 0),
        "kinds::fibonacci": (177, 0, 0),
        "kinds::tail": (3000001, UNKNOWN, 0),
        "kinds::handled": (10, 0, 0),
        "kinds::rethrown": (10, 2, 0),
        "kinds::parsed": (10, 5, 0),
        "kinds::made": (10, 1, 0),
        "kinds::jumper": (10, UNKNOWN, 0),
        "kinds::leave": (1, UNKNOWN, 0),
        "kinds::numbers": (5, 1, 3),
        "kinds::Whole::Whole": (10, 1, 0),
        "kinds::status": (10, 7, 0),
        "kinds::looked": (10, 3, 0),
    },
    "odd.c": {"found": (10, 7, 0), "checked": (10, 2, 0), "depth": (100, 0, 0), "tail": (3000001, UNKNOWN, 0)},
}
OUTCOMES = {
    "kinds::tail": "self-tail-call", "kinds::jumper": "setjmp-longjmp", "kinds::leave": "noreturn", "kinds::numbers": "coroutine",
    "kinds::pure": "pure-or-const", "kinds::Whole::Whole": "try-only", "tail": "self-tail-call",
}


class Kinds(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.source, cls.guarded = cls.folder / "source", cls.folder / "guarded"
        for tree in (cls.source, cls.guarded):
            shutil.copytree(HERE / "apps/kinds", tree)
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

    def test_no_guard_is_taken_back(self):
        for done in (self.scanned, self.instrumented, self.installed):
            self.assertEqual(done.stderr if done is not self.installed else "", "")
            self.succeeds(done)

    def test_the_manifest_says_what_is_not_covered(self):
        text = (self.guarded / "assay.yaml").read_text(encoding="utf-8")
        entries = re.findall(r"\n    name: (.*?)\n(.*?)(?=\n  - id|\n\.\.\.)", text, re.S)
        codes = {name: found.group(1) for name, entry in entries if (found := re.search(r"\n      code: (.*)", entry))}
        self.assertEqual(codes, OUTCOMES)

    def test_strip_gives_the_bytes_back(self):
        copy = self.folder / "stripped"
        shutil.copytree(self.guarded, copy)
        self.succeeds(run([BUILD / "bin/assay", "instrument", "--strip"], copy))
        after = bytes_below(copy)
        after.pop("assay.yaml")
        self.assertEqual(after, self.before)

    def program(self, tree, unit, compiler):
        cxx, cc = COMPILERS[compiler]
        name = self.folder / f"{tree.name}-{compiler}-{unit}.exe"
        runtime = ["-I", self.folder / "runtime/include", "-L", self.folder / "runtime/lib", "-lassay_runtime", "-lpthread"]
        self.succeeds(run([cxx if unit.endswith("pp") else cc, *FLAGS[unit], *WARNINGS, unit, "-o", name, *runtime], tree))
        return name

    def counts_with(self, compiler):
        for unit, expected in EXPECTED.items():
            with self.subTest(unit=unit):
                segments = self.folder / f"segments-{compiler}-{unit}"
                plain = self.succeeds(run([self.program(self.source, unit, compiler)], self.folder))
                guarded = self.succeeds(run([self.program(self.guarded, unit, compiler)], self.folder, ASSAY_DIR=str(segments), ASSAY_BUDGET="off"))
                self.assertEqual(guarded, plain)
                table = json.loads(self.succeeds(run([BUILD / "bin/assay", "top", "--json", "--segments", segments], self.folder)))
                self.assertEqual(table["lostCalls"], 0)
                rows = {row["name"]: (row["calls"], row["errors"], row["abandoned"]) for row in table["functions"]}
                pure = rows.pop("kinds::pure", (1, 0, 0))
                self.assertLessEqual(pure[0], 10, "counts of a pure function are lower bounds")
                self.assertEqual(rows, expected)

    def test_counts_with_gcc(self):
        self.counts_with("gcc")

    def test_counts_with_clang(self):
        self.counts_with("clang")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
