# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev bench guard: what a guard costs, in time, instructions, code, memory and compile time, beside what else one could
use. docs/reference/benchmarks.md says what each measure is; MEASURES below is the table of contents.

Exit codes: 0 measured, whatever the bars say; 1 a measured program failed; 2 something is not installed.
"""
import argparse
import os
import pathlib
import platform
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scan"))
import bars  # noqa: E402: found by the line above
import compiled  # noqa: E402
import counted  # noqa: E402
import held  # noqa: E402
import machine  # noqa: E402
import observed  # noqa: E402
import prices  # noqa: E402
import program  # noqa: E402
import progress  # noqa: E402

COMPILERS = (("g++",), ("gcc",), ("clang++-14", "clang++-17"), ("clang-14", "clang-17"), ("clang++-{llvm}",), ("clang-{llvm}",))
PYTHON = next(path for path in ("/usr/bin/python3", sys.executable) if os.access(path, os.X_OK))


class Run:
    """What every measure needs, and what comes out of it."""

    def __init__(self, chosen, words):
        self.program = program.Program(chosen.programs.resolve() / "guard_bench")
        self.work = chosen.work.resolve()
        self.headers = HERE.parents[2] / "lib/runtime/include"
        self.words = words  # for Google Benchmark
        self.progress = progress.Progress()
        self.held = held.Held()
        self.compilers = [next(filter(shutil.which, names), names[0]) for names in
                          ([name.format(llvm=chosen.llvm) for name in row] for row in COMPILERS)]
        self.work.mkdir(parents=True, exist_ok=True)
        self.log = open(self.work / "log", "w", encoding="utf-8")

    def missing(self):
        return [str(name) for name in (*self.compilers, "valgrind", "size", self.program.path) if not shutil.which(name)]

    def title(self, text):
        self.progress.clear()
        print(f"\n{text}", flush=True)

    def note(self, text):
        print(f"  {text}", flush=True)

    def table(self, header, rows):
        print(bars.table(header, rows), flush=True)


def python(run):
    run.progress.say("the decorator in Python")
    figures = program.Program(HERE / "python_peer.py").figures(before=(PYTHON,))
    run.title(f"For context, the decorator in Python ({machine.said([PYTHON, '--version'])}): processor ns per call")
    run.table(["", "ns", "above a call"], [[name, value, value - figures["call"][0]] for name, (value,) in figures.items()])


MEASURES = {
    "times": prices.times,
    "sampled": prices.sampled,
    "budget": observed.budget,
    "python": python,
    "reader": observed.reader,
    "accuracy": observed.accuracy,
    "cold": observed.cold,
    "memory": observed.memory,
    "code": compiled.code_size,
    "compile": compiled.compile_times,
    "instructions": counted.instructions,
}


def options():
    parser = argparse.ArgumentParser(prog="tools/dev bench guard", description=__doc__.split("\n\n")[0],
                                     epilog="options that begin with --benchmark_ go to Google Benchmark (times)")
    parser.add_argument("--only", action="append", choices=MEASURES, metavar="NAME",
                        help=f"one measure (repeatable): {', '.join(MEASURES)}")
    parser.add_argument("--instructions", action="append_const", dest="only", const="instructions",
                        help="instruction counts alone: exact on a busy machine")
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="folder with the program to measure")
    parser.add_argument("--llvm", default="22", help="version of the newest clang (default: 22)")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for generated files")
    chosen, rest = parser.parse_known_args()
    if any(not word.startswith("--benchmark_") for word in rest):
        parser.error(f"unknown: {' '.join(rest)}")
    return chosen, rest


def header(run):
    busy = os.getloadavg()[0] > 0.5 * len(os.sched_getaffinity(0))
    rows = [("machine", f"{machine.processor()}, {len(os.sched_getaffinity(0))} cores, Linux {platform.release()}, "
                        f"load {os.getloadavg()[0]:.1f}"),
            *((name, machine.said([name, "--version"])) for name in run.compilers if "++" in name)]
    if busy:
        rows.append(("note", "the machine is busy: trust ratios and instructions, not nanoseconds"))
    return "\n".join(f"  {name:<14} {value}" for name, value in rows)


def measure(run, names):
    print(f"Benchmark of the guards\n{header(run)}", flush=True)
    try:
        for name in names:
            MEASURES[name](run)
    finally:
        print("\n" + "\n".join(run.held.lines))


def main():
    chosen, words = options()
    run = Run(chosen, words)
    if run.missing():
        print(f"error: not installed: {', '.join(run.missing())} (tools/dev setup bench)", file=sys.stderr)
        return 2
    try:
        measure(run, chosen.only or list(MEASURES))
    except program.Failed as error:
        print(f"error: {error}\n  what it said: {run.log.name}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
