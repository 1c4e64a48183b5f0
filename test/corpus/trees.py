# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A tree of a package as one compiler builds it and its tests judge it, and what assay does to it between two builds."""
import collections
import dataclasses
import json
import os
import re
import shutil
import xml.etree.ElementTree

from steps import Failure, run

# Without its column: an insertion moves that and nothing else.
WARNING = re.compile(r"^(?P<file>[^\s:][^:\n]*):(?P<line>\d+):(?:\d+:)? warning: (?P<text>.*)$", re.M)
# Parts and copies of functions.
MADE_BY_GCC = re.compile(r"\.(?:part|constprop|isra|cold|localalias)\b")


@dataclasses.dataclass(frozen=True)
class Compiler:
    name: str
    c: str
    cxx: str


@dataclasses.dataclass
class Outcome:
    """What came of a tree."""
    warnings: set
    tests: dict       # name -> status
    seconds: float    # of the tests
    sizes: dict       # program or library -> bytes of code and data
    test_command: str
    build_command: str


class Tree:
    """`guards` is the prefix of assay's runtime when the tree has guards, else None."""

    def __init__(self, package, compiler, source, work, guards=None):
        self.package, self.compiler, self.source, self.guards = package, compiler, source, guards
        self.build = work / f"{'guarded' if guards else 'plain'}-{compiler.name}"
        self.logs = work / "logs"
        self.segments = work / f"segments-{compiler.name}"

    def run(self, step, command, folder, codes=(0,), **environment):
        where = (self.package.name, self.compiler.name, f"{step} {'with' if self.guards else 'without'} guards")
        return run(where, command, folder, self.logs, codes, **environment)

    def flags(self):
        """Those by which the runtime comes in; the package's own stay."""
        if not self.guards:
            return []
        library = f"{self.guards}/lib/libassay_runtime.a -lpthread"
        return [f"-DCMAKE_C_FLAGS=-I{self.guards}/include", f"-DCMAKE_CXX_FLAGS=-I{self.guards}/include",
                f"-DCMAKE_C_STANDARD_LIBRARIES={library}", f"-DCMAKE_CXX_STANDARD_LIBRARIES={library}"]

    def configure(self):
        shutil.rmtree(self.build, ignore_errors=True)
        self.run("configure", ["cmake", "-S", self.source, "-B", self.build, "-G", self.package.generator, "-DCMAKE_BUILD_TYPE=Release",
                               "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", f"-DCMAKE_C_COMPILER={self.compiler.c}",
                               f"-DCMAKE_CXX_COMPILER={self.compiler.cxx}", "-DCMAKE_POLICY_VERSION_MINIMUM=3.5", *self.flags(),
                               *self.package.configure], self.source.parent)

    def outcome(self):
        targets = ["--target", *self.package.targets] if self.package.targets else []
        # Without that flag Make lets what its compilers say at a time mix, in the middle of a line.
        built = self.run("build", ["cmake", "--build", self.build, "--parallel", str(os.cpu_count()), *targets], self.source.parent,
                         MAKEFLAGS="-Otarget")
        tested = self.test()
        return Outcome(self.warnings(built.output), self.results(), tested.seconds, self.sizes(), tested.command, built.command)

    def warnings(self, output):
        here = [str(self.source) + "/", os.path.relpath(self.source, self.build) + "/", str(self.build) + "/"]
        found = set()
        for match in WARNING.finditer(output):
            file = match["file"]
            for prefix in here:
                file = file.removeprefix(prefix)
            found.add((file, match["line"], match["text"]))
        return found

    def test(self):
        shutil.rmtree(self.segments, ignore_errors=True)
        self.segments.mkdir(parents=True)
        left_out = ["-E", self.package.flaky] if self.package.flaky else []
        environment = {"ASSAY_DIR": str(self.segments)} if self.guards else {}
        if self.package.flaky_cases:
            environment["GTEST_FILTER"] = "-" + ":".join(self.package.flaky_cases)
        return self.run("test", ["ctest", "--no-tests=error", "--timeout", "900", "--output-on-failure", "--output-junit", "results.xml",
                                 *left_out, *self.package.tests], self.build, codes=(0, 8), **environment)

    def results(self):
        cases = xml.etree.ElementTree.parse(self.build / "results.xml").getroot().iter("testcase")
        return {case.get("name"): case.get("status") for case in cases}

    def sizes(self):
        """Of what links: programs and shared libraries."""
        files = [path for path in sorted(self.build.rglob("*")) if path.is_file() and not path.is_symlink()
                 and path.suffix != ".o" and "CMakeFiles" not in path.parts and path.read_bytes()[:4] == b"\x7fELF"]
        output = self.run("size", ["size", *files], self.build).output.splitlines()[1:] if files else []
        rows = (line.split(None, 5) for line in output)
        return {row[5].removeprefix(str(self.build)): int(row[0]) + int(row[1]) for row in rows}


    def functions_of_c(self, files):
        """What the compiler itself has emitted of these C files: a second opinion on which functions there are."""
        objects = [path for path in sorted(self.build.rglob("*.c.o")) if any(str(path).endswith(f"/{name}.o") for name in files)]
        output = self.run("symbols", ["nm", "--defined-only", *objects], self.build).output if objects else ""
        symbols = (line.split()[-1] for line in output.splitlines() if re.search(r" [tTwW] ", line))
        return {symbol for symbol in symbols if not MADE_BY_GCC.search(symbol)}


