# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One unit and one compiler: what compiled before compiles after, without a new warning, and runs as before."""
import dataclasses
import shlex
import tempfile

from compilers import run, said_by

WARNINGS = ["-Wall", "-Wextra", "-Wshadow", "-Wpedantic", "-O1"]


@dataclasses.dataclass
class Unit:
    path: str
    flags: list
    runs: bool = False
    exit_code: int = 0
    arguments: tuple = ()


@dataclasses.dataclass
class Verdict:
    unit: Unit
    compiler: str
    taken: bool             # the compiler takes the file as it is
    compared: bool = False  # it was compiled with guards, too
    difference: str = ""
    refusal: str = ""


class Comparison:
    def __init__(self, tree, seconds=60):
        self.tree = tree
        self.seconds = seconds  # a program that runs longer hangs

    def command(self, unit, compiler, guarded, program):
        words = [compiler.program_for(unit.path), *WARNINGS, *unit.flags]
        if guarded:
            words += ["-I", str(self.tree.include)]
        words += [unit.path, "-o", program] if unit.runs else ["-c", unit.path, "-o", program]
        if guarded and unit.runs:
            words.append(str(self.tree.runtime))
        return [*words, "-pthread"] if unit.runs else words

    def compile(self, unit, compiler, guarded, program):
        return said_by(run(self.command(unit, compiler, guarded, program), self.tree.guarded if guarded else self.tree.plain))

    def verdict(self, unit, compiler):
        with tempfile.TemporaryDirectory() as folder:
            plain = f"{folder}/plain"
            before = self.compile(unit, compiler, False, plain)
            verdict = Verdict(unit, compiler.name, before.code == 0, refusal=before.output)
            if not verdict.taken:
                return verdict
            verdict.difference = self.plain_is_wrong(unit, plain) if unit.runs else ""
            if not verdict.difference and self.tree.is_changed(unit.path):
                verdict.compared = True
                verdict.difference = self.guarded_differs(unit, compiler, before, folder)
        return verdict

    def start(self, unit, program, folder):
        done = run([program, *unit.arguments], folder, seconds=self.seconds, ASSAY_DIR=folder)
        return done.returncode, done.stdout, done.stderr

    def plain_is_wrong(self, unit, program):
        code, out, err = self.start(unit, program, program.rsplit("/", 1)[0])
        return "" if code == unit.exit_code else f"without guards it ends with {code}, not {unit.exit_code}\n{out}{err}"

    def guarded_differs(self, unit, compiler, before, folder):
        guarded = f"{folder}/guarded"
        after = self.compile(unit, compiler, True, guarded)
        how = self.reproduce(unit, compiler)
        if after.code != 0:
            return f"does not compile with guards\n{after.output}{how}"
        new = after.warnings - before.warnings
        if new:
            lines = "\n".join(f"{file}:{line}: {text}" for file, line, text in sorted(new))
            return f"warns with guards\n{lines}\n{how}"
        if unit.runs and (was := self.start(unit, f"{folder}/plain", folder)) != (now := self.start(unit, guarded, folder)):
            return f"runs differently with guards (exit code, output, errors)\n  without: {was}\n  with:    {now}\n{how}"
        return ""

    def reproduce(self, unit, compiler):
        shown = [f"  cd {tree} && {shlex.join(self.command(unit, compiler, guarded, '/tmp/a.out'))}"
                 for tree, guarded in ((self.tree.plain, False), (self.tree.guarded, True))]
        return "\n".join(shown)
