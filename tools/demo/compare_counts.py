# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares what assay counted with counters that assay knows nothing of (demo_counters.h). Exact, or exit code 1.

Also checks what is known without any counter: with --expect NAME=N the function was called N times.
"""
import argparse
import collections
import json
import pathlib
import sys

ERRORS = "errors of "


def own_counts(folder):
    counts = collections.Counter()
    for path in sorted(folder.glob("*.counts")):
        for line in path.read_text(encoding="utf-8").splitlines():
            number, name = line.split(" ", 1)
            counts[name] += int(number)
    return counts


def assay_counts(table):
    """Calls and errors by name. Two functions of one name would be added up, as in own_counts."""
    counts = collections.Counter()
    for row in table["functions"]:
        counts[row["name"]] += row["calls"]
        counts[ERRORS + row["name"]] += row["errors"] or 0  # null: no end of its calls is seen
    return counts


def compare(own, assay):
    """(name, our counter, assay's) of everything that either counted."""
    names = set(own) | {name for name, count in assay.items() if count}
    return [(name, own[name], assay[name]) for name in sorted(names, key=lambda n: (n.startswith(ERRORS), n))]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=pathlib.Path, required=True, metavar="DIR", help="the counters' folder")
    parser.add_argument("--table", type=pathlib.Path, required=True, metavar="FILE", help="of assay top --once --json")
    parser.add_argument("--at-least", type=int, default=1, metavar="N", help="fewer functions than this is a failure")
    parser.add_argument("--expect", action="append", default=[], metavar="NAME=N")
    options = parser.parse_args()
    table = json.loads(options.table.read_text(encoding="utf-8"))
    rows = compare(own_counts(options.counts), assay_counts(table))
    width = max((len(name) for name, _, _ in rows), default=0)
    print(f"{'function':<{width}} {'own counter':>14} {'assay':>14}")
    for name, own, assay in rows:
        print(f"{name:<{width}} {own:>14} {assay:>14}  {'equal' if own == assay else 'DIFFERENT'}")
    bad = [name for name, own, assay in rows if own != assay]
    if table["lostCalls"] or table["unreadableSegments"]:
        bad.append(f"{table['lostCalls']} lost calls, {table['unreadableSegments']} unreadable segments")
    measured = {name: assay for name, _, assay in rows}
    for expectation in options.expect:
        name, number = expectation.rsplit("=", 1)
        if measured.get(name) != int(number):
            bad.append(f"{name}: {measured.get(name)} calls, not {number}")
        print(f"{name}: {number} calls were asked for, assay counted {measured.get(name)}")
    called = sum(1 for name, own, _ in rows if own and not name.startswith(ERRORS))
    if called < options.at_least:
        bad.append(f"only {called} functions were called, at least {options.at_least} should be")
    print(f"{called} functions compared, {len(bad)} differences" + "".join(f"\n  {text}" for text in bad))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
