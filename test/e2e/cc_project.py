# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The project that cc_test.py builds: a tagged inline function in a header that two units include in different ways, a
tagged C function, a unit without a tag; and what a test asks of a build of it."""
import json
import os
import pathlib
import subprocess
import sys

FILES = {
    "include/shop/fee.h": """#pragma once
inline const char* where() { return __FILE__; }
// AI-generated: GPT-4, 2024-01-15, prompt: "fee of a posting"
inline long fee(long cents) {
  return cents / 200 > 0 ? cents / 200 : 1;
}
""",
    "app/main.cpp": """#include "shop/fee.h"
#include "../include/shop/fee.h"
#include <cstdio>
#include "local.h"
extern "C" int lookUp(int key);
int plain(int value);
int main() {
  long sum = fee(100) + fee(1000) + fee(5000) + second();
  for (int i = 0; i < 4; ++i) sum += lookUp(i) + plain(i);
  std::printf("%ld %s\\n", sum, where());
}
""",
    "app/local.h": """#pragma once
long second();
""",
    "app/second.cpp": """#include "local.h"
#include "../include/shop/fee.h"
long second() { return fee(2) + fee(400); }
""",
    "lib/table.c": """/* AI-assisted: claude-3-5-sonnet, 2024-11-02, prompt: "look up" */
int lookUp(int key) { return key * 3; }
""",
    "lib/plain.cpp": """// Nothing of note.
int plain(int value) { return value + 1; }
""",
    "CMakeLists.txt": """cmake_minimum_required(VERSION 3.25)
project(shop LANGUAGES C CXX)
find_package(assay REQUIRED)
add_library(prices STATIC lib/table.c lib/plain.cpp)
add_executable(shop app/main.cpp app/second.cpp)
target_include_directories(shop PRIVATE include)
target_link_libraries(shop prices)
if(NOT ASSAY_INSTRUMENT)
  assay_instrument(prices shop)
endif()
""",
}
OUTPUT = "62 {root}/include/shop/fee.h"
CALLS = {"fee": 5, "lookUp": 4}


def run(*command, folder, fails=False, **environment):
    """What a command prints; it must succeed, or fail."""
    inherited = {name: value for name, value in os.environ.items() if not name.endswith("_COMPILER_LAUNCHER")}
    done = subprocess.run([str(word) for word in command], cwd=folder, env={**inherited, **environment}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, timeout=300)
    if (done.returncode != 0) != fails:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{done.stdout}")
    return done.stdout


class Project:
    """A copy of the project in a Git repository of its own, and a build of it."""

    def __init__(self, folder, prefix):
        self.root = pathlib.Path(folder) / "shop"
        self.build = pathlib.Path(folder) / "build"
        self.assay = prefix / "bin/assay"
        self.prefix = prefix
        for name, text in FILES.items():
            self.write(name, text)
        run("git", "init", "-q", folder=self.root)
        run("git", "add", "-A", folder=self.root)
        run("git", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x", folder=self.root)

    def write(self, name, text):
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, name, old, new):
        text = (self.root / name).read_text(encoding="utf-8")
        if old not in text:
            sys.exit(f"{name} has no {old!r}")
        self.write(name, text.replace(old, new))

    def configure(self, generator, compilers, *more, **environment):
        run("cmake", "-S", self.root, "-B", self.build, "-G", generator, f"-DCMAKE_PREFIX_PATH={self.prefix}",
            f"-DCMAKE_C_COMPILER={compilers[0]}", f"-DCMAKE_CXX_COMPILER={compilers[1]}", *more, folder=self.root, **environment)

    def make(self, **environment):
        return run("cmake", "--build", self.build, "-j2", folder=self.root, **environment)

    def objects(self):
        return {path.name: path.stat().st_mtime_ns for path in self.build.rglob("*.o")}

    def rebuilt(self, **environment):
        """The objects that a build made anew."""
        before = self.objects()
        self.make(**environment)
        return {name for name, time in self.objects().items() if before.get(name) != time}

    def calls(self):
        """Runs the program; calls by function, and what it printed."""
        segments = self.build / "segments"
        run("rm", "-rf", segments, folder=self.root)
        segments.mkdir()
        printed = run(self.build / "shop", folder=self.root, ASSAY_DIR=str(segments)).strip()
        table = json.loads(run(self.assay, "top", "--once", "--json", "--segments", segments, folder=self.root))
        return {row["name"]: row["calls"] for row in table["functions"]}, printed

    def expect_calls(self, expected, what):
        calls, printed = self.calls()
        expect(calls, expected, what)
        expect(printed, OUTPUT.format(root=self.root), what)

    def expect_untouched(self, what):
        expect(run("git", "status", "--porcelain", "--ignored", folder=self.root), "", what)


def expect(actual, expected, what):
    if actual != expected:
        sys.exit(f"{what}: expected {expected!r}, got {actual!r}")
