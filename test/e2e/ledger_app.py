# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The way of test/e2e/apps/ledger from its source to numbers, one method per step, each in a folder of the test's own.

Steps return what the program printed and its exit code; what a step must do is for the tests to say.
"""
import json
import os
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COUNTERS = ROOT / "tools/demo"
WARNINGS = ["-Wall", "-Wextra", "-Wshadow", "-Wconversion", "-Wno-sign-conversion", "-Werror"]
UNITS = ["main.cpp", "ledger.cpp", "checksum.c"]


def run(command, folder, **environment):
    """Never raises for an exit code; a command that hangs fails the test by its own time limit."""
    return subprocess.run([str(word) for word in command], cwd=folder, env={**os.environ, **environment},
                          capture_output=True, text=True, check=False, timeout=600)


def bytes_below(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class LedgerApp:
    def __init__(self, build, folder):
        self.assay = pathlib.Path(build) / "bin/assay"
        self.build = pathlib.Path(build)
        self.folder = pathlib.Path(folder)
        self.source = self.folder / "source"
        self.guarded = self.folder / "guarded"
        self.segments = self.folder / "segments"
        self.counts = self.folder / "counts"
        self.runtime = self.folder / "runtime"
        self.manifest = self.source / "assay.yaml"
        shutil.copytree(HERE / "apps/ledger", self.source)
        self.write_database()

    def write_database(self):
        """What CMake would write: one command per unit, with the header of the counters."""
        rows = [{"directory": str(self.source), "file": unit, "arguments": [*self.compiler_of(unit, "c++", "cc"),
                 "-c", unit]} for unit in UNITS]
        self.folder.joinpath("database").mkdir()
        self.folder.joinpath("database/compile_commands.json").write_text(json.dumps(rows), encoding="utf-8")

    def compiler_of(self, unit, cxx, cc):
        start = [cc, "-std=c99"] if unit.endswith(".c") else [cxx, "-std=c++17"]
        return [*start, *WARNINGS, "-O2", "-include", str(COUNTERS / "demo_counters.h")]

    def call(self, *arguments):
        return run([self.assay, *arguments], self.source)

    def scan(self, *more):
        return self.call("scan", "-p", self.folder / "database", *more)

    def instrument(self, *more):
        return self.call("instrument", "-p", self.folder / "database", "--out", self.guarded, *more)

    def install_runtime(self):
        done = run(["cmake", "--install", self.build, "--component", "runtime", "--prefix", self.runtime], self.folder)
        assert done.returncode == 0, done.stderr

    def compile(self, tree, program, cxx="c++", cc="cc"):
        """Compiles and links by hand, as a Makefile would. The first step that fails, or the last one."""
        objects = []
        guards = [f"-I{self.runtime}/include"] if tree == self.guarded else []
        for unit in UNITS:
            objects.append(self.folder / f"{program}-{unit}.o")
            done = run([*self.compiler_of(unit, cxx, cc), *guards, "-c", unit, "-o", objects[-1]], tree)
            if done.returncode != 0:
                return done
        objects.append(self.folder / f"{program}-counters.o")
        done = run([cc, "-O2", "-c", COUNTERS / "demo_counters.c", "-o", objects[-1]], self.folder)
        if done.returncode != 0:
            return done
        libraries = [f"-L{self.runtime}/lib", "-lassay_runtime"] if guards else []
        return run([cxx, *objects, "-o", self.folder / program, *libraries, "-pthread"], self.folder)

    def start(self, program, *arguments):
        for folder in (self.segments, self.counts):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        return run([self.folder / program, *arguments], self.folder, ASSAY_DIR=str(self.segments),
                   DEMO_COUNTS=str(self.counts))

    def top(self, *more):
        return self.call("top", "--once", "--segments", self.segments, *more)

    def compare(self, *more):
        """The demo's own comparison, which knows nothing of these tests."""
        table = self.folder / "top.json"
        table.write_text(self.top("--json").stdout, encoding="utf-8")
        return run(["python3", COUNTERS / "compare_counts.py", "--counts", self.counts, "--table", table, *more], self.folder)
