# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs programs and measures them: wall time and peak memory of one run, medians of many that take turns."""
import os
import statistics
import subprocess
import threading
import time
import typing

QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}


class Command(typing.NamedTuple):
    words: list
    folder: object = None
    accepted: tuple = (0,)  # exit codes that a measure may have
    one_core: bool = True
    seconds: float = 3600.0  # stopped after
    removed: tuple = ()  # files that are taken away before each run


class Run(typing.NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds that the child used; says what a busy machine hides
    peak: int  # bytes
    stopped: bool  # by us, for its time: `wall` is a lower bound


class Failed(Exception):
    """A program that was to be measured did not do its work."""


def one_core():
    return {min(os.sched_getaffinity(0))}


def start(command, log):
    """The child inherits the affinity that its parent has for this moment; no launcher stands in the time."""
    everything = os.sched_getaffinity(0)
    if command.one_core:
        os.sched_setaffinity(0, one_core())
    try:
        return subprocess.Popen([str(word) for word in command.words], cwd=command.folder, stderr=log, **QUIET)
    finally:
        os.sched_setaffinity(0, everything)


def waited(child, seconds):
    """Exit code, resources, and whether the child had to be stopped."""
    stopped = threading.Event()

    def stop():
        stopped.set()
        child.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        _, status, usage = os.wait4(child.pid, 0)
    finally:
        timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage, stopped.is_set()


def run(command, log_path=os.devnull):
    """One run. The child's standard error goes to the log; it is no terminal, so that nobody draws progress."""
    for path in command.removed:
        path.unlink(missing_ok=True)
    with open(log_path, "wb") as log:
        begin = time.perf_counter()
        child = start(command, log)
        try:
            usage, stopped = waited(child, command.seconds)
        except KeyboardInterrupt:
            child.kill()
            raise
        wall = time.perf_counter() - begin
    if not stopped and child.returncode not in command.accepted:
        words = " ".join(str(word) for word in command.words)
        raise Failed(f"exit code {child.returncode} of: {words}\n  in {command.folder or os.getcwd()}, its words: {log_path}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, stopped)


def repeated(command, times, budget=20.0):
    """Runs until there are enough or the budget of seconds is spent; at least one."""
    runs = []
    while not runs or (len(runs) < times and sum(r.wall for r in runs) < budget):
        runs.append(run(command))
    return runs


class Figures(typing.NamedTuple):
    wall: float
    cpu: float


def medians(runs):
    return Figures(statistics.median(r.wall for r in runs), statistics.median(r.cpu for r in runs))


def least(runs):
    """What disturbs a run only adds to it: where a few ms between runs of seconds are to be seen, the least is the figure."""
    return Figures(min(r.wall for r in runs), min(r.cpu for r in runs))


def taking_turns(commands, times, budget=20.0):
    """Medians of commands that run in turn, so that what disturbs the machine disturbs all of them. The first round
    warms up, and is all there is when it alone spends the budget."""
    begin = time.perf_counter()
    rounds = [[run(command) for command in commands]]
    if time.perf_counter() - begin < budget:
        rounds = []
        while len(rounds) < 3 or (len(rounds) < times and time.perf_counter() - begin < budget):
            rounds.append([run(command) for command in commands])
    return [medians(column) for column in zip(*rounds)]
