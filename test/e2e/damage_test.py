# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What happens between two steps: the manifest, a segment or a source file is deleted, truncated or corrupted. Wanted each
time: a message that names the file, the exit code for it (2 wrong usage, 3 incomplete), and everything else untouched.

usage: damage_test.py BUILD-FOLDER [unittest options]
"""
import json
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

from ledger_app import LedgerApp, bytes_below

BUILD = sys.argv[1]


def truncate(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def corrupt(path):
    """Overwrites a stretch in the middle with bytes that no format of ours has."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle:middle + 64] = b"\x00\xff{]\x1b" * 13
    path.write_bytes(bytes(content))


def garble_start(path):
    """Loses what says which format and version this is."""
    path.write_bytes(b"GARBAGE!" * 20 + path.read_bytes()[160:])


DAMAGES = {"deleted": pathlib.Path.unlink, "truncated": truncate, "corrupted": corrupt, "garbled": garble_start}


class Damage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """One sound run; each test takes a copy of it."""
        cls.all = tempfile.TemporaryDirectory()
        cls.sound = pathlib.Path(cls.all.name, "sound")
        app = LedgerApp(BUILD, cls.sound)
        for done in (app.scan(), app.instrument()):
            assert done.returncode == 0, done.stderr
        app.install_runtime()
        assert app.compile(app.guarded, "ledger").returncode == 0
        assert app.start("ledger", "2", "100").returncode == 0
        cls.app = app

    @classmethod
    def tearDownClass(cls):
        cls.all.cleanup()

    def setUp(self):
        """The sound state again, at the same place: the build's flags name absolute paths."""
        self.kept = pathlib.Path(self.all.name, "kept")
        shutil.copytree(self.sound, self.kept, symlinks=True)

    def tearDown(self):
        shutil.rmtree(self.sound)
        self.kept.rename(self.sound)

    def refused(self, done, codes, name):
        text = done.stdout + done.stderr
        self.assertIn(done.returncode, codes, text)
        self.assertIn(name, done.stderr, "the message does not name the file")
        self.assertIn("error", done.stderr)
        self.assertNotIn("internal error", text)

    def test_manifest(self):
        app = self.app
        verbs = {"report": ("report",), "instrument": ("instrument", "--in-place"),
                 "top": ("top", "--once", "--segments", app.segments, "--manifest", app.manifest)}
        sound = app.manifest.read_bytes()
        for what, damage in DAMAGES.items():
            for verb, arguments in verbs.items():
                with self.subTest(f"{what} manifest, {verb}"):
                    damage(app.manifest)
                    before = bytes_below(app.source)
                    done = app.call(*arguments)
                    after = bytes_below(app.source)
                    app.manifest.write_bytes(sound)
                    self.refused(done, (2, 3), "assay.yaml")
                    self.assertEqual(after, before, "something was written")

    def test_scan_does_not_overwrite_a_manifest_it_cannot_read(self):
        garble_start(self.app.manifest)
        damaged = self.app.manifest.read_bytes()
        self.refused(self.app.scan(), (2, 3), "assay.yaml")
        self.assertEqual(self.app.manifest.read_bytes(), damaged)

    def test_scan_makes_a_deleted_manifest_again(self):
        sound = self.app.manifest.read_bytes()
        self.app.manifest.unlink()
        self.assertEqual(self.app.scan().returncode, 0)
        self.assertEqual(self.app.manifest.read_bytes(), sound)

    def add_segment(self):
        """A second process's segment, so that one can be damaged and one is sound."""
        first = bytes_below(self.app.segments)
        counts = self.app.top("--json")
        self.app.start("ledger", "2", "100")
        damaged = next(p for p in self.app.segments.rglob("*.assayseg"))
        for name, content in first.items():
            (self.app.segments / name).write_bytes(content)
        return damaged, calls_of(counts)

    def test_segment(self):
        for what in ("truncated", "garbled"):
            with self.subTest(f"{what} segment"):
                damaged, sound_calls = self.add_segment()
                DAMAGES[what](damaged)
                content = damaged.read_bytes()
                done = self.app.top("--json")
                self.refused(done, (3,), damaged.name)
                self.assertEqual(calls_of(done), sound_calls, "the sound segment is not shown as before")
                self.assertEqual(damaged.read_bytes(), content, "the damaged segment was changed")
                damaged.unlink()

    def test_corrupted_numbers_of_a_segment_do_not_crash(self):
        segment = next(self.app.segments.rglob("*.assayseg"))
        corrupt(segment)
        done = self.app.top("--json")
        self.assertIn(done.returncode, (0, 3), done.stderr)

    def test_deleted_segment(self):
        next(self.app.segments.rglob("*.assayseg")).unlink()
        done = self.app.top("--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(calls_of(done), {})

    def test_source_between_scan_and_instrument(self):
        app = self.app
        sound = (app.source / "money.h").read_bytes()
        for what, damage in DAMAGES.items():
            with self.subTest(f"{what} source"):
                damage(app.source / "money.h")
                before = bytes_below(app.source)
                done = app.call("instrument", "-p", app.folder / "database", "--in-place")
                after = bytes_below(app.source)
                self.refused(done, (3,), "money.h")
                self.assertEqual(after.get("money.h"), before.get("money.h"), "the damaged file was written")
                app.call("instrument", "--strip")
                (app.source / "money.h").write_bytes(sound)

    def assay(self, folder, *words, limit=resource.RLIM_INFINITY):
        return subprocess.run([self.app.assay, *words], cwd=folder, capture_output=True, text=True, check=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))

    def test_a_source_that_cannot_be_written_is_not_said_to_be_guarded(self):
        """No file may grow beyond 4 KiB, as on a full disk: the manifest is smaller."""
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "large.cpp")
            text = "// AI-generated: GPT-4\nint answer() { return 42; }\n" + "// and more\n" * 500
            source.write_text(text, encoding="utf-8")
            self.assertEqual(self.assay(folder, "scan").returncode, 0)
            manifest = pathlib.Path(folder, "assay.yaml").read_text(encoding="utf-8")
            done = self.assay(folder, "instrument", "--in-place", limit=4096)
            self.refused(done, (3,), "large.cpp")
            self.assertIn("rewrote 0 files", done.stdout)
            self.assertIn("guarded 0 of 1 tagged functions", done.stdout)
            self.assertNotIn("next:", done.stdout)
            self.assertEqual(source.read_text(encoding="utf-8"), text)
            self.assertEqual(pathlib.Path(folder, "assay.yaml").read_text(encoding="utf-8"), manifest)

    def test_source_before_scan(self):
        """A header is gone: the rest is recorded as well as it can be, and says so."""
        (self.app.source / "money.h").unlink()
        done = self.app.scan()
        self.assertIn(done.returncode, (0, 3), done.stdout + done.stderr)
        self.assertIn("money.h", done.stderr)
        manifest = self.app.manifest.read_text(encoding="utf-8")
        self.assertIn("name: ledger::Ledger::post", manifest)
        self.assertIn("precision: inferred", manifest)
        self.assertNotIn("feeOf", manifest)


def calls_of(done):
    return {row["name"]: row["calls"] for row in json.loads(done.stdout)["functions"]}


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
