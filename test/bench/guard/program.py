# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs guard_bench, each mode in a segment folder of its own, and reads what it prints. Every call is timed unless a budget
is given."""
import os
import pathlib
import subprocess
import tempfile

MEMORY = "/dev/shm"  # where segments lie by default: a disk would be another benchmark


class Failed(Exception):
    """A program that was to be measured did not do its work."""


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, *words, before=(), budget="off", **settings):
        """Runs a mode to its end; `before` are the words that go before the program's name."""
        command = [str(word) for word in (*before, self.path, *words)]
        with tempfile.TemporaryDirectory(dir=MEMORY if pathlib.Path(MEMORY).is_dir() else None) as folder:
            done = subprocess.run(command, env={**os.environ, "ASSAY_DIR": folder, "ASSAY_BUDGET": budget}, text=True, check=False, **settings)
        if done.returncode != 0:
            raise Failed(f"exit code {done.returncode} of: {' '.join(command)}\n{done.stderr or ''}")
        return done.stdout

    def figures(self, *words, before=(), budget="off"):
        """What a mode prints, as {name: [numbers]} in its order."""
        return read_figures(self.run(*words, before=before, budget=budget, stdout=subprocess.PIPE, stderr=subprocess.PIPE))


def read_figures(text):
    return {words[0]: [float(word) for word in words[1:]] for words in map(str.split, text.splitlines()) if words}
