# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What is no row of the table: the guard beside a reader, the truth of its times, calls from cold caches, memory."""
import statistics

SITES = 4000
THREADS = 8


def reader(run):
    run.progress.say("the guard while its segment is read")
    ways = run.program.figures("reader")
    alone = ways["alone"][0]
    run.title("A guard in a tight loop while another thread takes snapshots")
    run.table(["snapshots", "ns per call", "to the guard alone", "snapshots per slice of 25 ms"],
              [[name, value, value / alone, count] for name, (value, count) in ways.items()])
    run.note("alone-again is the same as alone: as far as its ratio is from 1, the others cannot be trusted")
    run.held.bar("guard.with-reader", ways["every-10-ms"][0] / alone)


BUDGET = "1%"
NEXT_TO_NOTHING = "0.0001%"  # as good as counting alone
TURNS = 11


def budget(run):
    """What timing adds to counting, by runs of the program that take turns."""
    turns = {share: [] for share in (NEXT_TO_NOTHING, BUDGET)}
    run.progress.say("functions under a budget")
    for turn in range(TURNS):
        run.progress.count("turns", turn, TURNS)
        for share, runs in turns.items():
            runs.append(run.program.figures("budget", budget=share))
    middle = {(share, name, i): statistics.median(figures[name][i] for figures in runs)
              for share, runs in turns.items() for name in ("five-ns", "ten-us") for i in (0, 1)}
    added = {name: middle[BUDGET, name, 0] / middle[NEXT_TO_NOTHING, name, 0] - 1 for name in ("five-ns", "ten-us")}
    run.title(f"A budget of {BUDGET} for timing, beside as good as none: medians of {TURNS} runs that took turns")
    run.table(["", "ns, counted", "ns, with the budget", "timing adds, %", "not timed, %"],
              [[name, middle[NEXT_TO_NOTHING, name, 0], middle[BUDGET, name, 0], f"{added[name] * 100:.2f}",
                f"{middle[BUDGET, name, 1] * 100:.2f}"] for name in added])
    run.held.bar("guard.budget", added["five-ns"] * 100)
    run.held.bar("guard.slow-not-timed", middle[BUDGET, "ten-us", 1] * 100)


def accuracy(run):
    run.progress.say("what guards say a body takes")
    run.title("Bodies of known length, and the mean that the guard shows: ns per call")
    run.table(["multiplications", "takes", "shown", "off by"],
              [[name, takes, shown, f"{shown - takes:+.1f}"] for name, (takes, shown) in run.program.figures("accuracy").items()])


def cold(run):
    run.progress.say("calls from cold caches")
    calls = run.program.figures("cold")
    run.title("One call between fences, when all is cached and when nothing is: ns")
    run.table(["", "warm", "cold"], [[name, *values] for name, values in calls.items()])
    run.note(f"from cold caches a guard costs {calls['guard'][1] - calls['two-time-stamps'][1]:.0f} ns more than two time stamps")


def per_site_and_thread(figures, what):
    """What grows with sites and threads together; what grows with one of them alone drops out."""
    both, sites, threads, neither = (figures[key][what][0] for key in
                                     ((SITES, THREADS), (SITES, 1), (1, THREADS), (1, 1)))
    return (both - threads - sites + neither) / ((SITES - 1) * (THREADS - 1))


def memory(run):
    figures = {(sites, threads): run.program.figures("memory", sites, threads)
               for sites in (1, SITES) for threads in (1, THREADS)}
    file, private = (per_site_and_thread(figures, what) for what in ("file", "private"))
    layout = figures[(1, 1)]["layout"][0]
    run.title("Memory per site and thread that meets it: bytes")
    run.table(["", "bytes"], [["a shard, by the layout", layout], ["measured: the segment's file", file],
                              ["measured: other memory of the process", private]])
    run.note(f"growth from 1 to {SITES} sites on 1 and on {THREADS} threads; whole pages, so that the last digit is chance")
    run.held.bar("guard.memory", file + private)
