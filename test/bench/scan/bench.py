# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev bench scan: the scan against the usual tools, side by side in one run. docs/reference/benchmarks.md says
what each measure is; MEASURES below is the table of contents.

Exit codes: 0 measured, whatever the bars say; 1 a measured program failed; 2 this machine cannot prepare the trees.
"""
import argparse
import pathlib
import sys

import against_clang_tidy
import curves
import dense
import machine
import progress
import rescan
import run_of_bench

MEASURES = {
    "start": rescan.start_up,
    "nothing": rescan.nothing_tagged,
    "unchanged": rescan.unchanged,
    "edit": rescan.one_edited,
    "cold": against_clang_tidy.cold,
    "all": dense.every_file,
    "tests": dense.tests,
    "others": against_clang_tidy.others,
    "tags": curves.with_tags,
    "files": curves.with_files,
    "bytes": curves.with_bytes,
}


def options():
    parser = argparse.ArgumentParser(prog="tools/dev bench scan", description=__doc__.split("\n\n")[0])
    parser.add_argument("--quick", action="store_true", help="samples instead of everything; says so in the bars' names")
    parser.add_argument("--only", action="append", choices=MEASURES, metavar="NAME",
                        help=f"one measure (repeatable): {', '.join(MEASURES)}")
    parser.add_argument("--seed", type=int, default=1, help="of the tags and samples (default: 1)")
    parser.add_argument("--assay", type=pathlib.Path, required=True, help="the program to measure")
    parser.add_argument("--llvm", default="22", help="version of clang and clang-tidy (default: 22)")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for the trees; kept between runs")
    return parser.parse_args()


def run(bench, names):
    print("Benchmark of the scan" + (", quick: samples stand for the whole" if bench.quick else "")
          + f", seed {bench.seed}")
    print(machine.header(bench.tools), flush=True)
    try:
        for name in names:
            MEASURES[name](bench)
    finally:
        print("\n" + "\n".join(bench.all_bars()))


def main():
    chosen = options()
    tools = machine.Tools(chosen.assay.resolve(), chosen.llvm, progress.Progress())
    bench = run_of_bench.begun(tools, chosen.work.resolve(), chosen.seed, chosen.quick)
    return run_of_bench.exit_code_of(bench, lambda bench: run(bench, chosen.only or list(MEASURES)))


if __name__ == "__main__":
    sys.exit(main())
