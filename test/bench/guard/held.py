# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the guard is held to. A bar is made of a row of this table, and each row has its row in docs/reference/benchmarks.md."""
import bars

# name: (limit, unit). COMPILER is a driver's name, of C++ or of C.
LIMITS = {
    "guard.complete.COMPILER": (1.05, "x"),
    "guard.with-size.COMPILER": (1.05, "x"),
    "guard.size-with-work.COMPILER": (3.0, "ns"),
    "guard.count.COMPILER": (1.0, "ns"),
    "guard.rollout-check.COMPILER": (2.0, "ns"),
    "guard.count-and-errors.COMPILER": (1.0, "ns"),
    "guard.sampled.COMPILER": (1.5, "ns"),
    "guard.default-budget.COMPILER": (1.5, "ns"),
    "guard.switched-off.COMPILER": (0.5, "ns"),
    "guard.with-work.COMPILER": (4.0, "ns"),
    "guard.two-threads.COMPILER": (1.05, "x"),
    "guard.with-reader": (1.01, "x"),
    "guard.budget": (1.0, "%"),
    "guard.slow-not-timed": (0.0, "%"),
    "guard.header.COMPILER": (10.0, "ms"),
    "guard.per-function.COMPILER": (2.0, "ms"),
    "guard.hot-code.COMPILER": (100.0, "bytes"),
    "guard.memory": (2100.0, "bytes"),
}


class Held:
    """The bars of a run, in the order in which they were measured."""

    def __init__(self):
        self.lines = []

    def bar(self, name, value, compiler=None):
        limit, unit = LIMITS[name]
        self.lines.append(bars.line(name.replace("COMPILER", compiler or "COMPILER"), value, unit, limit))
