# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev bench instrument: guards for every function of LevelDB, its tests and benchmarks among them, against one clang-tidy run
with one trivial check over the same tree, both on one core. The tree is that of the scan's benchmark, with a tag for the whole file in
each file. docs/reference/benchmarks.md has the bar.

Exit codes: 0 measured, whatever the bar says; 1 a measured program failed; 2 this machine cannot prepare the tree.
"""
import argparse
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "scan"))
import against_clang_tidy  # noqa: E402: found by the line above
import machine  # noqa: E402
import progress  # noqa: E402
import run_of_bench  # noqa: E402
import timing  # noqa: E402

TURNS = 3
GUARDED = re.compile(r"^    outcome:\n      coverage: (\w+)", re.M)


def options():
    parser = argparse.ArgumentParser(prog="tools/dev bench instrument", description=__doc__.split("\n\n")[0])
    parser.add_argument("--assay", type=pathlib.Path, required=True, help="the program to measure")
    parser.add_argument("--llvm", default="22", help="version of clang and clang-tidy (default: 22)")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for the trees; kept between runs")
    return parser.parse_args()


def all_tagged(bench):
    tree = bench.corpus("leveldb")
    files = sorted({*tree.units("everything"), *tree.headers("everything")})
    return tree.case("every-function", "everything", [], files)


def instrumented(bench, case):
    """Scan and instrument, from nothing to a guarded copy of the tree."""
    manifest, copy = case.folder / "assay.yaml", case.folder / "guarded"
    shutil.rmtree(copy, ignore_errors=True)
    scan = timing.run(bench.cold_scan(case), case.folder / "found.log")
    command = [bench.tools.assay, "instrument", "-j1", "-p", case.build, "--manifest", manifest, "--out", copy]
    guards = timing.run(timing.Command(command, folder=case.source, accepted=(0, 3)), case.folder / "instrument.log")
    return scan, guards


def tidied(bench, case):
    runs = []
    for done, unit in enumerate(case.units, 1):
        bench.progress.count("clang-tidy, unit by unit", done, len(case.units))
        runs.append(timing.run(against_clang_tidy.tidy_command(bench, case, unit), case.folder / "clang-tidy.log"))
    return timing.Figures(sum(run.wall for run in runs), sum(run.cpu for run in runs))


def measure(bench):
    case = all_tagged(bench)
    bench.title(f"LevelDB, every function of {len(case.units)} units and their headers tagged, from nothing to a guarded copy, one core")
    rounds = [instrumented(bench, case)]
    tidy = tidied(bench, case)
    rounds += [instrumented(bench, case) for _ in range(TURNS - 1)]
    scan, guards = (timing.medians(column) for column in zip(*rounds))
    whole = timing.Figures(scan.wall + guards.wall, scan.cpu + guards.cpu)
    bench.table(["", "seconds", "ratio", "cpu seconds", "ratio"], [
        ["assay scan", scan.wall, scan.wall / whole.wall, scan.cpu, scan.cpu / whole.cpu],
        ["assay instrument --out", guards.wall, guards.wall / whole.wall, guards.cpu, guards.cpu / whole.cpu],
        ["both", whole.wall, 1.0, whole.cpu, 1.0],
        [f"clang-tidy, one check, {len(case.units)} units", tidy.wall, tidy.wall / whole.wall, tidy.cpu, tidy.cpu / whole.cpu]])
    outcomes = GUARDED.findall((case.folder / "assay.yaml").read_text(encoding="utf-8"))
    counts = ", ".join(f"{outcomes.count(word)} {word}" for word in ("full", "partial", "skipped"))
    bench.note(f"{len(outcomes)} entries in the manifest: {counts}")
    bench.bar("instrument.against-clang-tidy", tidy.wall / whole.wall, "x", 1.0, at_least=True)


def run(bench):
    print(f"Benchmark of the guards of a whole tree\n{machine.header(bench.tools)}", flush=True)
    try:
        measure(bench)
    finally:
        print("\n" + "\n".join(bench.bars))


def main():
    chosen = options()
    tools = machine.Tools(chosen.assay.resolve(), chosen.llvm, progress.Progress())
    return run_of_bench.exit_code_of(run_of_bench.begun(tools, chosen.work.resolve(), 0, False), run)


if __name__ == "__main__":
    sys.exit(main())
