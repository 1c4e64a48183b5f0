# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The C and C++ compilers of this machine, and what one says about a file in a form that can be compared."""
import collections
import dataclasses
import os
import re
import shutil
import subprocess

PAIRS = (("gcc", "g++"), ("clang-22", "clang++-22"), ("clang-19", "clang++-19"), ("clang-17", "clang++-17"), ("clang-14", "clang++-14"))
WARNING = re.compile(r"^(?:In file included from )?(?P<file>[^\s:][^:\n]*):(?P<line>\d+):(?:\d+:)? warning: (?P<text>.*)$", re.M)
COLUMN = re.compile(r"(:\d+):\d+\b")
SECONDS = 120


@dataclasses.dataclass(frozen=True)
class Compiler:
    name: str  # "gcc 12"
    c: str
    cxx: str

    def program_for(self, path):
        return self.c if str(path).endswith(".c") else self.cxx


@dataclasses.dataclass
class Said:
    code: int  # negative: ended by that signal
    output: str
    warnings: collections.Counter  # without columns: an insertion moves those and nothing else


def run(command, folder, seconds=SECONDS, **environment):
    """Never raises for an exit code, and not for one that hangs either: that is a result, too."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, cwd=folder, env={**os.environ, "LC_ALL": "C", **environment}, capture_output=True, text=True,
                              errors="replace", check=False, timeout=seconds, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(words, 124, "", f"still running after {seconds} s\n")
    return done


def version_of(program):
    done = run([program, "-dumpversion"], ".")
    return done.stdout.strip().split(".")[0] if done.returncode == 0 else ""


def compilers_here(pairs=PAIRS):
    """One per family and version."""
    here = {}
    for c, cxx in pairs:
        if shutil.which(c) and shutil.which(cxx):
            name = f"{c.split('-')[0]} {version_of(c)}"
            here.setdefault(name, Compiler(name, c, cxx))
    return list(here.values())


def said_by(done):
    found = ((m["file"], m["line"], COLUMN.sub(r"\1", m["text"])) for m in WARNING.finditer(done.stderr))
    return Said(done.returncode, done.stdout + done.stderr, collections.Counter(found))
