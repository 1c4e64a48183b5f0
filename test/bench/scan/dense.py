# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Trees where every file is tagged: how time and memory grow when little can be left out."""
import random

import timing

SAMPLE = 8


def every_file(bench):
    bench.title("RocksDB, a tag in every file that the build compiles or includes and that defines a function")
    tree = bench.corpus("rocksdb")
    chooser = tree.chooser("library", bench.seed)
    chosen = chooser.one_per_file(tree.source.sources + tree.source.headers)
    case = tree.case("all-tagged", "library", chooser.tags(chosen))
    bench.progress.say(f"scanning {len(case.tags)} tagged files")
    limit = 60.0 if bench.quick else 1200.0
    single = bench.cold_scan(case, seconds=limit)
    usual = single._replace(words=[word for word in single.words if word != "-j1"], one_core=False)
    runs = {"assay scan": timing.repeated(usual, 3), "assay scan -j1, one core": timing.repeated(single, 3)}
    stopped = any(run.stopped for all_runs in runs.values() for run in all_runs)
    peaks = {name: max(run.peak for run in of) / 1e9 for name, of in runs.items()}
    times = {name: timing.medians(of) for name, of in runs.items()}
    bench.table(["", "seconds", "cpu seconds", "GB", "runs"],
                [[name, times[name].wall, times[name].cpu, peaks[name], len(of)] for name, of in runs.items()])
    if stopped:
        bench.note(f"stopped after {limit:.0f} s: the time is a lower bound, the memory is unknown")
    else:
        bench.note(bench.found(case))
    bench.bar("scan.all-tagged.time", times["assay scan"].wall, "s", 15)
    bench.bar("scan.all-tagged.memory", float("nan") if stopped else max(peaks.values()), "GB", 1.5)


def is_test(path):
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0].endswith("_test")


def figures(run):
    return timing.Figures(run.wall, run.cpu)


def exact_of_all(bench, tree, case, files):
    """What --exact takes, and how that is known: measured, or from a few tagged files less what none would cost."""
    if not bench.quick:
        return figures(timing.run(bench.cold_scan(case, "--exact"))), "measured"
    chooser = tree.chooser("tests", bench.seed, random.Random(bench.seed).sample(files, SAMPLE))
    few = tree.case("tests-sample", "tests", chooser.tags(chooser.one_per_file(tree.source.sources)))
    none = tree.case("tests-untagged", "tests", [])
    idle = timing.medians(timing.repeated(bench.cold_scan(none, "--exact"), 3))
    sample = figures(timing.run(bench.cold_scan(few, "--exact")))
    total = timing.Figures(*(rest + (some - rest) / len(few.tags) * len(case.tags) for rest, some in zip(idle, sample)))
    return total, f"{len(few.tags)} files drawn at random, {sample.wall:.1f} s, stand for {len(case.tags)}"


def tests(bench):
    bench.title("RocksDB's test files, each with a tag, a main and fixtures whose names clash, against --exact")
    tree = bench.corpus("rocksdb")
    files = [path for path in tree.units("tests") if is_test(path)]
    chooser = tree.chooser("tests", bench.seed, files)
    case = tree.case("tests-tagged", "tests", chooser.tags(chooser.one_per_file(tree.source.sources)))
    bench.progress.say(f"scanning {len(case.tags)} tagged test files")
    exact, how = exact_of_all(bench, tree, case, files)
    limit = exact.wall / 5 if bench.quick else 3600.0
    runs = timing.repeated(bench.cold_scan(case, seconds=limit), 3)
    fast = timing.medians(runs)
    stopped = any(run.stopped for run in runs)
    bench.table(["", "seconds", "ratio", "cpu seconds", "ratio", "from"], [
        ["assay scan, one core", fast.wall, 1.0, fast.cpu, 1.0, f"{len(runs)} runs"],
        ["assay scan --exact", exact.wall, exact.wall / fast.wall, exact.cpu, exact.cpu / fast.cpu, how]])
    bench.note("stopped at a fifth of --exact: the ratio is an upper bound" if stopped else bench.found(case))
    bench.bar("scan.tests-against-exact" + (".sampled" if bench.quick else ""), exact.wall / fast.wall, "x", 15,
              at_least=True)
