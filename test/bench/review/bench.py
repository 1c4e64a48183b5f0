# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tools/dev bench review: what `assay review` finds of faults that are planted and of weeks in which nothing changed, and what it costs
over four weeks of 5,000 functions. docs/reference/benchmarks.md says what each bar is.

The weeks are those of test/e2e/review_history.cpp, the faults those of test/e2e/review_faults.py. All numbers but times and memory come from
seeds. Exit codes: 0 measured, whatever the bars say; 1 a measured program failed.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "e2e"))
sys.path.insert(0, str(HERE.parent / "scan"))
import bars  # noqa: E402  pylint: disable=wrong-import-position
import review_faults as faults  # noqa: E402  pylint: disable=wrong-import-position

CODES = ("more-errors", "more-of-kind", "slower", "slower-median", "slower-tail", "keeps-more", "allocates-more", "fails-often", "inputs-fail", "steep-growth")
NEVER = "neverCalled"
MANIFEST = f"""assay: 1
functions:
  - id: "0x00000000000000ff"
    name: {NEVER}
    kind: function
    linkage: external
    file: src/app.cc
    lines: 200-202
    body: 200:20-202:1
    tag-at: 199
    tag: generated
    model: GPT-4
...
"""


def options():
    parser = argparse.ArgumentParser(prog="tools/dev bench review", description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--seeds", type=int, default=50, help="weeks with faults, and as many without")
    parser.add_argument("--functions", type=int, default=5000, help="of the large history; 0 leaves it out")
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="folder of the built programs")
    parser.add_argument("--llvm", help="as all benchmarks are told; nothing depends on it here")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for the histories")
    return parser.parse_args()


def run(command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}\n{done.stderr}")
    return done.stdout


def reviewed(chosen, seed, *more):
    """Codes by function of one pair of weeks, with what was never called."""
    file = chosen.work / f"{seed}{''.join(more)}.db"
    run([chosen.programs / "review_history", file, seed, *more])
    text = run([chosen.programs / "assay", "review", "--history", file, "--manifest", chosen.work / "assay.yaml", "--until", faults.END, "--json"])
    for made in chosen.work.glob(file.name + "*"):
        made.unlink()
    review = json.loads(text)
    found = {f["name"]: {finding["code"] for finding in f["findings"]} for f in review["functions"]}
    return found, [f["name"] for f in review["coverage"]["neverCalled"]]


def all_reviewed(chosen, *more):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda seed: reviewed(chosen, seed, *more), range(1, chosen.seeds + 1)))


def confusion(runs):
    """How many runs have each finding, function by function; what is planted stands in brackets."""
    counts = collections.Counter((name, code) for found, _ in runs for name, codes in found.items() for code in codes)
    lines = [f"{'':20}" + "".join(f"{code:>15}" for code in CODES)]
    for name in (*faults.PLANTED, *faults.HEALTHY):
        cells = ""
        for code in CODES:
            count = counts[name, code]
            cell = f"[{count}]" if code in faults.PLANTED.get(name, ()) else f"{count} " if count else ". "
            cells += f"{cell:>15}"
        lines.append(f"{name:20}" + cells)
    never = sum(NEVER in names for _, names in runs)
    return "\n".join([*lines, f"{NEVER:20} listed as never called by {never} of {len(runs)}"])


def functions_judged(runs):
    """True and false positives and negatives: a function is positive when something is planted in it."""
    table = collections.Counter()
    for found, _ in runs:
        for name, codes in found.items():
            planted = name in faults.PLANTED
            said = not faults.missed(name, codes) if planted else bool(faults.blamed(name, codes))
            table[planted, said] += 1
    return table


def with_faults(chosen):
    runs = all_reviewed(chosen)
    table = functions_judged(runs)
    missed = [(seed, name, code) for seed, (found, _) in enumerate(runs, 1) for name, codes in found.items() for code in faults.missed(name, codes)]
    blamed = [(seed, name, code) for seed, (found, _) in enumerate(runs, 1) for name, codes in found.items() for code in faults.blamed(name, codes)]
    unlisted = sum(NEVER not in names for _, names in runs)
    print(f"Weeks with planted faults, {len(runs)} seeds: how many reviews have each finding; [planted]\n\n{confusion(runs)}\n")
    print(f"{'':20}{'found':>10}{'not found':>12}\n{'planted':20}{table[True, True]:>10}{table[True, False]:>12}\n"
          f"{'healthy':20}{table[False, True]:>10}{table[False, False]:>12}\n")
    print(f"missed: {missed or 'nothing'}\nblamed: {blamed or 'nothing'}\n", flush=True)
    return [bars.line("review.missed", len(missed) + unlisted, "findings", 0), bars.line("review.blamed", len(blamed), "findings", 0)]


def without_change(chosen):
    """Weeks like those before. What is fragile in both is said, and no alarm."""
    runs = all_reviewed(chosen, "quiet")
    alarms = [(seed, name, sorted(codes - faults.LASTING)) for seed, (found, _) in enumerate(runs, 1) for name, codes in found.items()
              if codes - faults.LASTING or (name not in faults.PLANTED and codes)]
    seeds = {seed for seed, _, _ in alarms}
    print(f"Weeks in which nothing changed, {len(runs)} seeds: a false alarm in {len(seeds)}: {alarms or 'nothing'}\n", flush=True)
    return [bars.line("review.false-alarms", 100 * len(seeds) / len(runs), "%", 5)]


def measured(command):
    """Wall seconds and megabytes at most of one run."""
    start = time.monotonic()
    with subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_maxrss / 1000, usage.ru_utime + usage.ru_stime


def of_many_functions(chosen):
    history, page = chosen.work / f"large-{chosen.functions}.db", chosen.work / "large.html"
    if not history.exists():
        run([chosen.programs / "review_bench", history, chosen.functions])
    command = [chosen.programs / "assay", "review", "--history", history, "--manifest", chosen.work / "assay.yaml", "--since", "14d", "--until", faults.END]
    rows = [("text", *measured(command)), ("JSON", *measured([*command, "--json"])), ("page", *measured([*command, "--output", f"html={page}"]))]
    print(f"Four weeks of {chosen.functions} functions, {history.stat().st_size / 1e6:.0f} MB, half of them against the other half")
    for name, wall, memory, processor in rows:
        print(f"  {name:6}{wall:8.2f} s wall {processor:8.2f} s of a core {memory:8.0f} MB")
    print(f"  {page} has {page.stat().st_size / 1e6:.2f} MB\n")
    return [bars.line("review.time", max(row[1] for row in rows), "s", 5), bars.line("review.memory", max(row[2] for row in rows), "MB", 500),
            bars.line("review.page", page.stat().st_size / 1e6, "MB", 3)]


def main():
    chosen = options()
    chosen.programs, chosen.work = chosen.programs.resolve(), chosen.work.resolve()
    chosen.work.mkdir(parents=True, exist_ok=True)
    (chosen.work / "assay.yaml").write_text(MANIFEST, encoding="utf-8")
    lines = with_faults(chosen) + without_change(chosen)
    if chosen.functions:
        lines += of_many_functions(chosen)
    print("\n".join(lines))


main()
