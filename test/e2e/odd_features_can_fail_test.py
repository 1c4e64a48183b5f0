# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""odd_features_test.py itself: it finds guards that do not compile, warn, print or change an exit code, an insertion that does not
come out, and a file that tests nothing. And it finds nothing where there is nothing.

usage: odd_features_can_fail_test.py BUILD-FOLDER [unittest options]
"""
import contextlib
import io
import pathlib
import shutil
import sys
import tempfile
import unittest

import odd_features_test
from guarded_tree import ROOT, GuardedTree

BUILD = pathlib.Path(sys.argv[1])
HEADERS = ROOT / "lib/runtime/include"
TAG = "// AI-generated: GPT-4\n"
SOUND = {"c99/a.c": "// Odd: nothing\n" + TAG + "static int f(int x) { return x; }\n" + TAG + "int main(void) { return f(0); }\n"}
GUARD = "#define ASSAY_INSERTED_GUARD(id, name) "
# The check of `assay instrument` has the real headers, so only the compilers see these.
BROKEN_GUARDS = {
    "does not compile with guards": GUARD + "int assay_guard_##id##_ = no_such_name",
    "warns with guards": GUARD + "int assay_guard_##id##_",
    "runs differently with guards": "#include <stdio.h>\n" + GUARD + "int assay_guard_##id##_ __attribute__((unused)) = puts(name)",
    "'', '')\n  with:    (3": "#include <stdlib.h>\n" + GUARD + "_Exit(3)",
    "still running": GUARD + "for (;;)",
}


class OddFeaturesCanFail(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, below, files):
        for name, content in files.items():
            path = self.folder / below / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    def run_on(self, files, *options):
        self.write("corpus", files)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = odd_features_test.main([str(BUILD), "--corpus", str(self.folder / "corpus"), "--work", str(self.folder / "work"), *options])
        return code, out.getvalue()

    def finds(self, text, files, *options):
        code, said = self.run_on(files, *options)
        self.assertIn(text, said)
        self.assertEqual(code, 1, said)

    def test_nothing_where_there_is_nothing(self):
        code, said = self.run_on(SOUND)
        self.assertEqual(code, 0, said)
        self.assertIn("2  100.0 %  full", said)
        self.assertIn("0 breaks", said)

    def test_guards_that_break_something(self):
        for text, macro in BROKEN_GUARDS.items():
            with self.subTest(text):
                self.write("include", {"assay/inserted.h": macro + "\n"})
                self.finds(text, SOUND, "--include", str(self.folder / "include"), "--seconds", "5")

    def test_an_insertion_that_does_not_come_out(self):
        self.write("corpus", SOUND)
        tree = GuardedTree(BUILD, self.folder / "work", self.folder / "corpus", {"c99/a.c": ["cc", "-std=c99"]})
        tree.scan()
        tree.instrument()
        tree.in_place_and_back()
        self.assertEqual(tree.complaints, [])
        shutil.rmtree(tree.folder / "in-place")
        tree.original["c99/a.c"] += b"// a byte more"
        tree.in_place_and_back()
        self.assertIn("--strip did not give the bytes back", "".join(tree.complaints))

    def test_a_mirror_that_differs_from_the_rewritten_tree(self):
        self.write("corpus", SOUND)
        tree = GuardedTree(BUILD, self.folder / "work", self.folder / "corpus", {"c99/a.c": ["cc", "-std=c99"]})
        tree.scan()
        tree.instrument()
        (tree.guarded / "c99/a.c").write_bytes(SOUND["c99/a.c"].encode())
        tree.in_place_and_back()
        self.assertIn("is not what --out wrote", "".join(tree.complaints))

    def test_files_that_test_nothing(self):
        self.finds("no compiler here takes it", {**SOUND, "c99/b.c": TAG + "int f(void) { return no_such_name; }\n"})
        self.finds("the manifest has nothing of it", {**SOUND, "c99/b.c": "int f(void) { return 1; }\n"})
        self.finds("without guards it ends with 4, not 0", {**SOUND, "c99/b.c": TAG + "int main(void) { return 4; }\n"})

    def test_what_a_file_says_of_itself(self):
        text = "/* Odd: it ends with 4 */\n/* with: -DFOUR=4 exit 4 arguments a b */\n" + TAG + "int main(int n, char **v) { return v[2][0] == 'b' && n == 3 ? FOUR : 1; }\n"
        code, said = self.run_on({"c99/a.c": text})
        self.assertEqual(code, 0, said)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
