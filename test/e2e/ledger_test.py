# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tag → manifest → report → guard → numbers on test/e2e/apps/ledger, built by GCC and by Clang: every count is equal to the
program's own, and the program does what it did without guards.

usage: ledger_test.py BUILD-FOLDER CLANG++ CLANG [unittest options]
"""
import json
import re
import sys
import tempfile
import unittest

from ledger_app import LedgerApp, bytes_below

BUILD, CLANGXX, CLANG = sys.argv[1:4]
COMPILERS = {"gcc": ("g++", "gcc"), "clang": (CLANGXX, CLANG)}
THREADS, ROUNDS = 4, 5000


class Ledger(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.app = LedgerApp(BUILD, cls.folder.name)
        cls.before = bytes_below(cls.app.source)
        cls.scanned = cls.app.scan()
        cls.instrumented = cls.app.instrument()
        cls.app.install_runtime()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def succeeds(self, done):
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_scan_finds_every_tag(self):
        self.succeeds(self.scanned)
        tags = sum(len(re.findall(rb"AI-(?:generated|assisted|modified):", text)) for text in self.before.values())
        entries = re.findall(r"^ *- id:", self.app.manifest.read_text(encoding="utf-8"), re.M)
        self.assertEqual(len(entries), tags)

    def test_second_scan_changes_nothing(self):
        manifest = self.app.manifest.read_bytes()
        self.succeeds(self.app.scan())
        self.assertEqual(self.app.manifest.read_bytes(), manifest)
        self.succeeds(self.app.scan("--check"))

    def test_report_counts_what_the_manifest_holds(self):
        report = json.loads(self.succeeds(self.app.call("report", "--format", "json")))
        entries = re.findall(r"^ *- id:", self.app.manifest.read_text(encoding="utf-8"), re.M)
        self.assertIn(len(entries), every_number(report))

    def test_instrument_leaves_the_source_alone(self):
        self.succeeds(self.instrumented)
        after = bytes_below(self.app.source)
        after.pop("assay.yaml")
        self.assertEqual(after, self.before)

    def test_guards_add_no_line(self):
        for name, text in self.before.items():
            guarded = (self.app.guarded / name).read_bytes()
            self.assertEqual(guarded.count(b"\n"), text.count(b"\n"), name)

    def test_strip_restores_every_byte(self):
        self.succeeds(self.app.call("instrument", "--out", self.app.folder / "to-strip"))
        self.succeeds(self.app.call("instrument", "--strip", self.app.folder / "to-strip"))
        for name, text in self.before.items():
            self.assertEqual((self.app.folder / "to-strip" / name).read_bytes(), text, name)

    def counts_are_exact_with(self, compiler):
        cxx, cc = COMPILERS[compiler]
        self.succeeds(self.app.compile(self.app.source, f"plain-{compiler}", cxx, cc))
        self.succeeds(self.app.compile(self.app.guarded, f"guarded-{compiler}", cxx, cc))
        plain = self.succeeds(self.app.start(f"plain-{compiler}", str(THREADS), str(ROUNDS)))
        guarded = self.succeeds(self.app.start(f"guarded-{compiler}", str(THREADS), str(ROUNDS)))
        self.assertEqual(guarded, plain)
        refused = sum(1 for amount in range(THREADS * ROUNDS) if amount % 97 == 0)
        table = self.succeeds(self.app.compare("--at-least", "13", "--expect", f"ledger::Ledger::post={THREADS * ROUNDS}",
                                               "--expect", f"errors of ledger::Ledger::post={refused}"))
        self.assertIn(" 0 differences", table)

    def test_counts_are_exact_with_gcc(self):
        self.counts_are_exact_with("gcc")

    def test_counts_are_exact_with_clang(self):
        self.counts_are_exact_with("clang")


def every_number(value):
    """All numbers anywhere in a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for inner in value for number in every_number(inner)]
    return [value] if isinstance(value, int) else []


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
