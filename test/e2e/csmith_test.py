# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random C programs of csmith's, every function tagged: with guards they compile, and print the same checksum.

usage: csmith_test.py BUILD-FOLDER [--seeds A..B] [--seconds N] [--work FOLDER]
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import sys
import time

from before_and_after import Comparison, Unit
from compilers import compilers_here, run
from guarded_tree import GuardedTree
from tag_tree import tag_tree

SKIPPED = 77
BATCH = 20
ALL = 1 << 30  # functions
OPTIONS = ["--max-funcs", "8", "--max-block-depth", "4"]
FLAGS = ["-std=gnu11", "-w", "-I/usr/include/csmith"]
ENDS_WITHIN = 1  # seconds; some of csmith's programs never end, and most end at once


def seeds_of(text):
    first, last = text.split("..")
    return range(int(first), int(last) + 1)


def draw(seed, folder):
    """The name of the seed's program, or nothing when it does not end in time."""
    path = folder / f"seed{seed}.c"
    text = run(["csmith", "--seed", seed, *OPTIONS], folder).stdout
    path.write_text(text, encoding="utf-8")
    program = folder / f"seed{seed}"
    done = run(["gcc", *FLAGS, "-O1", path, "-o", program], folder)
    ends = done.returncode == 0 and run([program], folder, seconds=ENDS_WITHIN).returncode == 0
    program.unlink(missing_ok=True)
    if not ends:
        path.unlink()
    return path.name if ends else None


class Trial:
    def __init__(self, build, work):
        self.build = build
        self.work = work
        self.compilers = compilers_here()
        self.programs = self.tags = self.guarded = 0
        self.complaints = []

    def run(self, seeds, pool):
        source = self.work / "source"
        shutil.rmtree(source, ignore_errors=True)
        source.mkdir(parents=True)
        names = [name for name in pool.map(lambda seed: draw(seed, source), seeds) if name]
        self.tags += len(tag_tree(source, ["."], ALL, seeds[0]))
        tree = GuardedTree(self.build, self.work / "tree", source, {name: ["cc", *FLAGS] for name in names})
        tree.scan()
        tree.instrument()
        tree.in_place_and_back()
        self.programs += len(names)
        self.guarded += sum(entry["outcome"]["coverage"] != "skipped" for entry in tree.entries())
        comparison = Comparison(tree)
        # Each program by one compiler: more programs say more than more compilers do.
        pairs = [(Unit(name, FLAGS, runs=True), self.compilers[i % len(self.compilers)]) for i, name in enumerate(names)]
        verdicts = list(pool.map(lambda pair: comparison.verdict(*pair), pairs))
        self.complaints += tree.complaints
        self.complaints += [f"{v.unit.path}, {v.compiler}: {v.difference or v.refusal}" for v in verdicts if v.difference or not v.taken]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--seeds", type=seeds_of, default=range(1, 201))
    parser.add_argument("--seconds", type=float, help="begin no further batch after this time")
    parser.add_argument("--work", type=pathlib.Path)
    arguments = parser.parse_args()
    if not shutil.which("csmith") or not pathlib.Path("/usr/include/csmith/csmith.h").exists():
        print("skipped: there is no csmith, or no header of it")
        return SKIPPED
    trial = Trial(arguments.build.resolve(), (arguments.work or arguments.build / "e2e/csmith").resolve())
    started = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for first in range(0, len(arguments.seeds), BATCH):
            if trial.complaints or (arguments.seconds and time.monotonic() - started > arguments.seconds):
                break
            trial.run(arguments.seeds[first:first + BATCH], pool)
    for complaint in trial.complaints:
        print(f"\n=== {complaint}")
    print(f"{trial.programs} programs, {trial.tags} tagged functions, {trial.guarded} guarded, {len(trial.complaints)} differences")
    return 1 if trial.complaints or not trial.guarded else 0


if __name__ == "__main__":
    sys.exit(main())
