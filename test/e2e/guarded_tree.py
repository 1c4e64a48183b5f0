# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A copy of a tree, and the same with guards: scanned, instrumented beside it and in place, and stripped again."""
import json
import pathlib
import shutil

from compilers import run

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def bytes_below(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class GuardedTree:
    """`commands` are the arguments of each unit: path -> [compiler, flag…]. `include` has the headers of the guards."""

    def __init__(self, build, folder, source, commands, include=ROOT / "lib/runtime/include"):
        self.assay = pathlib.Path(build).resolve() / "bin/assay"
        self.runtime = pathlib.Path(build).resolve() / "lib/runtime/libassay_runtime.a"
        self.include = pathlib.Path(include).resolve()
        self.folder = pathlib.Path(folder).resolve()
        self.plain = self.folder / "plain"
        self.guarded = self.folder / "guarded"
        self.commands = commands
        self.complaints = []  # what went wrong before any compiler was asked
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(source, self.plain)
        self.original = bytes_below(self.plain)

    def call(self, where, *arguments):
        done = run([self.assay, *arguments], where, seconds=600, XDG_CACHE_HOME=str(self.folder / "cache"))
        # 3: some file could not be parsed by Clang, which is no reason to break it.
        if done.returncode not in (0, 3):
            self.complaints.append(f"exit code {done.returncode}: cd {where} && assay {' '.join(map(str, arguments))}\n{done.stderr}")
        return done

    def write_database(self, tree):
        rows = [{"directory": str(tree), "file": unit, "arguments": [*words, "-c", unit]} for unit, words in sorted(self.commands.items())]
        database = self.folder / f"database-{tree.name}"
        database.mkdir(exist_ok=True)
        (database / "compile_commands.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
        return database

    def scan(self):
        self.call(self.plain, "scan", "-p", self.write_database(self.plain))

    def instrument(self):
        """`--out`; the manifest then has the outcomes."""
        self.call(self.plain, "instrument", "-p", self.folder / "database-plain", "--out", self.guarded)
        changed = [name for name, content in self.original.items() if (self.plain / name).read_bytes() != content]
        self.complaints += [f"{name}: --out changed the file in the source tree" for name in changed]

    def in_place_and_back(self):
        """`--in-place` writes what `--out` writes, and `--strip` takes all of it out."""
        tree = self.folder / "in-place"
        shutil.copytree(self.plain, tree)
        database = self.write_database(tree)
        self.call(tree, "instrument", "-p", database, "--in-place")
        self.expect_bytes(tree, lambda name: (self.guarded / name).read_bytes(), "--in-place is not what --out wrote")
        self.call(tree, "instrument", "--strip")
        self.expect_bytes(tree, self.original.get, "--strip did not give the bytes back")

    def expect_bytes(self, tree, expected, complaint):
        for name in self.original:
            if (tree / name).read_bytes() != expected(name):
                self.complaints.append(f"{name}: {complaint}\n  cmp {tree / name} {self.plain / name}")

    def is_changed(self, unit):
        """The unit, or a file beside it that it names, has guards."""
        text = self.original[unit].decode("utf-8", "replace")
        beside = [n for n in self.original if pathlib.PurePath(n).parent == pathlib.PurePath(unit).parent and pathlib.PurePath(n).name in text]
        return any((self.guarded / name).read_bytes() != self.original[name] for name in {unit, *beside})

    def entries(self):
        """The manifest's functions, as the report tells them."""
        return json.loads(self.call(self.plain, "report", "--format", "json").stdout)["entries"]
