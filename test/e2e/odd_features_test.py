# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Small files that are each odd in one feature of C or C++, with every function tagged: whatever a compiler takes without guards
it takes with them, without a new warning, and a program prints the same and ends the same. `--strip` gives the bytes back.

A folder of test/corpus/odd is a standard (c89, gnu17, cxx20). A file's first line says what is odd. A line that begins
`with:` in the comments at its top has flags for it, `exit N` and `arguments …`. A file that names main is run.

usage: odd_features_test.py BUILD-FOLDER [--corpus FOLDER] [--work FOLDER] [--include FOLDER] [--only TEXT] [--seconds N] [--refusals] [--short]
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import re
import sys
import time

from before_and_after import Comparison, Unit
from compilers import compilers_here
from guarded_tree import ROOT, GuardedTree

STANDARDS = {"c17": "c17", "c23": "c2x", "gnu23": "gnu2x", "cxx98": "c++98", "cxx20": "c++20", "cxx23": "c++2b", "cxx26": "c++2c"}
WITH = re.compile(r"^(?://|/\*| \*) with: (.*?)(?:\s*\*/)?\s*$", re.M)
HEADER_LINES = 4


def flags_of_folder(name):
    """c89 -> -std=c89, cxx11 -> -std=c++11, gnuxx17 -> -std=gnu++17."""
    return [f"-std={STANDARDS.get(name, name.replace('xx', '++'))}"]


def unit_of(corpus, path):
    text = (corpus / path).read_bytes().decode("utf-8", "replace")
    top = "\n".join(line.rstrip("\r").lstrip("\ufeff") for line in text.split("\n")[:HEADER_LINES])
    said = WITH.search(top)
    words = said[1].split() if said else []
    unit = Unit(path, flags_of_folder(pathlib.PurePath(path).parts[0]), runs=re.search(r"\bmain\b", text) is not None)
    while words:
        word = words.pop(0)
        if word == "exit":
            unit.exit_code = int(words.pop(0))
        elif word == "arguments":
            unit.arguments, words = tuple(words), []
        else:
            unit.flags.append(word)
    return unit


def units_of(corpus, only):
    paths = sorted(p.relative_to(corpus).as_posix() for p in corpus.glob("*/*") if p.suffix in (".c", ".cpp"))
    return [unit_of(corpus, path) for path in paths if only in path]


def table_of_outcomes(entries):
    counts = collections.Counter(outcome_of(entry) for entry in entries)
    for what, count in sorted(counts.items(), key=lambda row: (row[0] != "full", -row[1], row[0])):
        print(f"  {count:5}  {100 * count / len(entries):5.1f} %  {what}")


def outcome_of(entry):
    outcome = entry.get("outcome", {})
    return outcome.get("coverage", "no outcome") + (f": {outcome['code']}" if "code" in outcome else "")


def table_of_compilers(verdicts):
    by = collections.defaultdict(list)
    for verdict in verdicts:
        by[verdict.compiler].append(verdict)
    for name, of in by.items():
        taken = [v for v in of if v.taken]
        print(f"  {name:10} {len(of):4} files, takes {len(taken)}, {sum(v.compared for v in taken)} have guards, "
              f"{sum(v.unit.runs and v.compared for v in taken)} of those were run, {sum(bool(v.difference) for v in of)} differ")


def complaints_about(tree, units, verdicts, entries):
    """Also about the corpus: a file that no compiler takes, or of which no tag was found, tests nothing."""
    yield from tree.complaints
    for verdict in verdicts:
        if verdict.difference:
            yield f"{verdict.unit.path}, {verdict.compiler}: {verdict.difference}"
    taken = {v.unit.path for v in verdicts if v.taken}
    tagged = {entry["file"] for entry in entries}
    for unit in units:
        if unit.path not in taken:
            yield f"{unit.path}: no compiler here takes it\n" + "".join(v.refusal for v in verdicts if v.unit is unit)
        if unit.path not in tagged:
            yield f"{unit.path}: the manifest has nothing of it"


def verdicts_of(comparison, unit, compilers, first_that_takes_it):
    """By all the compilers, or by them until one takes the file."""
    verdicts = []
    for compiler in compilers:
        verdicts.append(comparison.verdict(unit, compiler))
        if first_that_takes_it and verdicts[-1].taken:
            break
    return verdicts


def compare_all(tree, units, compilers, arguments):
    comparison = Comparison(tree, arguments.seconds)
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        beside = pool.submit(tree.in_place_and_back)
        turns = [compilers[number % len(compilers):] + compilers[:number % len(compilers)] for number in range(len(units))]
        verdicts = list(pool.map(lambda unit, turn: verdicts_of(comparison, unit, turn, arguments.short), units, turns))
        beside.result()
    return [verdict for of_unit in verdicts for verdict in of_unit]


def run(arguments):
    started = time.monotonic()
    units = units_of(arguments.corpus, arguments.only)
    compilers = compilers_here()
    commands = {u.path: [compilers[0].program_for(u.path), *u.flags] for u in units}
    tree = GuardedTree(arguments.build, arguments.work, arguments.corpus, commands, arguments.include)
    tree.scan()
    tree.instrument()
    entries = [e for e in tree.entries() if arguments.only in e["file"]]
    verdicts = compare_all(tree, units, compilers, arguments)
    complaints = list(complaints_about(tree, units, verdicts, entries))
    if arguments.refusals:
        for verdict in verdicts:
            if not verdict.taken:
                print(f"{verdict.unit.path}, {verdict.compiler} does not take it: {verdict.refusal.strip().splitlines()[:3]}")
    print(f"{len(entries)} tagged functions in {len(units)} files:")
    table_of_outcomes(entries)
    table_of_compilers(verdicts)
    for complaint in complaints:
        print(f"\n=== {complaint}")
    print(f"\n{len(complaints)} breaks, {time.monotonic() - started:.0f} s")
    return 1 if complaints or not entries else 0


def main(words):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--corpus", type=pathlib.Path, default=ROOT / "test/corpus/odd")
    parser.add_argument("--work", type=pathlib.Path, help="default: e2e/odd in the build folder; emptied first")
    parser.add_argument("--include", type=pathlib.Path, default=ROOT / "lib/runtime/include", help="the headers of the guards")
    parser.add_argument("--only", default="", help="files with that text in their path")
    parser.add_argument("--seconds", type=float, default=60, help="a program that runs longer hangs")
    parser.add_argument("--refusals", action="store_true", help="say why a compiler does not take a file")
    parser.add_argument("--short", action="store_true", help="each file by one compiler, in turn")
    arguments = parser.parse_args(words)
    arguments.work = arguments.work or arguments.build / "e2e/odd"
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
