# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay report` as programs read it: what goes where, and every document judged by the published form of its format or a reader that
others wrote, with tags full of what formats could trip over.

usage: report_test.py BUILD-FOLDER [unittest options]
"""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile
import unittest

import yaml

ASSAY = pathlib.Path(sys.argv[1]).resolve() / "bin/assay"

# What would break a terminal, markup, a spreadsheet, JSON, a link or a shell, in every field that a tag has.
NASTY = "=1+1\x1b[2J\x00 </script><b onclick=x>&amp; \"' ]]> [l](http://e) \u202e \ufffe \U0001f600 \\ \r\n\t@$(x) `y` --> {0},;|"


def entry(number, **more):
    return {"id": f"0x{number:016x}", "name": f"f{number}", "kind": "function", "linkage": "external", "file": "a.cpp",
            "lines": f"{10 * number + 1}-{10 * number + 3}", "body": f"{10 * number + 1}:9-{10 * number + 3}:1", "tag-at": 10 * number,
            "tag": "generated", "model": "GPT-4", "normalized-model": "openai/gpt-4", "date": "2024-01-15", "prompt": "p", **more}


class Report(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write_manifest(self, *entries):
        text = yaml.safe_dump({"assay": 1, "files": [], "functions": list(entries)}, allow_unicode=False)
        (self.folder / "assay.yaml").write_text(text + "...\n", encoding="utf-8")

    def report(self, *words, wants=0, **environment):
        done = subprocess.run([ASSAY, "report", *words], cwd=self.folder, capture_output=True, check=False, env=environment or None)
        self.assertEqual(done.returncode, wants, done.stdout + done.stderr)
        return done.stdout.decode(), done.stderr.decode()

    def test_outputs_go_where_they_are_sent(self):
        self.write_manifest(entry(1))
        text, document = self.report()[0], self.report("--format", "json")[0]
        self.assertEqual(self.report("--output", "json"), (document, ""))
        self.assertEqual(self.report("--output", "json=a", "--output", "markdown=new/b", "--output", "text=c"), ("", ""))
        self.assertEqual((self.folder / "a").read_text(encoding="utf-8"), document)
        self.assertIn("# AI-tagged code", (self.folder / "new/b").read_text(encoding="utf-8"))
        self.assertEqual((self.folder / "c").read_text(encoding="utf-8"), text)
        self.assertEqual(self.report("--format", "text", "--output", "json=a"), (text, ""))
        self.assertEqual(sorted(file.name for file in self.folder.iterdir()), ["a", "assay.yaml", "c", "new"])

    def test_outputs_that_cannot_be(self):
        self.write_manifest(entry(1))
        for words in (("--output", "pdf=a"), ("--output", "json="), ("--output", "json=a", "--output", "text=./a"), ("--format", "json=a"),
                      ("--format", "json", "--output", "text"), ("--output", "json=a", "--format", "pdf")):
            with self.subTest(words):
                self.assertEqual(self.report(*words, wants=2)[0], "")
        (self.folder / ".assay.yaml").write_text("format: json=a\n", encoding="utf-8")
        self.report(wants=2)
        self.assertFalse((self.folder / "a").exists())
        self.report("--format", "text", "--output", "json=assay.yaml/a", wants=3)

    def write_nasty_manifest(self):
        self.write_manifest(
            entry(1, name=NASTY, signature=NASTY, file="a b:c,d%41/é.cpp", model=NASTY, prompt=NASTY, note=NASTY, tool=NASTY, date=NASTY,
                  extra={"monitor": NASTY, NASTY: NASTY}, **{"normalized-model": NASTY}),
            entry(2, outcome={"coverage": "skipped", "code": NASTY, "text": NASTY}), entry(3, tag="human"))

    def test_a_reader_of_csv(self):
        self.write_nasty_manifest()
        rows = list(csv.DictReader(io.StringIO(self.report("--output", "csv")[0], newline=""), strict=True))
        self.assertEqual([row["id"][-1] for row in rows], ["1", "2", "3"])
        self.assertEqual({len(row) for row in rows}, {25})
        self.assertTrue(rows[0]["prompt"].startswith("'=1+1\\x1B[2J\\x00 </script>"), rows[0]["prompt"])
        self.assertTrue(rows[0]["prompt"].split("\n")[1].startswith("'\t@"), rows[0]["prompt"])
        for row in rows:
            for cell in row.values():
                self.assertNotRegex(cell, r"(?m)^\s*[=+@-]")
                self.assertNotRegex(cell, "[\x00-\x08\x0b-\x1f\x7f\u202e]")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
