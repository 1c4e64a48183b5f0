# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the benchmark is doing, on standard error: one line that changes on a terminal, now and then a line in a log."""
import sys
import time

EVERY = 10  # seconds between two lines in a log


class Progress:
    def __init__(self, stream=sys.stderr):
        self.stream = stream
        self.terminal = stream.isatty()
        self.last = 0.0

    def say(self, text):
        """A step begins."""
        self.clear()
        self.stream.write(f"-- {text}\n")
        self.stream.flush()
        self.last = time.monotonic()

    def count(self, title, done, total):
        now = time.monotonic()
        if self.terminal:
            self.stream.write(f"\r\033[K   {title}: {done}/{total}")
        elif now - self.last >= EVERY:
            self.last = now
            self.stream.write(f"   {title}: {done}/{total}\n")
        self.stream.flush()

    def clear(self):
        if self.terminal:
            self.stream.write("\r\033[K")
            self.stream.flush()
