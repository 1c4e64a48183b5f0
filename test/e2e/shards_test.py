# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A scan in parts gives what a scan in one go gives, byte for byte, for every number of parts and in any order of them: over
hostile trees made from seeds. Parts that do not belong together are findings, and nothing is written.

usage: shards_test.py BUILD-FOLDER [unittest options]
"""
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

import equivalence
import hostile_tree

ASSAY = pathlib.Path(sys.argv[1], "bin", "assay").resolve()
UNCACHED = equivalence.Scanner(ASSAY).uncached
# Many parts cost many starts: a few trees get them.
COUNTS = {1: (1, 2, 3, 7, 50), 2: (2, 3), 3: (3, 7), 5: (2, 7), 7: (3,), 11: (2, 50)}


def call(folder, *arguments):
    return subprocess.run([str(ASSAY), *arguments], cwd=folder, capture_output=True, text=True, errors="replace", timeout=600)


class Folder(unittest.TestCase):
    def setUp(self):
        self.work = tempfile.TemporaryDirectory()
        self.tree = pathlib.Path(self.work.name, "tree")
        self.parts = pathlib.Path(self.work.name, "parts")
        self.parts.mkdir()

    def tearDown(self):
        self.work.cleanup()

    def write(self, files):
        for name, text in files.items():
            path = self.tree / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def scan(self, *options):
        return call(self.tree, "scan", *UNCACHED, *options)

    def part(self, index, count, *options):
        """The file of one part, and the exit code of the scan that made it."""
        file = self.parts / f"assay.{index}-of-{count}.yaml"
        done = self.scan("--shard", f"{index}/{count}", "-o", str(file), *options)
        self.assertTrue(file.exists(), done.stderr)
        return str(file), done.returncode

    def all_parts(self, count, *options):
        return [self.part(index, count, *options)[0] for index in range(1, count + 1)]

    def whole(self, *options):
        done = self.scan(*options)
        return (self.tree / "assay.yaml").read_bytes(), done.returncode

    def merged(self, parts, *options, name="merged.yaml"):
        return call(self.tree, "merge", *parts, "-o", name, *options)


class SameBytes(Folder):
    def test_generated_trees(self):
        for seed, counts in COUNTS.items():
            hostile_tree.generate(seed).write(self.tree, database=seed % 4 != 3)
            expected, code = self.whole()
            rng = random.Random(seed)
            for count in counts:
                with self.subTest(f"seed {seed}, {count} parts"):
                    parts = self.all_parts(count)
                    rng.shuffle(parts)
                    done = self.merged(parts)
                    self.assertEqual(done.returncode, code, done.stdout + done.stderr)
                    self.assertEqual((self.tree / "merged.yaml").read_bytes().decode(), expected.decode())
            self.tearDown()
            self.setUp()

    def test_what_is_declared_in_one_part_and_defined_in_another(self):
        files = {}
        for i in range(12):
            files[f"include/api{i}.h"] = f"#pragma once\nint work{i}(int);\n// AI-generated: GPT-4\nint declared{i}(int);\n"
            files[f"src/api{i}.cc"] = f'#include "../include/api{i}.h"\nint declared{i}(int x) {{ return x; }}\n'
            files[f"src/other{i}.cc"] = (f'#include "../include/api{i}.h"\n// AI-assisted: Claude\nint work{i}(int x) {{ return x; }}\n'
                                         "// AI-generated: GPT-4\nint shared(int x) { return x; }\n")
        self.write(files)
        expected, code = self.whole()
        self.assertEqual(code, 0)
        self.assertEqual(expected.count(b"name: declared"), 12)
        self.assertEqual(expected.count(b"file: src/api"), 12)
        for count in (2, 5):
            done = self.merged(self.all_parts(count))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual((self.tree / "merged.yaml").read_text(), expected.decode())
            self.assertIn("assay-scan-107", done.stderr, "that `shared` has several places is said by who sees all of them")

    def test_a_handler_that_a_file_of_another_part_hands_over(self):
        files = {}
        for i in range(12):
            files[f"src/handler{i}.cc"] = f"// AI-generated: GPT-4\nvoid onSignal{i}(int) {{}}\n// AI-generated: GPT-4\nvoid other{i}(int) {{}}\n"
            files[f"src/install{i}.cc"] = f"void onSignal{i}(int);\nvoid install{i}() {{ signal({i}, onSignal{i}); }}\n"
        self.write(files)
        expected = self.whole()[0]
        self.assertEqual(expected.count(b"traits: [signal-handler]"), 12)
        for count in (2, 5):
            self.assertEqual(self.merged(self.all_parts(count)).returncode, 0)
            self.assertEqual((self.tree / "merged.yaml").read_text(), expected.decode())

    def test_what_only_the_manifest_on_disk_knows_stays(self):
        self.write({"a.cc": "// AI-generated: GPT-4\nint f(int x) { return x; }\n", "b.cc": "int g();\n"})
        self.whole()
        manifest = self.tree / "assay.yaml"
        manifest.write_text(manifest.read_text().replace("    tag: generated", "    tag: generated\n    risk: high"))
        self.write({"a.cc": "// AI-generated: GPT-4\nint f(int x) { return x + 1; }\n"})
        kept = self.whole()[0]
        self.assertIn(b"risk: high", kept)
        self.assertIn(b"drift: 100", kept)
        done = self.merged(self.all_parts(3), "--check", name="assay.yaml")
        self.assertEqual((done.returncode, manifest.read_bytes()), (0, kept), done.stdout + done.stderr)
        self.assertEqual(self.merged(self.all_parts(3), name="assay.yaml").returncode, 0)
        self.assertEqual(manifest.read_bytes(), kept)

    def test_a_file_that_cannot_be_read(self):
        """In UTF-16: whoever runs the test, root or not, it cannot be read. Its old entry stays, as after one scan."""
        tagged = "// AI-generated: GPT-4\nint f{}(int x) {{ return x; }}\n"
        self.write({f"f{i}.cc": tagged.format(i) for i in range(6)})
        self.whole()
        before = (self.tree / "assay.yaml").read_bytes()
        (self.tree / "f3.cc").write_bytes(tagged.format(3).encode("utf-16"))
        (self.tree / "f1.cc").write_text("\n" + tagged.format(1))
        expected, code = self.whole()
        self.assertEqual(code, 3)
        (self.tree / "assay.yaml").write_bytes(before)
        made = [self.part(index, 3) for index in (1, 2, 3)]
        self.assertEqual(sorted(code for _, code in made), [0, 0, 3], "one part alone speaks of the file")
        done = self.merged([file for file, _ in made], name="assay.yaml")
        self.assertEqual(done.returncode, 3)
        self.assertIn("assay-merge-008", done.stderr)
        self.assertEqual((self.tree / "assay.yaml").read_bytes(), expected)

    def test_some_paths_only(self):
        tagged = "// AI-generated: GPT-4\nint f{0}(int x) {{ return x; }}\n"
        self.write({f"{folder}/f{i}.cc": tagged.format(f"_{folder}_{i}") for folder in "ab" for i in range(4)})
        expected = self.scan("a", "b/f1.cc", "-o", "some.yaml")
        self.assertEqual(expected.returncode, 0, expected.stderr)
        parts = [self.part(index, 3, "a", "b/f1.cc")[0] for index in (1, 2, 3)]
        self.assertEqual(self.merged(parts).returncode, 0)
        self.assertEqual((self.tree / "merged.yaml").read_bytes(), (self.tree / "some.yaml").read_bytes())
        self.whole()
        done = self.merged(parts, name="assay.yaml")
        self.assertEqual(done.returncode, 2)
        self.assertIn("covers more than these paths", done.stderr)


class Findings(Folder):
    def setUp(self):
        super().setUp()
        self.write({f"f{i}.cc": f"// AI-generated: GPT-4\nint f{i}(int x) {{ return x; }}\n" for i in range(9)})

    def refused(self, parts, *ids, code=1):
        done = self.merged(parts)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertEqual(tuple(sorted(set(re.findall(r"assay-merge-\d+", done.stderr)))), ids, done.stderr)
        self.assertFalse((self.tree / "merged.yaml").exists(), "something was written")
        return done.stderr

    def test_missing_parts_are_named(self):
        parts = self.all_parts(4)
        self.assertIn("part 3 of 4 is missing", self.refused(parts[:2] + parts[3:], "assay-merge-001"))
        self.assertIn("parts 2, 3, 4 of 4 are missing", self.refused(parts[:1], "assay-merge-001"))

    def test_a_part_twice(self):
        parts = self.all_parts(2)
        self.assertIn("both part 1 of 2", self.refused(parts + parts[:1], "assay-merge-002"))

    def test_parts_of_different_divisions(self):
        self.refused([self.part(1, 2)[0], self.part(2, 3)[0]], "assay-merge-003")

    def test_parts_of_different_trees(self):
        for text in ("int added();\n", "int changed();\n"):
            with self.subTest(text):
                first = self.part(1, 2)[0]
                self.write({"without_a_tag.h": text})
                self.refused([first, self.part(2, 2)[0]], "assay-merge-004")

    def test_parts_made_with_different_options(self):
        self.refused([self.part(1, 2)[0], self.part(2, 2, "--extra-arg=-DFAST")[0]], "assay-merge-005")

    def test_ways_of_working_are_no_options(self):
        parts = [self.part(1, 2, "--exact")[0], self.part(2, 2, "-j3")[0]]
        self.assertEqual(self.merged(parts).returncode, 0)

    def edited(self, file, old, new):
        text = pathlib.Path(file).read_text()
        self.assertIn(old, text)
        pathlib.Path(file).write_text(text.replace(old, new))
        return file

    def test_parts_of_different_programs(self):
        parts = self.all_parts(2)
        self.refused([self.edited(parts[0], "tool: assay ", "tool: assay 99."), parts[1]], "assay-merge-006")

    def test_an_id_with_two_places(self):
        parts = self.all_parts(2)
        texts = [pathlib.Path(part).read_text() for part in parts]
        entry = re.search(r'^  - id: .*?(?=^  - id: |^definitions)', texts[0], re.S | re.M).group()
        moved = entry.replace("lines: 2-2", "lines: 5-5")
        self.assertNotEqual(entry, moved)
        pathlib.Path(parts[1]).write_text(texts[1].replace("entries:\n", "entries:\n" + moved, 1))
        self.refused(parts, "assay-merge-007")

    def test_a_part_from_the_future_or_damaged_is_refused(self):
        for what, damage in {"is of format 2": ("assay-fragment: 1", "assay-fragment: 2"), "cut short": ("\n...\n", "\n"),
                             "must be a part": ("shard: 1/2", "shard: 3/2"), "has no `tree`": ("tree: ", "trees: ")}.items():
            with self.subTest(what):
                parts = self.all_parts(2)
                self.assertIn(what, self.refused([self.edited(parts[0], *damage), parts[1]], code=3))

    def test_a_whole_manifest_is_no_part(self):
        self.whole()
        self.assertIn("whole manifest", self.refused(["assay.yaml"], code=3))

    def test_a_part_is_no_manifest(self):
        part = self.part(1, 2)[0]
        for arguments in (("report",), ("instrument", "--diff"), ("top", "--once", "--segments", self.work.name)):
            done = call(self.tree, *arguments, "--manifest", part)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn("one part of a scan", done.stderr)
            self.assertIn("assay merge", done.stderr)

    def test_a_part_does_not_replace_a_manifest(self):
        self.whole()
        before = (self.tree / "assay.yaml").read_bytes()
        done = self.scan("--shard", "1/2", "-o", "assay.yaml")
        self.assertEqual((done.returncode, (self.tree / "assay.yaml").read_bytes()), (2, before), done.stderr)

    def test_wrong_usage(self):
        for shard in ("0/2", "3/2", "1", "1/10000", "a/b", ""):
            done = self.scan(f"--shard={shard}")
            self.assertEqual(done.returncode, 2, shard + done.stdout + done.stderr)
        self.assertEqual(self.scan("--shard", "1/2", "--check").returncode, 2)
        self.assertEqual(call(self.tree, "merge").returncode, 2)

    def test_the_usual_places(self):
        for index in (1, 2):
            done = self.scan("--shard", f"{index}/2")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("assay merge assay.*-of-2.yaml", done.stdout)
        done = call(self.tree, "merge", "assay.2-of-2.yaml", "assay.1-of-2.yaml")
        self.assertEqual(done.returncode, 0, done.stderr)
        merged = (self.tree / "assay.yaml").read_bytes()
        self.assertEqual(self.whole()[0], merged)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
