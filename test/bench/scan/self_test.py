# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The benchmark's own logic, without a network, ctags or clang: the same seed gives the same tags, a tag stands where a
person would put it, a bar says what it measured, and a program that failed is no figure."""
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

import bars
import bench
import corpora_table
import corpus
import functions
import generated
import machine
import progress
import rescan
import run_of_bench
import tagger
import timing

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
CORES = os.sched_getaffinity(0)
CODE = """#include <vector>
#define TWICE(x) \\
  int twice() { return x; }

namespace a { int crowded() { return 0; } }
// The compiler sees one more line of this comment: \\
int hidden() { return 1; }

// Says what it is for.
template <typename Value>
static Value
largest(const std::vector<Value>& values) {
  return values[0];
}

class Shape {
 public:
  explicit Shape(int corners) : corners_(corners) {}
  int corners() const { return corners_; }
 private:
  int corners_; int late() { return 1; }
};
"""


def at(name, text=CODE, path="a.cc"):
    line = next(n for n, content in enumerate(text.splitlines(), 1) if re.search(rf"\b{name}\(", content))
    return functions.Function(path, line, line + 2, name)


def tagged(name, text=CODE):
    return tagger.with_tags(text.encode(), [tagger.Tag(at(name, text), "// TAG")]).decode()


def quiet():
    return progress.Progress(io.StringIO())


class InAFolder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)

    def write(self, path, text):
        full = self.folder / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, encoding="utf-8")


class Bars(unittest.TestCase):
    def test_the_limit_itself_is_reached(self):
        self.assertEqual(bars.line("scan.a", 2, "x", 2), "bar scan.a 2.000 x 2.000 ok")
        self.assertEqual(bars.line("scan.a", 2.001, "x", 2), "bar scan.a 2.001 x 2.000 short")

    def test_at_least(self):
        self.assertEqual(bars.line("scan.a", 250, "x", 250, at_least=True), "bar scan.a 250.000 x 250.000 ok")
        self.assertTrue(bars.line("scan.a", 249, "x", 250, at_least=True).endswith("short"))

    def test_what_was_not_measured_reaches_nothing(self):
        for at_least in (False, True):
            self.assertTrue(bars.line("scan.a", float("nan"), "s", 1, at_least=at_least).endswith("short"))

    def test_the_format_is_that_of_the_other_benchmarks(self):
        printed = (ROOT / "test/bench/bars.cpp").read_text(encoding="utf-8")
        self.assertIn('"bar %s %.3f %s %.3f %s\\n"', printed)
        self.assertRegex(bars.line("n.x", 1, "s", 2), r"^bar \S+ \d+\.\d{3} \S+ \d+\.\d{3} (ok|short)$")

    def test_a_table_is_aligned_and_a_plot_is_in_proportion(self):
        lines = bars.table(["", "ms"], [["short", 1.5], ["a longer name", 12345.0]]).splitlines()
        self.assertEqual(lines[2], "  a longer name  12,345")
        self.assertEqual({len(line) for line in lines}, {len(lines[2])})
        strips = bars.plot([(10, 1.0), (1000, 4.0)], "s", width=8).splitlines()
        self.assertEqual(strips, ["     10 |## 1.000 s", "  1,000 |######## 4.000 s"])


class Places(unittest.TestCase):
    def test_above_the_template_header(self):
        self.assertIn("what it is for.\n// TAG\ntemplate <typename Value>\n", tagged("largest"))

    def test_indented_and_below_the_access_label(self):
        self.assertIn(" public:\n  // TAG\n  explicit Shape(", tagged("Shape"))

    def test_nothing_else_changes(self):
        self.assertEqual(tagged("corners").replace("  // TAG\n", ""), CODE)
        windows = CODE.replace("\n", "\r\n")
        self.assertEqual(tagged("corners", windows).replace("  // TAG\r\n", ""), windows)

    def test_no_place_where_the_tag_would_mean_something_else(self):
        source = functions.SourceText(CODE.encode())
        for name in ("twice", "crowded", "hidden", "late"):
            self.assertIsNone(source.place_of(at(name)), name)

    def test_no_place_for_a_declaration_or_a_line_past_the_end(self):
        self.assertIsNone(functions.SourceText(b"int f(int);\nint x;\n").place_of(functions.Function("a", 1, 1, "f")))
        self.assertIsNone(functions.SourceText(b"int f() {}\n").place_of(functions.Function("a", 99, 99, "f")))

    def test_macros_and_lambdas_are_no_functions(self):
        names = ("f", "TEST_F", "__anon12", "f")
        lines = [json.dumps({"name": name, "path": "./a.cc", "line": 1, "end": 2}) for name in names]
        self.assertEqual(functions.read(lines), [functions.Function("a.cc", 1, 2, "f")])


class Choice(InAFolder):
    def setUp(self):
        super().setUp()
        self.found = []
        for number in range(90):
            path = f"f{number:02}.{'h' if number % 3 == 0 else 'cc'}"
            self.write(path, "int a(int x) {\n  return x;\n}\nint b(int x) {\n  return x;\n}\n")
            self.found += [functions.Function(path, 1, 3, "a"), functions.Function(path, 4, 6, "b")]

    def tags(self, seed):
        chooser = tagger.Chooser(self.folder, self.found, seed)
        return chooser.tags(chooser.spread(50, (".cc",), (".h",)))

    def test_a_seed_means_the_same_every_time(self):
        self.assertEqual(self.tags(1), self.tags(1))
        self.assertNotEqual(self.tags(1), self.tags(2))

    def test_the_order_of_what_was_found_does_not_matter(self):
        before = self.tags(1)
        random.Random(5).shuffle(self.found)
        self.found.sort(key=lambda function: function.name)  # a stable sort by something else
        self.found.sort()
        self.assertEqual(before, self.tags(1))

    def test_fifty_tags_in_forty_six_files_two_thirds_of_them_sources(self):
        chosen = [tag.function for tag in self.tags(1)]
        self.assertEqual(len(set(chosen)), 50)
        files = {function.path for function in chosen}
        self.assertEqual((len(files), sum(path.endswith(".cc") for path in files)), (46, 30))

    def test_one_per_file_and_anywhere(self):
        chooser = tagger.Chooser(self.folder, self.found, 1)
        self.assertEqual(len({f.path for f in chooser.one_per_file((".cc", ".h"))}), 90)
        self.assertEqual(len(set(chooser.anywhere(100))), 100)
        self.assertEqual(len(chooser.anywhere(1000)), 180)


class Timing(InAFolder):
    def test_a_program_that_fails_is_no_figure(self):
        with self.assertRaisesRegex(timing.Failed, "exit code 3 of: sh -c exit 3"):
            timing.run(timing.Command(["sh", "-c", "exit 3"]))
        self.assertFalse(timing.run(timing.Command(["sh", "-c", "exit 3"], accepted=(3,))).stopped)

    def test_what_takes_too_long_is_stopped_and_says_so(self):
        self.assertTrue(timing.run(timing.Command([sys.executable, "-c", "while True: pass"], seconds=0.01)).stopped)

    def test_all_take_turns(self):
        log = self.folder / "log"
        commands = [timing.Command(["sh", "-c", f"printf {letter} >>{log}"]) for letter in "ab"]
        self.assertEqual(len(timing.taking_turns(commands, 4)), 2)
        self.assertEqual(log.read_text(encoding="utf-8"), "ab" * 5)  # one round warms up

    def test_one_round_has_to_do_when_it_spends_the_budget(self):
        log = self.folder / "log"
        timing.taking_turns([timing.Command(["sh", "-c", f"printf a >>{log}"])], 4, budget=0)
        self.assertEqual(log.read_text(encoding="utf-8"), "a")

    def test_one_core_for_the_child_and_all_for_us(self):
        output = self.folder / "cores"
        script = f"import os; open({str(output)!r}, 'w').write(str(os.sched_getaffinity(0)))"
        timing.run(timing.Command([sys.executable, "-c", script]))
        self.assertEqual(output.read_text(encoding="utf-8"), str(timing.one_core()))
        self.assertEqual(os.sched_getaffinity(0), CORES)

    def test_peak_memory_is_that_of_the_child(self):
        small, large = (timing.run(timing.Command([sys.executable, "-c", f"b'x' * {size}"])).peak
                        for size in (1, 200_000_000))
        self.assertGreater(large - small, 150_000_000)

    def test_files_are_taken_away_before_a_run(self):
        self.write("old", "")
        timing.run(timing.Command(["test", "!", "-e", self.folder / "old"], removed=(self.folder / "old",)))


class Trees(InAFolder):
    def tree(self):
        """A corpus as it is after fetching and configuring."""
        tools = machine.Tools("/bin/true", "22", quiet())
        tree = corpus.Corpus("small", corpora_table.Source("small", (".cc",), (".h",), {"library": ()}, ("vendor/",)),
                             self.folder, tools)
        self.write("small/pristine/a.cc", CODE)
        self.write("small/pristine/vendor/v.cc", CODE)
        self.write("small/pristine/debian/changelog", "small (1.2-3) unstable\n")
        file = tree.pristine / "a.cc"
        entry = {"directory": str(tree.configured("library")), "file": str(file),
                 "command": f"c++ -DX -Wall -Werror -I{tree.pristine} -o a.o -c {file}"}
        vendored = {**entry, "file": str(tree.pristine / "vendor/v.cc")}
        self.write("small/configured-library/compile_commands.json", json.dumps([entry, entry, vendored]))
        return tree

    def test_a_case_is_a_tagged_copy_with_commands_of_its_own(self):
        tree = self.tree()
        case = tree.case("one", "library", [tagger.Tag(at("largest"), "// TAG")])
        self.assertEqual(((case.source / "a.cc").read_text(), (tree.pristine / "a.cc").read_text()),
                         (tagged("largest"), CODE))
        self.assertTrue((case.source / ".git").is_dir())
        commands = (case.build / "compile_commands.json").read_text(encoding="utf-8")
        self.assertIn(str(case.source / "a.cc"), commands)
        self.assertNotIn(str(tree.pristine), commands)

    def test_a_case_is_made_again_only_when_its_tags_are_others(self):
        tree = self.tree()
        tags = [tagger.Tag(at("largest"), "// TAG")]
        marker = tree.case("one", "library", tags).source / "marker"
        marker.touch()
        tree.case("one", "library", tags)
        self.assertTrue(marker.exists())
        tree.case("one", "library", [])
        self.assertFalse(marker.exists())

    def test_units_count_once_and_without_what_came_from_elsewhere(self):
        self.assertEqual((self.tree().units("library"), self.tree().version), (["a.cc"], "1.2-3"))

    def test_the_parse_of_one_file_keeps_its_flags(self):
        tree = self.tree()
        case = tree.case("one", "library", [])
        words = rescan.parse_command(type("Run", (), {"tools": tree.tools}), case, "a.cc").words
        self.assertEqual(words, ["clang-22", "-w", "-fsyntax-only", "-Xclang", "-skip-function-bodies", "-DX",
                                 f"-I{case.source}", str(case.source / "a.cc")])

    def test_an_edit_is_in_the_tagged_body_and_is_taken_back(self):
        tree = self.tree()
        tag = tagger.Tag(at("largest"), "// TAG")
        case = tree.case("one", "library", [tag])
        with rescan.Edited(tree, case, tag) as edited:
            edited.write(7)
            self.assertIn("values) { (void)7;\n", edited.file.read_text(encoding="utf-8"))
        self.assertEqual(edited.file.read_text(encoding="utf-8"), tagged("largest"))

    def test_a_tag_that_is_not_in_the_manifest_makes_the_run_short(self):
        tree = self.tree()
        case = tree.case("one", "library", [tagger.Tag(at("largest"), "// TAG"), tagger.Tag(at("corners"), "// TAG")])
        run = run_of_bench.Bench(tree.tools, self.folder, 1, True)
        self.assertEqual(run.all_bars(), [])
        self.write("small/one/assay.yaml", "functions:\n  - id: a\n  - id: b\n    state: inactive\n...\n")
        self.assertIn("2 of 2 tags in the manifest, 1 of them in branches", run.found(case))
        self.assertEqual(run.all_bars(), ["bar scan.tags-missing 0.000 tags 0.000 ok"])
        self.write("small/one/assay.yaml", "functions:\n  - id: a\n...\n")
        run.found(case)
        self.assertEqual(run.all_bars(), ["bar scan.tags-missing 1.000 tags 0.000 short"])

    def test_a_generated_tree_is_the_same_every_time(self):
        self.assertEqual(generated.content(3, 3000), generated.content(3, 3000))
        self.assertAlmostEqual(len(generated.content(3, 3000)), 3000, delta=400)
        tree = generated.Tree(self.folder / "made", 120, 500)
        files = sorted(tree.case.source.rglob("*.cpp"))
        self.assertEqual(len(files), 120)
        self.assertEqual(tree.bytes, sum(file.stat().st_size for file in files))
        with tree.tags(50):
            self.assertEqual(sum(generated.TAG in file.read_text(encoding="utf-8") for file in files), 50)
        self.assertEqual(sum(generated.TAG in file.read_text(encoding="utf-8") for file in files), 0)

    def test_a_generated_tree_that_was_left_tagged_is_made_again(self):
        with generated.Tree(self.folder / "made", 100, 500).tags(50):
            files = generated.Tree(self.folder / "made", 100, 500).case.source.rglob("*.cpp")
            self.assertEqual(sum(generated.TAG in file.read_text(encoding="utf-8") for file in files), 0)


class Command(unittest.TestCase):
    def shell(self, script):
        done = subprocess.run(["bash", "-c", f". {ROOT}/tools/dev.d/bench.sh; {script}"], capture_output=True, text=True,
                              check=True, env={**os.environ, "ASSAY_ROOT": str(ROOT)})
        return done.stdout.split()

    def test_every_program_that_is_offered_can_be_built(self):
        names = self.shell("bench_names")
        self.assertIn("scan", names)
        rules = (HERE.parent / "CMakeLists.txt").read_text(encoding="utf-8")
        programs = [name for name in names if not (HERE.parent / name / "bench.py").exists()]
        self.assertIn("manifest", programs)
        for name in programs:
            target = self.shell(f"bench_target {name}")[0]
            self.assertRegex(rules, rf"\b{target}\b")

    def test_every_bar_has_its_row_in_the_page(self):
        page = (ROOT / "docs/reference/benchmarks.md").read_text(encoding="utf-8")
        sources = [*HERE.parent.glob("*_bench.cpp"), *(p for p in HERE.parent.glob("*/*.py") if p.name != "self_test.py")]
        text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
        found = set(re.findall(r'"((?:scan|guard|manifest)\.[A-Za-z.-]+)"', text))
        self.assertLess({"scan.start-up", "scan.cold-against-clang-tidy", "guard.complete.COMPILER"}, found)
        self.assertEqual([name for name in sorted(found) if f"| `{name}` |" not in page], [])

    def test_every_measure_has_its_row_in_the_page(self):
        page = (ROOT / "docs/reference/benchmarks.md").read_text(encoding="utf-8")
        self.assertEqual([name for name in bench.MEASURES if f"| `{name}` |" not in page], [])


if __name__ == "__main__":
    unittest.main()
