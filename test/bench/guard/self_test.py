# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The benchmark's own logic, without its program and without compilers: what is read is what was printed, differences are taken
of the right things, and a bar is short when nothing was measured."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import bench
import compiled
import counted
import held
import observed
import prices
import program
import units

HERE = pathlib.Path(__file__).resolve().parent
PAGE = (HERE.parents[2] / "docs/reference/benchmarks.md").read_text(encoding="utf-8").split("\n## guard\n")[1].split("\n## ")[0]


def aggregate(name, kind, value, family):
    return {"run_type": "aggregate", "run_name": name, "aggregate_name": kind, "cpu_time": value, "family_index": family,
            "per_family_instance_index": 0}


class Paper:
    """Takes what a run prints."""

    def __init__(self):
        self.lines, self.held = [], held.Held()

    def title(self, text):
        self.lines.append(text)

    note = title

    def table(self, head, rows):
        self.lines += [head, *rows]


class Asked(prices.Prices):
    """Remembers which rows were looked at."""

    def __init__(self, values):
        super().__init__(values)
        self.asked = set()

    def of(self, family, row):
        self.asked.add(row)
        return super().of(family, row)


class Times(unittest.TestCase):
    RUNS = [aggregate("peer/map", "median", 90.0, 3), aggregate("g++/guard-per-thread/threads:2", "median", 21.0, 2),
            aggregate("g++/guard", "median", 20.0, 1), aggregate("g++/guard", "mean", 99.0, 1),
            aggregate("g++/guard", "cv", 0.01, 1), aggregate("peer/map", "cv", 0.2, 3),
            aggregate("rare/thread/process_time", "median", 5.0, 4),
            {"run_type": "iteration", "run_name": "g++/guard", "cpu_time": 1.0}]

    def test_medians_in_the_order_of_the_rows_and_the_worst_noise(self):
        table, noise = prices.read_times(json.dumps({"benchmarks": self.RUNS, "context": {"assay_clock": "the counter"}}))
        self.assertEqual(list(table.values.items()),
                         [("g++/guard", 20.0), ("g++/guard-threads-2", 21.0), ("peer/map", 90.0), ("rare/thread", 5.0)])
        self.assertEqual(noise, (0.2, "peer/map"))

    def test_families_that_are_no_compilers_have_tables_of_their_own(self):
        table = prices.Prices({"g++/empty": 2.0, "g++/guard": 30.0, "g++/two-time-stamps": 20.0, "gcc/empty": 2.0, "peer/x": 42.0})
        self.assertEqual(table.compilers(), ["g++", "gcc"])
        paper = Paper()
        prices.print_prices(paper, table, "ns")
        self.assertIn(["x", 42.0, 40.0, 2.1], paper.lines)
        self.assertIn(["guard", 30.0, 28.0, 1.5], paper.lines)

    def test_bars_are_differences_and_ratios_of_one_compiler(self):
        rows = {"empty": 2, "two-time-stamps": 20, "guard": 21, "count": 3.5, "guard-1-in-256": 3.4, "guard-1-in-1024": 3.2, "switched-off": 2.4, "work-guard": 60,
                "work-two-time-stamps": 55, "guard-threads-1": 21, "guard-threads-2": 42,
                "guard-with-size": 23, "work-guard-with-size": 62, "rollout-draw": 22.5}
        paper = Paper()
        prices.hold(paper.held, prices.Prices({f"clang++-22/{row}": value for row, value in rows.items()}))
        self.assertEqual(paper.held.lines, ["bar guard.complete.clang++-22 1.050 x 1.050 ok",
                                            "bar guard.with-size.clang++-22 1.150 x 1.050 short",
                                            "bar guard.size-with-work.clang++-22 2.000 ns 3.000 ok",
                                            "bar guard.count.clang++-22 1.500 ns 1.000 short",
                                            "bar guard.count-and-errors.clang++-22 1.200 ns 1.000 short",
                                            "bar guard.sampled.clang++-22 1.400 ns 1.500 ok",
                                            "bar guard.rollout-check.clang++-22 1.500 ns 2.000 ok",
                                            "bar guard.switched-off.clang++-22 0.400 ns 0.500 ok",
                                            "bar guard.with-work.clang++-22 5.000 ns 4.000 short",
                                            "bar guard.two-threads.clang++-22 2.000 x 1.050 short"])

    def test_what_was_not_measured_is_short(self):
        paper = Paper()
        prices.hold(paper.held, prices.Prices({"g++/empty": 2.0}))
        self.assertEqual([line.split()[-1] for line in paper.held.lines], ["short"] * 10)

    def test_every_row_that_a_bar_needs_is_compiled(self):
        source = (HERE / "callers.c").read_text(encoding="utf-8")
        table = Asked({"g++/empty": 2.0})
        prices.hold(Paper().held, table)
        self.assertLess({"guard", "empty", "guard-threads-2"}, table.asked)
        self.assertEqual([row for row in table.asked if f'{{"{re.sub("-threads-[12]$", "", row)}", ' not in source], [])


