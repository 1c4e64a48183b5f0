# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs `assay scan` and `assay scan --exact` over one tree and says how they differ; makes a tree that differs small."""
import copy
import difflib
import pathlib
import shutil
import subprocess
import tempfile

# What --exact says in addition: it parses the bodies that nobody asked for and the units that a faster way does not need, and
# may find errors there. Neither says anything about a tagged function.
DEPENDS_ON_WHAT_IS_PARSED = ("assay-scan-007", "assay-scan-008")


class Outcome:
    """What one scan left: the manifest's bytes, the exit code, and what was said that has to agree."""

    def __init__(self, manifest, code, stderr):
        self.manifest = manifest
        self.code = code
        self.said = tuple(sorted(line for line in stderr.splitlines()
                                 if "[assay-" in line and not any(id in line for id in DEPENDS_ON_WHAT_IS_PARSED)))

    def __eq__(self, other):
        return (self.manifest, self.code, self.said) == (other.manifest, other.code, other.said)

    def text(self):
        return self.manifest.decode(errors="replace") + f"exit code {self.code}\n" + "".join(line + "\n" for line in self.said)


class Scanner:
    def __init__(self, assay):
        self.assay = str(assay)
        options = subprocess.run([self.assay, "scan", "--help"], capture_output=True, text=True, check=True).stdout
        self.uncached = ["--no-cache"] if "--no-cache" in options else []

    def scan(self, folder, *options, cached=False):
        with tempfile.TemporaryDirectory() as out:
            manifest = pathlib.Path(out, "assay.yaml")
            command = [self.assay, "scan", "-o", str(manifest), *([] if cached else self.uncached), *options, str(folder)]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=600)
            content = manifest.read_bytes() if manifest.exists() else b""
        return Outcome(content, done.returncode, done.stderr)

    def difference(self, folder, *options):
        """Empty, or how the fast scan of a folder differs from the exact one."""
        return diff(self.scan(folder, "--exact"), self.scan(folder, *options), "--exact", "fast")


def diff(expected, found, expected_name, found_name):
    if expected == found:
        return "" if expected.code in (0, 3) else f"exit code {expected.code} by both\n{expected.text()}"
    lines = difflib.unified_diff(expected.text().splitlines(), found.text().splitlines(), expected_name, found_name, lineterm="", n=12)
    return "\n".join(lines) + "\n"


class Place:
    """One folder that trees are written to again and again: paths are part of what a scan sees, so they stay the same."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()

    def write(self, tree, database):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        tree.write(self.folder, database)
        return self.folder


def minimised(tree, differs):
    """The tree without the features, files and lines that the difference does not need. `differs(tree)` tries one."""
    for owner in sorted(set(tree.owners.values())):
        tree = kept_if(tree, tree.drop({path for path, by in tree.owners.items() if by == owner}), differs)
    for path in sorted([*tree.files, *tree.links]):
        tree = kept_if(tree, tree.drop({path}), differs)
    for path in sorted(tree.commands):
        tree = kept_if(tree, without_flags(tree, path), differs)
    for path in sorted(tree.files):
        tree = with_fewer_lines(tree, path, differs)
    return tree


def kept_if(tree, smaller, differs):
    return smaller if smaller.files and differs(smaller) else tree


def without_flags(tree, path):
    smaller = copy.copy(tree)
    smaller.commands = {**tree.commands, path: tree.commands[path][:2]}
    return smaller


def with_fewer_lines(tree, path, differs):
    """Takes out runs of lines, long ones first."""
    length = max(1, len(tree.files[path].splitlines()) // 2)
    while length:
        start = 0
        while start < len(lines := tree.files[path].splitlines(keepends=True)):
            smaller = copy.copy(tree)
            smaller.files = {**tree.files, path: b"".join(lines[:start] + lines[start + length:])}
            if differs(smaller):
                tree = smaller
            else:
                start += length
        length //= 2
    return tree


def shown(tree):
    """A tree as text, to read in a log."""
    parts = [f"==> {path}   [{' '.join(tree.commands.get(path, ['not in the database']))}]\n{tree.files[path].decode(errors='replace')}"
             for path in sorted(tree.files)]
    return "\n".join(parts + [f"==> {path} -> {target}" for path, target in tree.links.items()])
