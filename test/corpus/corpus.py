# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Other people's code, with every function guarded: it builds as before, without a new warning, and its own tests say what they said.

Each package of packages.yaml is built plain and with guards, by GCC and by Clang, and its tests run in each; `--strip` gives back what
`--in-place` wrote. Fails also when fewer than 95 % of a package's functions with a body are guarded.

usage: corpus.py BUILD-FOLDER [NAME…] [--quick] [--short] [--work DIR] [--page FILE] [--compiler NAME] [--packages FILE] [--runtime PREFIX]
77 = no source can be had here (with CI=true that is a failure)
"""
import argparse
import dataclasses
import json
import os
import pathlib
import shutil
import sys
import time

import page
from package import HERE, Package, fetched, packages_of, tagged, version_of
from steps import Failure, run
from trees import Assay, Compiler, Tree, coverage_of

LIMIT = 0.95
SKIPPED = 77
# Not compiled in this configuration, or nothing that could hold a guard: neither for nor against.
NO_BODY = {"inactive", "uncompiled", "no-body", "defaulted", "deleted", "unattached", "lexical"}
MADE_BY_MACRO = "macro-body"
PASSED = "run"  # ctest's word


@dataclasses.dataclass
class Trial:
    package: Package
    assay: pathlib.Path
    work: pathlib.Path     # of this package
    guards: pathlib.Path   # the runtime's prefix
    files: list = dataclasses.field(default_factory=list)  # that have a tag

    def run(self, source, compilers):
        """The package's rows of the page. Raises Failure."""
        self.work.mkdir(parents=True, exist_ok=True)
        plain = self.work / "tagged"
        self.files = tagged(self.package, source, plain)
        return {"name": self.package.name, "version": version_of(source), "what": self.package.what, "macros": bool(self.package.macros),
                "compilers": [self.with_compiler(plain, compiler, compiler is compilers[0]) for compiler in compilers]}

    def with_compiler(self, source, compiler, strips):
        before_tree = Tree(self.package, compiler, source, self.work)
        before_tree.configure()
        before = before_tree.outcome()
        assay = Assay(self.assay, before_tree)
        assay.scan()
        guarded = self.work / f"guarded-source-{compiler.name}"
        assay.instrument(guarded)
        if strips:
            assay.in_place_and_back(self.work / "in-place", guarded)
        entries = assay.entries()
        self.all_there(before_tree, entries)
        coverage = coverage_of(entries)
        self.enough(compiler, coverage)
        after_tree = Tree(self.package, compiler, guarded, self.work, self.guards)
        after_tree.configure()
        after = after_tree.outcome()
        self.same(compiler, before, after)
        return {"compiler": compiler.name, "functions": [[*what, count] for what, count in sorted(coverage.items())],
                "tests": [sum(s == PASSED for s in after.tests.values()), len(after.tests)], "entered": self.entered(assay, after_tree),
                "size": ratio(after.sizes, before.sizes), "time": after.seconds / max(before.seconds, 0.01), "seconds": before.seconds}

    def fail(self, compiler, step, command, lines):
        raise Failure((self.package.name, compiler.name, step), command, "\n".join(lines))

    def all_there(self, tree, entries):
        """What assay does not see it does not miss: so the compiler is asked, too."""
        named = {name for entry in entries for name in (entry.get("name", ""), *entry.get("also", []))}
        unseen = tree.functions_of_c(self.files) - named
        if unseen:
            self.fail(tree.compiler, "functions that the compiler has and the manifest has not", f"cd {tree.source} && assay report", sorted(unseen))

    def enough(self, compiler, coverage):
        bodies, guarded = counts_of([[*what, count] for what, count in coverage.items() if not (self.package.macros and what[1] == MADE_BY_MACRO)])
        if not bodies or guarded / bodies < LIMIT:
            rows = [f"{count:6} {' '.join(what)}" for what, count in sorted(coverage.items())]
            step = f"{guarded} of {bodies} functions are guarded, {LIMIT:.0%} are wanted"
            self.fail(compiler, step, f"cd {self.work / 'tagged'} && assay report", rows)

    def same(self, compiler, before, after):
        new = after.warnings - before.warnings
        if new:
            self.fail(compiler, "new warnings with guards", after.build_command, [f"{f}:{line}: {text}" for f, line, text in sorted(new)])
        differences = {name for name in {*before.tests, *after.tests} if before.tests.get(name) != after.tests.get(name)}
        if differences:
            rows = [f"{name}: without guards {before.tests.get(name)}, with guards {after.tests.get(name)}" for name in sorted(differences)]
            self.fail(compiler, "tests differ with guards", after.test_command, rows)
        if PASSED not in before.tests.values():
            self.fail(compiler, "no test passes without guards", before.test_command, sorted(before.tests))

    def entered(self, assay, tree):
        """Guards that count nothing prove nothing."""
        seen = json.loads(assay.counted(tree.segments))
        functions = sum(bool(row["calls"]) for row in seen["functions"])
        if not functions or seen["lostCalls"] or seen["lostSites"]:
            self.fail(tree.compiler, "the guards of the tests did not count", f"assay top --once --json --segments {tree.segments}",
                      [f"{functions} functions, {seen['lostCalls']} calls lost, {seen['lostSites']} functions lost"])
        return functions


