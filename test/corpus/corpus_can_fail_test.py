# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""corpus.py itself, on a package of two files: it passes what is sound, and finds guards that do not compile, warn, change what a test
says or count nothing, too few guarded functions, functions that nobody listed, and bytes that do not come back. Each time it names
package, compiler, step and command.

usage: corpus_can_fail_test.py BUILD-FOLDER [unittest options]
"""
import contextlib
import io
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

import corpus
from package import Package, tagged
from steps import Failure
from trees import Assay, Compiler, Tree

BUILD = pathlib.Path(sys.argv[1]).resolve()
GUARD = "#define ASSAY_INSERTED_GUARD(id, name) "
# The check of `assay instrument` has the real headers, so only the compiler sees these.
BROKEN_GUARDS = {
    "build with guards": GUARD + "int assay_guard_##id##_ = no_such_name",
    "new warnings with guards": GUARD + "int assay_guard_##id##_",
    "tests differ with guards": "#include <stdlib.h>\n" + GUARD + "_Exit(3)",
    "the guards of the tests did not count": GUARD + "(void)0",
}
SOURCE = {
    "CMakeLists.txt": "cmake_minimum_required(VERSION 3.20)\nproject(tiny C)\nadd_compile_options(-Wall)\nenable_testing()\n"
                      "add_executable(tiny a.c)\nadd_test(NAME runs COMMAND tiny)\n",
    "a.c": "#include \"a.h\"\nint main(void)\n{\n  return twice(0);\n}\n",
    "a.h": "static int twice(int x) { return 2 * x; }\n",
}
NO_PLACE = "static int one(void)\n#if 1\n{ return 0; }\n#endif\nint main(void) { return one(); }\n"
MADE_BY_MACRO = "#define MAKE(name) int name(void) { return 0; }\nMAKE(one)\nint main(void) { return one(); }\n"
IN_ASSEMBLY = "__asm__(\".text\\nunlisted:\\n\");\nint main(void) { return 0; }\n"


class CorpusCanFail(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.guards = corpus.installed_runtime(BUILD, self.folder)
        self.row = {}  # more of it

    def write(self, below, files):
        for name, content in files.items():
            path = self.folder / below / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    def run_on(self, files, listed=("tiny",), chosen=()):
        self.write("tiny", files)
        row = {"what": "two files", "folder": str(self.folder / "tiny"), "tag": ["*.[ch]"], **self.row}
        self.write("", {"packages.yaml": json.dumps([{"name": name, **row} for name in listed])})
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = corpus.main([str(BUILD), *chosen, "--work", str(self.folder / "work"), "--packages", str(self.folder / "packages.yaml"),
                                "--runtime", str(self.guards), "--compiler", "gcc", "--page", str(self.folder / "page.md")])
        return code, out.getvalue()

    def finds(self, step, files, command):
        code, said = self.run_on(files)
        self.assertEqual(code, 1, said)
        self.assertRegex(said, rf"=== tiny, gcc: {step}.*\n  .*{command}")
        self.assertIn("1 failed: tiny", said)
        self.assertFalse((self.folder / "page.md").exists())

    def test_nothing_where_there_is_nothing(self):
        code, said = self.run_on(SOURCE)
        self.assertEqual(code, 0, said)
        self.assertIn("2 functions, 2 full, 0 partial, 0 skipped = 100.0 %; tests 1", said)
        self.assertIn("| tiny |  | two files | 2 | 2 | 0 | 0 | 100.0 % | 1 |", (self.folder / "page.md").read_text(encoding="utf-8"))

    def test_rows_that_a_run_of_one_package_would_lose(self):
        self.run_on(SOURCE, ["tiny", "twin"])
        whole = (self.folder / "page.md").read_text(encoding="utf-8")
        shutil.rmtree(self.folder / "work")
        code, said = self.run_on({**SOURCE, "a.h": "static int twice(int x) { return 2 * x; }\nstatic int one(void) { return twice(1); }\n",
                                  "a.c": SOURCE["a.c"].replace("0", "one() - 2")}, ["tiny", "twin"], ["twin"])
        self.assertEqual(code, 0, said)
        by_hand = whole.replace("| twin |  | two files | 2 | 2 |", "| twin |  | two files | 3 | 3 |")
        without_sizes = lambda text: [line.rsplit("|", 3)[0] for line in text.splitlines()]  # noqa: E731
        self.assertNotEqual(by_hand, whole)
        self.assertEqual(without_sizes((self.folder / "page.md").read_text(encoding="utf-8")), without_sizes(by_hand))

    def test_a_page_with_gaps(self):
        code, said = self.run_on(SOURCE, ["tiny", "twin"], ["twin"])
        self.assertEqual(code, 1, said)
        self.assertIn("it has no row of tiny", said)
        self.assertFalse((self.folder / "page.md").exists())

    def test_guards_that_break_something(self):
        for step, macro in BROKEN_GUARDS.items():
            with self.subTest(step):
                shutil.rmtree(self.folder / "work", ignore_errors=True)
                (self.guards / "include/assay/inserted.h").write_text(macro + "\n", encoding="utf-8")
                self.finds(step, SOURCE, "assay top" if "count" in step else "ctest" if "tests" in step else "cmake --build")

    def test_functions_without_a_guard(self):
        for text in (NO_PLACE, MADE_BY_MACRO):
            with self.subTest(text):
                shutil.rmtree(self.folder / "work", ignore_errors=True)
                self.finds("2 of 3 functions are guarded", {**SOURCE, "a.c": text}, "assay report")

    def test_functions_without_a_guard_where_those_of_macros_do_not_count(self):
        self.row = {"macros": "it is made of them", "leave": {"b.h": "nobody needs it"}, "flaky_cases": {"A.B": "it waits", "C.*": "it hopes"}}
        self.finds("2 of 3 functions are guarded", {**SOURCE, "a.c": NO_PLACE}, "assay report")
        shutil.rmtree(self.folder / "work")
        filtered = SOURCE["CMakeLists.txt"].replace("COMMAND tiny", "COMMAND sh -c \"test $GTEST_FILTER = '-A.B:C.*' && ./tiny\"")
        code, said = self.run_on({**SOURCE, "CMakeLists.txt": filtered, "a.c": MADE_BY_MACRO})
        self.assertEqual(code, 0, said)
        page = (self.folder / "page.md").read_text(encoding="utf-8")
        for row in ("| 3 | 2 | 0 | 1 | 66.7 %; 100.0 % of those that no macro makes |", "| tiny | - | 1 `macro-body` |",
                    "| tiny | `b.h` | nobody needs it |", "| tiny | `C.*` | it hopes |", "| tiny | `macro-body` | it is made of them |"):
            self.assertIn(row, page)

    def test_functions_that_the_manifest_has_not(self):
        self.finds("functions that the compiler has and the manifest has not", {**SOURCE, "a.c": IN_ASSEMBLY}, "assay report")

    def test_tests_that_cannot_tell(self):
        self.finds("no test passes without guards", {**SOURCE, "a.c": "int main(void) { return 1; }\n", "a.h": ""}, "ctest")

    def test_warnings_that_two_compilers_write_at_a_time(self):
        slow = '#!/bin/sh\nfor last; do :; done\nprintf "${last##*/}:1:1: war" >&2; sleep 0.3; printf "ning: slow\\n" >&2\nexec "$@"\n'
        self.write("tiny", {**SOURCE, "b.c": "int b;\n", "slow.sh": slow,
                            "CMakeLists.txt": SOURCE["CMakeLists.txt"].replace("tiny a.c", "tiny a.c b.c")})
        (self.folder / "tiny/slow.sh").chmod(0o755)
        package = Package("tiny", "two files", ["*.[ch]"], generator="Unix Makefiles",
                          configure=[f"-DCMAKE_C_COMPILER_LAUNCHER={self.folder}/tiny/slow.sh"])
        tree = Tree(package, Compiler("gcc", "gcc", "g++"), self.folder / "tiny", self.folder)
        tree.configure()
        self.assertEqual(tree.outcome().warnings, {("a.c", "1", "slow"), ("b.c", "1", "slow")})

    def test_bytes_that_do_not_come_back(self):
        self.write("tiny", SOURCE)
        work = self.folder / "work"
        work.mkdir()
        package = Package("tiny", "two files", ["*.[ch]"])
        tagged(package, self.folder / "tiny", work / "tagged")
        tree = Tree(package, Compiler("gcc", "gcc", "g++"), work / "tagged", work)
        tree.configure()
        assay = Assay(BUILD / "bin/assay", tree)
        assay.scan()
        assay.instrument(work / "guarded")
        assay.in_place_and_back(work / "in-place", work / "guarded")
        (work / "tagged/CMakeLists.txt").write_text("# another\n", encoding="utf-8")
        with self.assertRaisesRegex(Failure, "tiny, gcc: --in-place is not what --out wrote\n"):
            assay.in_place_and_back(work / "in-place", work / "guarded")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
