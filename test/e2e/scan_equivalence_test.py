# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The fast scan writes what --exact writes, byte for byte: over hostile trees made from seeds, over random subsets of their tags,
with any number of jobs, from a warm cache, and after edits. A difference is made small and shown with its seed.

usage: scan_equivalence_test.py BUILD-FOLDER [--seeds A..B] [--seconds N] [--only FEATURE,…] [--findings FOLDER] [--all]
"""
import argparse
import pathlib
import random
import sys
import tempfile
import time

import equivalence
import hostile_tree
from hostile import cases
import tree_edits


def without_some_tags(tree, seed):
    """The tree with the tags of a random part of its files taken out: what is tagged decides what is parsed together."""
    rng = random.Random(f"subset {seed}")
    subset = tree.drop(())
    for path in sorted(tree.files):
        if rng.random() < 0.5:
            lines = subset.files[path].splitlines(keepends=True)
            subset.files[path] = b"".join(line for line in lines if not line.lstrip().startswith(b"// AI-generated"))
    return subset


class Trial:
    """All that is asked of one tree; `failures` has what was not so."""

    def __init__(self, scanner, place, findings):
        self.scanner = scanner
        self.place = place
        self.findings = findings
        self.failures = 0

    def run(self, seed, only):
        tree = hostile_tree.generate(seed, only)
        database = seed % 4 != 3
        self.compare(tree, database, seed, "whole")
        self.compare(without_some_tags(tree, seed), database, seed, "subset")
        if seed % 5 == 0:
            self.compare(tree, not database, seed, "the other way about the database")
        if seed % 3 == 0:
            self.repeat(tree, database, seed)

    def run_case(self, name):
        """One of the trees that are always tried."""
        tree = hostile_tree.of_case(name)
        if difference := self.scanner.difference(self.place.write(tree, True)):
            self.report(tree, True, name, difference)

    def compare(self, tree, database, seed, what):
        if not self.scanner.difference(self.place.write(tree, database)):
            return
        small = equivalence.minimised(tree, lambda tried: bool(self.scanner.difference(self.place.write(tried, database))))
        self.report(small, database, f"seed {seed}, {what}", self.scanner.difference(self.place.write(small, database)))

    def repeat(self, tree, database, seed):
        """Any -j, a warm cache and edits: always what a cold run of the same tree says."""
        folder = self.place.write(tree, database)
        cold = self.scanner.scan(folder)
        for options in (["-j1"], ["-j5"]):
            self.expect(tree, database, f"seed {seed}, {options[0]}", cold, self.scanner.scan(folder, *options))
        for again in ("filling the cache", "from the cache"):
            self.expect(tree, database, f"seed {seed}, {again}", cold, self.scanner.scan(folder, cached=True))
        rng = random.Random(f"edits {seed}")
        for edit in tree_edits.drawn(rng):
            tree = edit(tree, folder, database, rng)
            warm = self.scanner.scan(folder, cached=True)
            self.expect(tree, database, f"seed {seed}, after {edit.__name__}", self.scanner.scan(folder), warm)

    def expect(self, tree, database, what, expected, found):
        if difference := equivalence.diff(expected, found, "a cold run", "this run"):
            self.report(tree, database, what, difference)

    def report(self, tree, database, what, difference):
        self.failures += 1
        where = "with a database" if database else "without a database"
        print(f"\n=== {what}, {where}\n{difference}\n{equivalence.shown(tree)}", flush=True)
        if self.findings:
            folder = pathlib.Path(self.findings, what.replace(" ", "-").replace(",", ""))
            equivalence.Place(folder / "tree").write(tree, database)
            (folder / "difference").write_text(difference)


def seeds_of(text):
    first, last = text.split("..")
    return range(int(first), int(last) + 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--seeds", type=seeds_of, default=range(1, 100000))
    parser.add_argument("--seconds", type=float, help="stop after this time")
    parser.add_argument("--only", type=lambda text: text.split(","))
    parser.add_argument("--findings", type=pathlib.Path)
    parser.add_argument("--all", action="store_true", help="the cases too that the fast scan is known to differ on")
    arguments = parser.parse_args()
    started, done = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(equivalence.Scanner(arguments.build.resolve() / "bin" / "assay"), equivalence.Place(pathlib.Path(folder, "tree")), arguments.findings)
        for name in cases.CASES:
            if arguments.all or name not in cases.TAKEN_FOR_GRANTED:
                trial.run_case(name)
        for seed in arguments.seeds:
            if arguments.seconds and time.monotonic() - started > arguments.seconds:
                break
            trial.run(seed, arguments.only)
            done += 1
    print(f"{done} trees, {trial.failures} differences")
    return 1 if trial.failures or not done else 0


if __name__ == "__main__":
    sys.exit(main())