def counts_of(rows):
    """(with a body, guarded) of rows of coverage, code, count."""
    bodies = [(coverage, count) for coverage, code, count in rows if code not in NO_BODY]
    return sum(count for _, count in bodies), sum(count for coverage, count in bodies if coverage != "skipped")


def ratio(after, before):
    both = [name for name in before if name in after]
    return sum(after[name] for name in both) / max(1, sum(before[name] for name in both))


def compilers_in_turn(number, arguments):
    here = compilers_here(arguments.compiler)
    return [here[number % len(here)]] if arguments.short else here


def compilers_here(wanted):
    pairs = [Compiler("gcc", "gcc", "g++")] + [Compiler("clang", f"clang-{v}", f"clang++-{v}") for v in (22, 19)]
    here = {c.name: c for c in reversed(pairs) if shutil.which(c.c) and shutil.which(c.cxx)}
    return [here[name] for name in ("gcc", "clang") if name in here and wanted in ("", name)]


def installed_runtime(build, work):
    prefix = work / "runtime"
    run(("assay", "", "install the runtime"), ["cmake", "--install", build, "--component", "runtime", "--prefix", prefix], work, work / "logs")
    return prefix


def source_of(package, work):
    """None when it cannot be had here."""
    try:
        return fetched(package, work)
    except Failure as failure:
        print(failure, flush=True)
        return None


def run_package(package, arguments, guards, compilers):
    """The package's rows of the page, or a word for why there are none."""
    started = time.monotonic()
    source = source_of(package, arguments.work)
    if source is None:
        return "no source"
    trial = Trial(package, arguments.build / "bin/assay", arguments.work / package.name, guards)
    try:
        rows = trial.run(source, compilers)
    except Failure as failure:
        print(f"\n=== {failure}\n", flush=True)
        return "failed"
    print(f"{page.line_of(rows, counts_of)}  ({time.monotonic() - started:.0f} s)", flush=True)
    return rows


def parsed(words):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("names", nargs="*")
    parser.add_argument("--quick", action="store_true", help="only packages that are marked so")
    parser.add_argument("--short", action="store_true", help="each package by one compiler, in turn; not for a page")
    parser.add_argument("--work", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--page", type=pathlib.Path, help="write what came of the packages into the table; rows of packages that are not run stay")
    parser.add_argument("--compiler", default="", choices=["", "gcc", "clang"])
    parser.add_argument("--packages", default=HERE / "packages.yaml")
    parser.add_argument("--runtime", type=pathlib.Path, help="a prefix with assay's runtime; default: that of the build folder")
    arguments = parser.parse_intermixed_args(words)
    if arguments.page and arguments.short:
        parser.error("--page wants every compiler's figures: leave --short out")
    arguments.work = arguments.work or arguments.build / "corpus"
    return arguments


def main(words=None):
    arguments = parsed(words)
    packages = packages_of(arguments.packages)
    unknown = set(arguments.names) - {package.name for package in packages}
    if unknown:
        sys.exit(f"there is no package {', '.join(sorted(unknown))} in {arguments.packages}")
    arguments.work.mkdir(parents=True, exist_ok=True)
    guards = (arguments.runtime or installed_runtime(arguments.build, arguments.work)).resolve()
    chosen = [p for p in packages if (not arguments.names or p.name in arguments.names) and (p.quick or not arguments.quick)]
    verdicts = {package.name: run_package(package, arguments, guards, compilers_in_turn(number, arguments))
                for number, package in enumerate(chosen)}
    failed = [name for name, verdict in verdicts.items() if verdict == "failed"]
    missing = [name for name, verdict in verdicts.items() if verdict == "no source"]
    print(f"{len(chosen) - len(failed) - len(missing)} packages passed, {len(failed)} failed: {' '.join(failed) or '-'}; "
          f"without source here: {' '.join(missing) or '-'}")
    results = {name: verdict for name, verdict in verdicts.items() if name not in failed + missing}
    if arguments.page and not page.write(arguments.page, packages, results, counts_of):
        return 1
    if failed or (missing and os.environ.get("CI") == "true"):
        return 1
    return SKIPPED if missing else 0


if __name__ == "__main__":
    sys.exit(main())
