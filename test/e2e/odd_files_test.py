# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Files as they are found in the wild: odd bytes, odd names, odd kinds. Wanted each time: nothing tagged is lost, nothing
hangs, and what cannot be read is said (exit code 3) and kept as the earlier manifest has it.

usage: odd_files_test.py BUILD-FOLDER [unittest options]
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ASSAY = pathlib.Path(sys.argv[1]).resolve() / "bin/assay"
TAG = "// AI-generated: GPT-4, 2024-01-15\n"
BODY = "int {}() {{ return 1; }}\n"
NOBODY = 65534


def tagged(name):
    return TAG + BODY.format(name)


class OddFiles(unittest.TestCase):
    def setUp(self):
        self.all = tempfile.TemporaryDirectory()
        self.addCleanup(self.all.cleanup)
        self.tree = os.fsencode(self.all.name) + b"/tree"
        os.mkdir(self.tree)
        self.user = None

    def path(self, name):
        return os.path.join(self.tree, os.fsencode(name))

    def write(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def assay(self, *words):
        """Never waits for ever: whatever hangs here fails."""
        return subprocess.run([ASSAY, *words], cwd=self.tree, capture_output=True, check=False, timeout=300,
                              user=self.user, env={**os.environ, "NO_COLOR": "1"})

    def scan(self, *words, code=0):
        done = self.assay("scan", *words)
        self.assertEqual(done.returncode, code, done.stderr + done.stdout)
        return done

    def functions(self):
        """name -> entry, as the report tells them."""
        done = self.assay("report", "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return {f["name"]: f for f in json.loads(done.stdout)["entries"] if f["name"]}

    def assert_found(self, content, *names, file="a.cc"):
        self.write(file, content)
        self.scan()
        self.assertEqual(sorted(self.functions()), sorted(names))

    # Bytes

    def test_a_tag_in_a_string_is_no_tag(self):
        self.assert_found('const char* s = "\\n// AI-generated: GPT-4";\nint f() { return 1; }\n'
                          'const char* r = R"x(\n// AI-generated: GPT-4\n)x";\nint g() { return 1; }\n')
        self.assertIn(b"No AI tags", self.scan().stdout)

    def test_a_tag_in_a_macro_definition(self):
        self.write("a.cc", "#define MAKE(n) /* AI-generated: GPT-4 */ int n() { return 1; }\nMAKE(f)\n")
        self.scan()
        self.assertIn(b"tag-at: 1", self.read("assay.yaml"))

    def test_carriage_returns(self):
        self.assert_found(tagged("f").replace("\n", "\r\n"), "f")

    def test_a_byte_order_mark(self):
        self.assert_found(b"\xef\xbb\xbf" + tagged("f").encode(), "f")

    def test_utf16_with_and_without_a_mark(self):
        for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
            with self.subTest(encoding):
                self.write("a.cc", tagged("f").encode(encoding))
                self.assertIn(b"a.cc: error: the file is in UTF-16", self.scan(code=3).stderr)

    def test_trigraphs(self):
        self.assert_found(TAG + "int f() ??< int a??(1??) = ??<1??>; return a??(0??); ??>\n", "f")
        self.assert_found("// AI-generated: GPT-4 ??/\n continued\nint f() { return 1; }\n", "f")

    def test_zero_bytes(self):
        self.assert_found(tagged("f").encode() + b"// \0\n" + tagged("g").encode(), "f", "g")

    def test_no_newline_at_the_end(self):
        self.assert_found(tagged("f").rstrip("\n"), "f")
        self.assert_found("int f() { return 1; } // AI-generated: GPT-4", "f")

    def test_an_empty_file(self):
        self.assert_found("")

    def test_a_line_of_ten_megabytes(self):
        long = "int a[] = {" + "1, " * 3_500_000 + "1};"
        self.write("plain.cc", long + "\n" + "/* " + "ai- " * 100_000 + "*/\n")
        self.assert_found("/* AI-generated: GPT-4 */ int f() { return 1; } // " + "x" * 10_000_000, "f")

    def test_ten_thousand_tags(self):
        self.write("a.cc", "".join(tagged(f"f{i}") for i in range(10_000)))
        self.scan()
        self.assertEqual(len(self.functions()), 10_000)

    # Names

    NAMES = (b"with space.cc", b"quote'\".cc", b"new\nline.cc", b"in\xffvalid.cc", b"- dash.cc", b"#hash: x.cc",
             b"tab\t.cc", b"back\\slash.cc", "größe.cc".encode(), b"-dir/\xc3\x28/a.cc")

    def write_all_names(self):
        for i, name in enumerate(self.NAMES):
            self.write(name, tagged(f"f{i}"))

    def test_names_come_back_from_the_manifest(self):
        self.write_all_names()
        self.scan()
        self.assertEqual(len(self.functions()), len(self.NAMES))
        self.scan("--check")
        self.assertIn(b"up to date", self.scan("--check").stdout)

    def test_names_are_instrumented_and_stripped(self):
        self.write_all_names()
        self.scan()
        before = {name: self.read(name) for name in self.NAMES}
        diff = self.assay("instrument", "--diff")
        self.assertEqual(diff.stdout.count(b"+int f"), len(self.NAMES), diff.stderr + diff.stdout)
        self.assertEqual(self.assay("instrument", "--in-place").returncode, 0)
        for name in self.NAMES:
            self.assertIn(b"ASSAY_INSERTED_GUARD", self.read(name), name)
        self.scan("--check")
        self.assertEqual(self.assay("instrument", "--strip").returncode, 0)
        self.assertEqual({name: self.read(name) for name in self.NAMES}, before)

    def test_every_extension_of_c_and_cpp(self):
        names = [f"a{i}.{e}" for i, e in enumerate(
            "c cc cpp cxx c++ cp C CPP CXX h hh hpp hxx H HPP inc inl ipp tpp tcc txx icc ixx cppm".split())]
        for i, name in enumerate(names):
            self.write(name, tagged(f"f{i}").replace("int ", "static int "))
        for other in ("a.m", "a.mm", "a.py", "a.cc.orig"):
            self.write(other, tagged("other"))
        self.scan()
        self.assertEqual(sorted(f["file"] for f in self.functions().values()), sorted(names))

    # Kinds

    def test_what_is_no_file_is_no_obstacle(self):
        os.mkdir(self.path("folder.cc"))
        os.mkfifo(self.path("pipe.cc"))
        os.symlink("nowhere.cc", self.path("dangling.cc"))
        os.symlink("loop.cc", self.path("loop.cc"))
        os.symlink("..", self.path("folder.cc/up"))
        self.write("folder.cc/a.cc", tagged("f"))
        self.scan()
        self.assertEqual(list(self.functions()), ["f"])

    def test_what_a_unit_includes_in_its_middle(self):
        for ending in ("inc", "def", "impl"):
            self.write(f"parts/{ending}.{ending}", tagged(f"of_{ending}"))
        self.write("a.cc", "".join(f'#include "parts/{ending}.{ending}"\n' for ending in ("inc", "def", "impl")))
        self.scan()
        self.assertEqual(sorted(self.functions()), ["of_def", "of_impl", "of_inc"])

    def test_the_same_is_said_of_files_that_are_parsed_together_and_alone(self):
        """What Clang refuses by default and GCC 12 warns of keeps no file from compiling."""
        database = []
        for name, body in (("a", "return undeclared(1);"), ("b", "int (*g)(char*) = (int (*)(char*))0; return g(5);"), ("c", "return 0;"),
                           ("d", "struct none x; return 0;")):
            self.write(f"{name}.c", f"/* AI-generated: GPT-4 */\nint {name}(void) {{ {body} }}\n")
            database.append({"directory": os.fsdecode(self.tree), "file": f"{name}.c", "arguments": ["cc", "-std=c17", "-c", f"{name}.c"]})
        self.write("compile_commands.json", json.dumps(database))
        together = self.scan("--no-cache")
        alone = self.scan("--no-cache", "--exact")
        self.assertEqual(together.stderr, alone.stderr)
        self.assertEqual(alone.stderr.count(b"does not compile"), 1, alone.stderr)
        self.assertIn(b"d.c does not compile", alone.stderr)

    def test_what_is_named_is_a_file_or_a_folder(self):
        """Else a manifest would be written beside it: into /dev for /dev/null."""
        self.write("a.cc", tagged("f"))
        os.mkfifo(self.path("pipe.cc"))
        for words in (("pipe.cc",), ("a.cc", "pipe.cc")):
            self.assertIn(b"pipe.cc: neither a file nor a folder", self.scan(*words, code=2).stderr)
        self.assertEqual(sorted(os.listdir(self.tree)), [b"a.cc", b"pipe.cc"])

    def as_nobody(self):
        """Permissions are nothing to root."""
        if os.geteuid() != 0:
            return
        os.chmod(self.all.name, 0o755)
        for place, folders, files in os.walk(self.tree):
            for name in [place, *(os.path.join(place, n) for n in folders + files)]:
                os.chown(name, NOBODY, NOBODY)
        self.user = NOBODY
        try:
            self.assay("--version")
        except PermissionError as error:
            self.skipTest(f"another user may not run the program: {error}")

    def kept_after(self, lock):
        """One entry is out of reach; it is kept, said, and comes back unchanged."""
        self.write("a.cc", tagged("f"))
        self.write("sub/b.cc", tagged("g"))
        self.as_nobody()
        self.scan()
        before = self.functions()
        os.chmod(self.path(lock), 0)
        self.addCleanup(os.chmod, self.path(lock), 0o755)
        done = self.scan(code=3)
        self.assertIn(b"[assay-scan-011]", done.stderr)
        self.assertEqual(self.functions(), before)
        self.assertEqual(self.assay("scan", "--check").returncode, 3)
        os.chmod(self.path(lock), 0o755)
        self.scan()
        self.assertEqual(self.functions(), before)

    def test_a_file_without_permission_keeps_its_entries(self):
        self.kept_after("sub/b.cc")

    def test_a_folder_without_permission_keeps_its_entries(self):
        self.kept_after("sub")

    def test_a_file_that_turned_into_utf16_keeps_its_entries(self):
        self.write("a.cc", tagged("f"))
        self.scan()
        before = self.functions()
        self.write("a.cc", tagged("f").encode("utf-16"))
        self.assertIn(b"[assay-scan-011]", self.scan(code=3).stderr)
        self.assertEqual(self.functions(), before)

    def test_a_deleted_file_takes_its_entries_along(self):
        self.write("a.cc", tagged("f"))
        self.write("b.cc", tagged("g"))
        self.scan()
        os.unlink(self.path("b.cc"))
        self.scan()
        self.assertEqual(list(self.functions()), ["f"])

    # What is left out

    def test_vendored_and_generated_files_are_left_out_only_on_request(self):
        self.write("a.cc", tagged("f"))
        self.write("third_party/z/z.cc", tagged("z"))
        self.write("third_party/z/plain.cc", "int x;\n")
        self.write("m.pb.cc", "// Generated by the protocol buffer compiler.  DO NOT EDIT!\n" + tagged("m"))
        self.write("attr.cc", tagged("attr"))
        self.write(".gitattributes", "attr.cc linguist-generated\n")
        self.scan()
        self.assertEqual(sorted(self.functions()), ["attr", "f", "m", "z"])
        done = self.scan("--skip", "vendored,generated")
        self.assertEqual(list(self.functions()), ["f"])
        self.assertIn(b"left out: 2 vendored, 2 generated", done.stdout)
        self.scan("--skip", "generated")
        self.assertEqual(sorted(self.functions()), ["f", "z"])
        self.assertIn(b"neither vendored nor generated", self.scan("--skip", "others", code=2).stderr)

    def test_a_manifest_that_is_right_is_not_written_again(self):
        self.write("a.cc", tagged("f"))
        self.scan()
        os.utime(self.path("assay.yaml"), ns=(1, 1))
        self.scan()
        self.assertEqual(os.stat(self.path("assay.yaml")).st_mtime_ns, 1)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