class Assay:
    """The program on one tagged tree, under the flags of one plain build."""

    def __init__(self, program, tree):
        self.program, self.tree = program, tree

    def call(self, step, folder, *arguments, codes=(0,)):
        cache = str(self.tree.build.parent / "cache")
        # 3: some file that no unit compiles cannot be parsed, which is no reason to break the rest.
        where = (self.tree.package.name, self.tree.compiler.name, step)
        return run(where, [self.program, *arguments], folder, self.tree.logs, codes, XDG_CACHE_HOME=cache, NO_COLOR="1")

    def scan(self):
        self.call("scan", self.tree.source, "scan", "-p", self.tree.build, codes=(0, 1, 3))

    def instrument(self, place):
        """A guarded copy in `place`."""
        shutil.rmtree(place, ignore_errors=True)
        report = place.parent / f"report-{self.tree.compiler.name}.json"
        self.call("instrument", self.tree.source, "instrument", "-p", self.tree.build, "--out", place, "--report", report, codes=(0, 3))

    def in_place_and_back(self, place, guarded):
        """`--in-place` writes what `--out` wrote, and `--strip` gives every byte back."""
        source = self.tree.source
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(source, place, symlinks=True)
        database = place.parent / "database-of-in-place"
        database.mkdir(exist_ok=True)
        text = (self.tree.build / "compile_commands.json").read_text(encoding="utf-8")
        (database / "compile_commands.json").write_text(text.replace(f"{source}/", f"{place}/"), encoding="utf-8")
        done = self.call("instrument in place", place, "instrument", "-p", database, "--in-place", codes=(0, 3))
        self.expect("--in-place is not what --out wrote", done, place, guarded)
        done = self.call("strip", place, "instrument", "--strip")
        self.expect("--strip did not give the bytes back", done, place, source)

    def expect(self, wanted, done, tree, other):
        differences = [name for name in names_below(self.tree.source) if (tree / name).read_bytes() != (other / name).read_bytes()]
        if differences:
            where = (self.tree.package.name, self.tree.compiler.name, wanted)
            raise Failure(where, f"{done.command}; diff -r {tree} {other}", "\n".join(differences))

    def entries(self):
        output = self.call("report", self.tree.source, "report", "--format", "json").output
        return json.loads(output[output.index("{"):])["entries"]

    def counted(self, segments):
        """How many functions the guards of a run saw."""
        done = self.call("read the counts", self.tree.source, "top", "--once", "--json", "--segments", segments)
        return done.output


def names_below(folder):
    """The manifest is not part of the source."""
    names = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return [name for name in names if name != "assay.yaml"]


def coverage_of(entries):
    """How many functions came to what: coverage, and the code that says why not more."""
    return collections.Counter((entry["outcome"]["coverage"], entry["outcome"].get("code", "")) for entry in entries)
