# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tidy.py itself: every check that .clang-tidy names fires in a file that is checked together with others, and is reported
at its own place; files that do not compile together are checked all the same.
  tidy_can_fail.py CLANG_TIDY REPOSITORY"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

CLANG_TIDY = sys.argv[1]
REPOSITORY = pathlib.Path(sys.argv[2])

INCLUDES = "#include <memory>\n#include <string>\n#include <string_view>\n#include <utility>\n#include <vector>\n"
# One bad line for each check.
BAD = {
    "readability-identifier-naming": "int Bad_Name() { return 1; }",
    "readability-function-size": "int many(int a, int b, int c, int d, int e) { return a + b + c + d + e; }",
    "bugprone-unused-return-value": "void let(std::unique_ptr<int> p) { p.release(); }",
    "bugprone-use-after-move": "auto moved(std::string s) { auto t = std::move(s); return t.size() + s.size(); }",
    "bugprone-dangling-handle": "auto dangling() { std::string_view v = std::string(\"abc\"); return v.size(); }",
    "performance-for-range-copy": "bool any(const std::vector<std::string>& v) { for (const std::string s : v) if (s.empty()) return true; return false; }",
    "performance-unnecessary-value-param": "auto takes(std::string s) { return s.size(); }",
    "misc-unused-alias-decls": "namespace unused_alias = std::chrono;",
}
WARNINGS_ONLY = ("performance-", "misc-")


class Room:
    """A repository with one room, as tidy.py wants it."""

    def __init__(self, folder, files, flags=None):
        self.root = pathlib.Path(folder).resolve()
        (self.root / ".clang-tidy").write_bytes((REPOSITORY / ".clang-tidy").read_bytes())
        commands = []
        for name, text in files.items():
            path = self.root / "lib/room" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            if name.endswith(".cpp"):
                own = (flags or {}).get(name, "")
                commands.append({"directory": str(self.root), "file": str(path),
                                 "command": f"c++ -I{self.root}/lib -std=c++20 {own} -o {name}.o -c {path}"})
        (self.root / "compile_commands.json").write_text(json.dumps(commands), encoding="utf-8")

    def join(self):
        """As a unity build of CMake does it: one command, for a file that includes all."""
        all_of_it = self.root / "build/Unity/unity_0_cxx.cxx"
        all_of_it.parent.mkdir(parents=True)
        all_of_it.write_text("/* generated */\n\n" + "".join(
            f'#include "{path}"\n\n' for path in sorted(self.root.glob("lib/room/*.cpp"))), encoding="utf-8")
        row = {"directory": str(self.root), "file": str(all_of_it), "command": f"c++ -std=c++20 -o u.o -c {all_of_it}"}
        (self.root / "compile_commands.json").write_text(json.dumps([row]), encoding="utf-8")

    def check(self):
        script = pathlib.Path(__file__).with_name("tidy.py")
        done = subprocess.run([sys.executable, str(script), "--clang-tidy", CLANG_TIDY, "--build", str(self.root),
                               str(self.root), "lib/room"], capture_output=True, text=True, check=False)
        said = done.stdout + done.stderr
        found = re.findall(r"lib/room/(\S+?):(\d+):\d+: \w+: .*\[([\w-]+)[],]", said)
        return done.returncode, {(name, int(line), check) for name, line, check in found}, said


def room(files, flags=None):
    with tempfile.TemporaryDirectory() as folder:
        return Room(folder, files, flags).check()


class TidyCanFail(unittest.TestCase):
    def test_every_check_is_tried(self):
        listed = (REPOSITORY / ".clang-tidy").read_text(encoding="utf-8").split("WarningsAsErrors")[0]
        self.assertEqual(set(re.findall(r"^  ([a-z][\w-]+),?$", listed, re.M)), set(BAD))

    def test_a_sound_room_is_clean(self):
        code, found, said = room({"a.cpp": "int a() { return 1; }\n", "b.cpp": "int b() { return 1; }\n"})
        self.assertEqual((code, found), (0, set()), said)
        self.assertIn("a.cpp lib/room/b.cpp: clean", said)

    def test_every_check_fires_behind_another_file(self):
        lines = INCLUDES.count("\n")
        bad = INCLUDES + "#include <chrono>\n" + "\n".join(BAD.values()) + "\n"
        code, found, said = room({"a.cpp": "int a() { return 1; }\n\n\n", "b.cpp": bad, "c.cpp": "int c() { return 1; }\n"})
        self.assertEqual(found, {("b.cpp", lines + 2 + at, check) for at, check in enumerate(BAD)}, said)
        self.assertEqual(code, 1, said)
        self.assertIn("a.cpp lib/room/b.cpp lib/room/c.cpp: FINDINGS", said)
        self.assertRegex(said, rf"(?m)^ *{lines + 2} \| int Bad_Name")

    def test_what_is_law_fails(self):
        for check, line in BAD.items():
            if not check.startswith(WARNINGS_ONLY):
                code, _, said = room({"a.cpp": "int a() { return 1; }\n", "b.cpp": INCLUDES + line + "\n"})
                self.assertEqual(code, 1, said)

    def test_a_header_is_checked_through_its_unit(self):
        code, found, said = room({"a.h": "#pragma once\ninline int Bad_Name() { return 1; }\n",
                                  "a.cpp": "#include \"a.h\"\nint a() { return 1; }\n",
                                  "b.cpp": "#include \"room/a.h\"\nint b() { return 1; }\n"})
        self.assertEqual((code, found), (1, {("a.h", 2, "readability-identifier-naming")}), said)

    def test_what_does_not_compile_together_is_checked_alone(self):
        clash = "namespace { int twice() { return 1; } }\n"
        code, found, said = room({"a.cpp": clash + "int a() { return twice(); }\n",
                                  "b.cpp": clash + "int Bad_Name() { return twice(); }\n"})
        self.assertEqual((code, found), (1, {("b.cpp", 2, "readability-identifier-naming")}), said)
        self.assertIn("in two parts", said)

    def test_other_flags_are_another_text(self):
        checked = "#ifdef ONLY\nint Bad_Name() { return 1; }\n#endif\nint b();\n"
        code, found, said = room({"a.cpp": "int a() { return 1; }\n", "b.cpp": checked}, {"b.cpp": "-DONLY"})
        self.assertEqual((code, found), (1, {("b.cpp", 2, "readability-identifier-naming")}), said)

    def test_files_that_the_build_joins_are_each_checked(self):
        with tempfile.TemporaryDirectory() as folder:
            joined = Room(folder, {"a.cpp": "int a() { return 1; }\n", "b.cpp": "int Bad_Name() { return 1; }\n"})
            joined.join()
            code, found, said = joined.check()
        self.assertEqual((code, found), (1, {("b.cpp", 1, "readability-identifier-naming")}), said)

    def test_what_does_not_compile_fails(self):
        code, _, said = room({"a.cpp": "int a() { return 1; }\n", "b.cpp": "int b( { return 1; }\n"})
        self.assertEqual(code, 1, said)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
