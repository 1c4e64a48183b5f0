# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""From a seed, a small source tree full of what breaks a unit made of many files: see hostile/.

usage: hostile_tree.py SEED FOLDER      writes the tree; the same seed gives the same bytes
"""
import json
import pathlib
import random
import sys

from hostile import broken, cases, clashes, emitter, headers, languages, leaks, lookups, macros, places, pragmas, reach  # noqa: F401

CXX_STANDARDS = ("-std=c++17", "-std=c++17", "-std=c++20", "-std=c++11", "-std=gnu++17", "-std=c++23")
C_STANDARDS = ("-std=c11", "-std=c11", "-std=gnu89", "-std=c17", "-std=gnu17")


class Tree:
    """Files, links and commands, in memory. What minimises a tree takes things out of these."""

    def __init__(self, seed):
        self.seed = seed
        self.rng = random.Random(seed)
        self.files = {}     # path -> bytes
        self.links = {}     # path -> target, as written in the link
        self.commands = {}  # path of a unit -> flags; what is not here the database does not know
        self.owners = {}    # path -> the feature that wrote it
        self.shared = []    # headers that any unit may include
        self.count = 0
        self.uniform = self.rng.random() < 0.7  # most trees have one set of flags, so that everything is one group
        self.standards = {".c": self.rng.choice(C_STANDARDS), ".cc": self.rng.choice(CXX_STANDARDS)}

    def serial(self):
        self.count += 1
        return self.count

    def add(self, path, content, owner):
        self.files[path] = content
        self.owners[path] = owner

    def flags_for(self, path, rng):
        kind = ".c" if path.endswith(".c") else ".cc"
        standards = C_STANDARDS if kind == ".c" else CXX_STANDARDS
        standard = self.standards[kind] if self.uniform or rng.random() < 0.6 else rng.choice(standards)
        return [standard, "-I."]

    def write(self, folder, database=True):
        folder = pathlib.Path(folder)
        for path, content in self.files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        for path, target in self.links.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(target)
        if database:
            (folder / "compile_commands.json").write_text(json.dumps(self.database(folder), indent=1))

    def database(self, folder):
        def entry(path, flags):
            compiler = "cc" if path.endswith(".c") else "c++"
            return {"directory": str(folder), "file": path, "arguments": [compiler, *flags, "-c", path]}
        return [entry(path, flags) for path, flags in self.commands.items() if path in self.files]

    def drop(self, paths):
        """A copy without some files; their commands go with them."""
        copy = Tree(self.seed)
        copy.files = {path: content for path, content in self.files.items() if path not in paths}
        copy.links = {path: target for path, target in self.links.items() if path not in paths}
        copy.commands = {path: flags for path, flags in self.commands.items() if path not in paths}
        copy.owners = self.owners
        return copy


def generate(seed, only=None):
    """The tree of a seed: 3 to 15 uses of features, up to 24 files; `only` names the features to draw from."""
    tree = Tree(seed)
    names = sorted(only or set(emitter.FEATURES) - leaks.TAKEN_FOR_GRANTED)
    for serial in range(tree.rng.randint(3, 15)):
        name = tree.rng.choice(names)
        emitter.FEATURES[name](emitter.Emitter(tree, name, serial))
        if len(tree.files) >= 20:
            break
    return tree


def of_case(name):
    """The tree of one of hostile/cases.py; a file whose text begins with `->` is a link."""
    tree = Tree(0)
    for path, text in cases.CASES[name].items():
        if text.startswith("->"):
            tree.links[path] = text[2:].strip()
            continue
        tree.add(path, text.replace("TAG ", cases.TAG).encode(), name)
        if path.endswith(".cc"):
            tree.commands[path] = ["-std=c++20", "-I."]
    return tree


if __name__ == "__main__":
    pathlib.Path(sys.argv[2]).mkdir(parents=True)
    generate(int(sys.argv[1])).write(pathlib.Path(sys.argv[2]).resolve())
