# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The house checks themselves: each finds what it is there for in a small broken repository, and nothing in a sound one."""
import pathlib
import tempfile
import unittest

import diagnostics
import docs
import exit_codes
import mirror
import scripts
import size
import words

SPDX = "// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n"
SOUND = {
    "README.md": "[docs](docs/index.md)\n" * 100,
    "docs/index.md": "[exit codes](reference/exit-codes.md) [ids](reference/diagnostics.md) `lib/tag/read.cpp`\n",
    "docs/reference/exit-codes.md": "| 0 | done |\n| 3 | incomplete |\n",
    "docs/reference/diagnostics.md": "[tag](diagnostics.d/tag.md)\n",
    "docs/reference/diagnostics.d/tag.md": "## assay-tag-001: no model\n\nWhy.\n",
    "lib/support/exit_code.h": SPDX + "enum class ExitCode {\n  Done = 0,\n  Incomplete = 3,\n};\n",
    "lib/tag/read.cpp": SPDX + 'const char* id = "assay-tag-001";\n',
    "test/unit/tag/read_test.cpp": SPDX,
    "tools/dev": "case $1 in\n    test) test_command ;;\nesac\n: '\n  tools/dev test\n'\n",
    ".ci/run": "exec tools/dev test\n",
    "tools/dev.d/packages.tsv": "debian-12\tbuild\tg++ cmake\ndebian-13\tbuild\tg++ cmake\n",
}


def run(check, changes):
    """The findings of a check over the sound repository with some files changed (None: taken away)."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in {**SOUND, **changes}.items():
            if content is None:
                continue
            full = pathlib.Path(folder, path)
            full.parent.mkdir(parents=True, exist_ok=True)
            full.write_text(content, encoding="utf-8")
        return check(pathlib.Path(folder))


class ChecksCanFail(unittest.TestCase):
    def finds(self, check, changes, text):
        self.assertEqual(run(check, {}), [], "the sound repository has findings")
        findings = run(check, changes)
        self.assertTrue(any(text in finding for finding in findings), f"{text!r} is not in {findings}")

    def test_mirror(self):
        self.finds(mirror.check, {"test/unit/tag/read_test.cpp": None}, "has no test/unit/tag/read_test.cpp")
        self.finds(mirror.check, {"test/unit/tag/gone_test.cpp": SPDX}, "tests nothing")
        self.finds(mirror.check, {"lib/exporter/plan.cpp": SPDX, "test/unit/exporter/plan_test.cpp": SPDX}, "out of date")

    def test_size(self):
        self.finds(size.check, {"lib/tag/read.cpp": SPDX + "int a;\n" * 401}, "402 lines")
        self.finds(size.check, {"lib/support/a.h": "int a;\n" * 350, "lib/support/b.h": "int a;\n" * 350}, "lib/support: ")
        self.finds(size.check, {"README.md": "short\n"}, "README.md: 1 lines")

    def test_words(self):
        self.finds(words.check, {"lib/tag/tag_utils.h": SPDX}, "file name that says nothing")
        self.finds(words.check, {"lib/tag/read.cpp": SPDX + "class TagManager {};\n"}, "TagManager")
        self.finds(words.check, {"lib/tag/read.cpp": SPDX + "// TODO: the rest\n"}, "TODO")
        self.finds(words.check, {"test/unit/tag/read_test.cpp": SPDX + "TEST(Read, DISABLED_all) {}\n"}, "cannot fail")
        for name in ("stable_sort", "stable_partition"):
            self.finds(words.check, {"lib/tag/read.cpp": SPDX + f"void f() {{ std::{name}(a, b); }}\n"}, "sortStably")
        self.finds(words.check, {"lib/tag/read.cpp": "int a;\n"}, "no SPDX line")

    def test_docs(self):
        self.finds(docs.check, {"README.md": "[gone](docs/gone.md)\n"}, "leads nowhere")
        self.finds(docs.check, {"README.md": "see `lib/gone/file.h`\n"}, "there is no lib/gone/file.h")
        self.finds(docs.check, {"lib/tag/read.cpp": "// see docs/gone.md\n"}, "there is no docs/gone.md")
        self.finds(docs.check, {"docs/alone.md": "nobody links here\n"}, "no way leads here")

    def test_docs_understands_patterns(self):
        self.assertEqual(run(docs.check, {"README.md": "`lib/<room>/*.cpp`, `lib/{tag,support}`, `lib/tag/read`\n"}), [])

    def test_diagnostics(self):
        self.finds(diagnostics.check, {"lib/tag/more.cpp": '"assay-tag-002"'}, "assay-tag-002 has no paragraph")
        self.finds(diagnostics.check, {"lib/tag/read.cpp": SPDX}, "nothing prints assay-tag-001")
        self.finds(diagnostics.check, {"docs/reference/diagnostics.md": ""}, "does not lead to")

    def test_exit_codes(self):
        self.finds(exit_codes.check, {"docs/reference/exit-codes.md": "| 0 | done |\n"}, "says nothing of exit code 3")
        self.finds(exit_codes.check, {"docs/reference/exit-codes.md": "| 0 |\n| 3 |\n| 9 |\n"}, "has no exit code 9")

    def test_scripts(self):
        self.finds(scripts.check, {".ci/run": "if true; fi\n"}, ".ci/run: ")
        self.finds(scripts.check, {"tools/dev": SOUND["tools/dev"].replace("esac", "    gone) gone_command ;;\nesac")}, "does not name gone")
        table = "tools/dev.d/packages.tsv"
        self.finds(scripts.check, {table: "debian-12\tbuild\tg++ g++\n"}, "stands twice")
        self.finds(scripts.check, {table: SOUND[table] + "debian-13\ttidy\tx\n"}, "other groups")
        self.finds(scripts.check, {table: "debian-12 build g++\n"}, "columns")


if __name__ == "__main__":
    unittest.main()
