# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The table of prices: rows are named FAMILY/ROW, a family is a compiler, the peers, or what is rare. The same table holds
times and instruction counts."""
import json
import pathlib
import tempfile


NOT_COMPILERS = ("peer", "rare")
REFERENCE = "g++"


class Prices:
    """Values per call by the row's full name."""

    def __init__(self, values, clock="the counter"):
        self.values = values
        self.clock = clock  # of the guards, and of the rows that they are held against

    def families(self):
        return list(dict.fromkeys(name.split("/")[0] for name in self.values))

    def compilers(self):
        return [family for family in self.families() if family not in NOT_COMPILERS]

    def rows_of(self, *families):
        return list(dict.fromkeys(name.split("/", 1)[1] for name in self.values if name.split("/")[0] in families))

    def of(self, family, row):
        """NaN, which no bar lets pass, when it was not measured."""
        return self.values.get(f"{family}/{row}", float("nan"))

    def ratio(self, family, row, to):
        return self.of(family, row) / self.of(family, to)

    def above(self, family, row, base):
        return self.of(family, row) - self.of(family, base)


def read_times(text):
    """Median processor nanoseconds, and the largest coefficient of variation with its row."""
    found = json.loads(text)
    runs = [run for run in found["benchmarks"] if run.get("run_type") == "aggregate"]
    runs.sort(key=lambda run: (run["family_index"], run["per_family_instance_index"]))  # as added, not as drawn
    medians = {name_of(run): run["cpu_time"] for run in runs if run["aggregate_name"] == "median"}
    noise = [(run["cpu_time"], name_of(run)) for run in runs if run["aggregate_name"] == "cv"]
    return Prices(medians, found["context"]["assay_clock"]), max(noise, default=(0.0, "nothing"))


def name_of(run):
    """As the row was added, with the number of threads where it is measured on one and on two."""
    return run["run_name"].replace("/process_time", "").replace("-per-thread/threads:", "-threads-")


def print_prices(out, prices, unit):
    compilers = prices.compilers()
    out.title(f"Functions with a guard and without: {unit} per call, the call and its loop among them")
    out.table([unit, *compilers], [[row, *(prices.of(compiler, row) for compiler in compilers)]
                                   for row in prices.rows_of(*compilers)])
    print_peers(out, prices, unit)
    out.title(f"What is rare: {unit} each")
    out.table(["", unit], [[row, prices.of("rare", row)] for row in prices.rows_of("rare")])


def print_peers(out, prices, unit):
    stamps, empty, guard = (prices.of(REFERENCE, row) for row in ("two-time-stamps", "empty", "guard"))
    rows = [["guard", guard], *([row, prices.of("peer", row)] for row in prices.rows_of("peer"))]
    out.title(f"The same empty function, measured by other means: {unit} per call")
    out.table(["", unit, "above empty", "to two time stamps"],
              [[row, value, value - empty, value / stamps] for row, value in rows])


def measured(run, *words, budget="off"):
    """Google Benchmark's own output goes to a file; the medians of all rows come back."""
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder) / "times.json"
        run.program.run("times", f"--benchmark_out={output}", "--benchmark_out_format=json", *run.words, *words,
                        budget=budget, stdout=run.log, stderr=run.log)
        return read_times(output.read_text(encoding="utf-8"))


def times(run):
    run.progress.say("times of all rows, interleaved")
    prices, (noise, row) = measured(run)
    print_prices(run, prices, "ns")
    run.note(f"a time stamp is a reading of {prices.clock}, which is what guards read on this machine")
    run.note(f"medians of processor time; the repetitions of {row} vary most, by {noise * 100:.1f} %")
    hold(run.held, prices)


def sampled(run):
    """The same rows where few calls are timed, because they come as fast as they can."""
    run.progress.say("a tight loop with the default budget")
    prices, _ = measured(run, "--benchmark_filter=/(empty|guard|guard-with-size)$", budget="1%")
    run.title("The same with a budget of 1 %: every call is counted, some are timed; ns per call")
    run.table(["ns", *prices.compilers()], [[row, *(prices.of(compiler, row) for compiler in prices.compilers())]
                                            for row in prices.rows_of(*prices.compilers())])
    for compiler in prices.compilers():
        run.held.bar("guard.default-budget.COMPILER", prices.above(compiler, "guard", "empty"), compiler)


def hold(held, prices):
    for compiler in prices.compilers():
        held.bar("guard.complete.COMPILER", prices.ratio(compiler, "guard", "two-time-stamps"), compiler)
        held.bar("guard.with-size.COMPILER", prices.ratio(compiler, "guard-with-size", "two-time-stamps"), compiler)
        held.bar("guard.size-with-work.COMPILER", prices.above(compiler, "work-guard-with-size", "work-guard"), compiler)
        held.bar("guard.count.COMPILER", prices.above(compiler, "count", "empty"), compiler)
        held.bar("guard.count-and-errors.COMPILER", prices.above(compiler, "guard-1-in-1024", "empty"), compiler)
        held.bar("guard.sampled.COMPILER", prices.above(compiler, "guard-1-in-256", "empty"), compiler)
        held.bar("guard.rollout-check.COMPILER", prices.above(compiler, "rollout-draw", "guard"), compiler)
        held.bar("guard.switched-off.COMPILER", prices.above(compiler, "switched-off", "empty"), compiler)
        held.bar("guard.with-work.COMPILER", prices.above(compiler, "work-guard", "work-two-time-stamps"), compiler)
        held.bar("guard.two-threads.COMPILER", prices.ratio(compiler, "guard-threads-2", "guard-threads-1"), compiler)