class Instructions(unittest.TestCase):
    def dump(self, name, count):
        return f"creator: callgrind\ndesc: Trigger: Client Request: {name}\n\nevents: Ir\nsummary: {count}\n\nob=x\ntotals: {count}\n"

    def test_the_difference_of_the_last_two_dumps_of_a_row(self):
        texts = [self.dump("g++/guard", count) for count in (900, 520, 5520)] + ["desc: Trigger: Program termination\n"]
        self.assertEqual(counted.read_dumps(texts, 1000).values, {"g++/guard": 5.0})

    def test_dumps_are_in_the_order_of_their_numbers(self):
        paths = [pathlib.Path(f"out.{number}") for number in (10, 9, 100)]
        self.assertEqual([path.name for path in sorted(paths, key=counted.number_of)], ["out.9", "out.10", "out.100"])


class Observations(unittest.TestCase):
    def test_memory_is_what_grows_with_sites_and_threads_together(self):
        def bytes_of(sites, threads):
            return {"file": [4096 + 40 * sites + 7000 * threads + 1344 * sites * threads]}
        figures = {(sites, threads): bytes_of(sites, threads)
                   for sites in (1, observed.SITES) for threads in (1, observed.THREADS)}
        self.assertEqual(observed.per_site_and_thread(figures, "file"), 1344)


class Compiled(unittest.TestCase):
    def test_a_guard_is_all_that_differs(self):
        guarded, plain = units.unit(3, True, True), units.unit(3, False, False)
        self.assertEqual(len(set(re.findall(r"ASSAY_INSERTED_GUARD\((0x[0-9a-f]{16}),", guarded))), 3)
        self.assertEqual(re.sub(r" ASSAY_INSERTED_GUARD\(.*?\);", "", guarded).replace(units.HEADER, ""), plain)
        self.assertEqual(units.unit(0, True, False), units.HEADER + units.DECLARATIONS)

    def test_the_header_counts_once(self):
        times = {"bare": 10, "header": 13, "plain-1": 11, "guard-1": 16, "plain-many": 10 + 200, "guard-many": 13 + 3 * 200}
        self.assertEqual(compiled.costs(times), (3, 2, 2))

    def test_sections_by_kind(self):
        text = """x.o  :
section                 size   addr
.text                    100      0
.text._ZN1aEv             20      0
.text.unlikely             7      0
.text.unlikely._ZN1aEv     2      0
.data.rel.local           16      0
.bss                       4      0
.rodata.str1.8            30      0
.eh_frame                 50      0
.gcc_except_table.f        6      0
.comment                  40      0
Total                    275
"""
        self.assertEqual(compiled.sections(text), {"hot": 120, "cold": 9, "unwinding": 56, "data": 50})

    def test_code_is_counted_without_padding_and_without_its_cold_parts(self):
        text = ("0000000000000000 0000000000000090 T _Z1fi\n0000000000000000 000000000000000b t _Z1fi.cold\n"
                "0000000000000090 0000000000000010 t helper\n                 U first\n0000000000000000 0000000000000010 D site\n")
        self.assertEqual(compiled.code_of_functions(text), 0xa0)

    def test_what_does_not_compile_is_no_figure(self):
        with self.assertRaisesRegex(program.Failed, "exit code 1 of: false"):
            compiled.milliseconds(["false"])
        self.assertGreater(compiled.milliseconds([sys.executable, "-c", "pass"]), 0)


class Programs(unittest.TestCase):
    def program(self, folder, script):
        path = pathlib.Path(folder) / "program"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return program.Program(path)

    def test_each_mode_has_a_segment_folder_of_its_own_that_is_gone_afterwards(self):
        with tempfile.TemporaryDirectory() as folder:
            shown = self.program(folder, 'touch "$ASSAY_DIR/segment"; echo "$ASSAY_DIR"')
            folders = {shown.run(stdout=subprocess.PIPE).strip() for _ in range(2)}
        self.assertEqual(len(folders), 2)
        self.assertFalse(any(pathlib.Path(one).exists() for one in folders))

    def test_figures_keep_their_order(self):
        with tempfile.TemporaryDirectory() as folder:
            found = self.program(folder, 'printf "b 1 2.5\\na 3\\n"').figures("mode")
        self.assertEqual(list(found.items()), [("b", [1.0, 2.5]), ("a", [3.0])])

    def test_a_mode_that_fails_is_no_figure(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(program.Failed, "(?s)exit code 3 of: .*mode.*why"):
                self.program(folder, "echo why >&2; exit 3").figures("mode")


class Words(unittest.TestCase):
    def test_every_bar_has_its_row_in_the_page(self):
        self.assertEqual([name for name in held.LIMITS if f"| `{name}` |" not in PAGE], [])

    def test_the_page_says_the_same_limits(self):
        for name, (limit, unit) in held.LIMITS.items():
            row = re.search(rf"\| `{re.escape(name)}` \| ([\d.,]+) (\S+) \|", PAGE)
            self.assertIsNotNone(row, name)
            self.assertEqual((float(row[1].replace(",", "")), row[2].replace("×", "x")), (limit, unit), name)

    def test_every_measure_has_its_row_in_the_page(self):
        self.assertEqual([name for name in bench.MEASURES if f"| `{name}` |" not in PAGE], [])

    def test_bars_of_no_limit_are_refused(self):
        with self.assertRaises(KeyError):
            held.Held().bar("guard.wishful", 0.0)


if __name__ == "__main__":
    unittest.main()
