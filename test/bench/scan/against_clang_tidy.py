# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A cold scan against clang-tidy with one trivial check over all units: what a check for tags would cost the usual way."""
import random
import statistics

import timing

CHECK = "-checks=-*,misc-unused-alias-decls"
SAMPLE = 12


def tidy_command(bench, case, unit):
    return timing.Command([bench.tools.clang_tidy, "--quiet", CHECK, "-p", case.build, case.source / unit],
                          folder=case.source, accepted=(0, 1))  # 1: the code has an error; it was parsed all the same


def interleaved(bench, case, units, scans):
    """Runs of clang-tidy, one per unit, and of the scan, which are spread evenly among them."""
    scan = bench.cold_scan(case)
    tidy, assay = [], [timing.run(scan, case.folder / "assay.log")]
    every = max(1, len(units) // max(1, scans - 1))
    for done, unit in enumerate(units, 1):
        bench.progress.count("clang-tidy, unit by unit", done, len(units))
        tidy.append(timing.run(tidy_command(bench, case, unit), case.folder / "clang-tidy.log"))
        if done % every == 0 and sum(run.wall for run in assay) + assay[-1].wall < 60:
            assay.append(timing.run(scan, case.folder / "assay.log"))
    return tidy, assay


def over_all(runs, count):
    """What `count` units take when these are a sample of them."""
    return timing.Figures(*(statistics.mean(column) * count for column in zip(*((r.wall, r.cpu) for r in runs))))


def compared(bench, name, sampled):
    """Ratio of the two over a corpus with 50 tags; prints the rows that it comes from."""
    case = bench.spread_case(name)
    bench.progress.say(f"{name}: {len(case.tags)} tags, cold, against clang-tidy")
    units = case.units
    if sampled:
        units = random.Random(bench.seed).sample(units, min(SAMPLE, len(units)))
    tidy, assay = interleaved(bench, case, units, 5)
    total, scan, how = over_all(tidy, len(case.units)), timing.medians(assay), f"all {len(units)} units"
    if len(units) < len(case.units):
        error = statistics.stdev(run.wall for run in tidy) / len(tidy) ** 0.5 * len(case.units)
        how = f"{len(units)} units drawn at random stand for {len(case.units)}, +-{error:.0f} s"
    bench.table(["", "seconds", "ratio", "cpu seconds", "ratio", "from"], [
        ["assay scan, one core", scan.wall, 1.0, scan.cpu, 1.0, f"median of {len(assay)} runs"],
        ["clang-tidy, one check", total.wall, total.wall / scan.wall, total.cpu, total.cpu / scan.cpu, how]])
    bench.note(bench.found(case))
    return total.wall / scan.wall


def cold(bench):
    bench.title("RocksDB, 50 tags in 46 files, nothing cached, against clang-tidy over all units, both on one core")
    ratio = compared(bench, "rocksdb", bench.quick)
    name = "scan.cold-against-clang-tidy" + (".sampled" if bench.quick else "")
    bench.bar(name, ratio, "x", 250, at_least=True)
    if not bench.quick:
        same_as_exact(bench, bench.spread_case("rocksdb"))


def same_as_exact(bench, case):
    """Speed counts only when the answer is the same."""
    output = case.folder / "assay.yaml"
    fast = output.read_bytes()
    exact = timing.run(bench.cold_scan(case, "--exact"), case.folder / "assay.log")
    same = output.read_bytes() == fast
    bench.note(f"--exact takes {exact.wall:.1f} s and writes {'the same bytes' if same else 'OTHER BYTES'}")
    bench.bar("scan.differs-from-exact", 0.0 if same else 1.0, "files", 0)


def others(bench):
    for name, what in (("libuv", "C"), ("leveldb", "C++11, a small tree")):
        bench.title(f"{name} ({what}), 50 tags, the same comparison (no bar)")
        compared(bench, name, sampled=True)
