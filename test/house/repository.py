# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the house checks have in common: which files are ours, and how a finding is said.

A check is a function from the repository's root to findings ("path:line: text"). Python's standard library only.
"""
import os
import pathlib
import sys

# Not written by us, or written to be odd: build results, and the inputs and outputs of golden cases.
SKIPPED_FOLDERS = {".git", ".cache", "build", "__pycache__"}
CASE_FOLDERS = ("test/golden/", "test/fuzz/corpus/", "test/corpus/odd/")


def files(root):
    """Every file of ours, as paths relative to the root, sorted."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS)
        found += [(pathlib.Path(folder) / name).relative_to(root).as_posix() for name in names]
    return sorted(found)


def is_case(path):
    return path.startswith(CASE_FOLDERS)


def sources(root):
    """Our C and C++ files, without the cases of golden tests."""
    return [p for p in files(root) if p.endswith((".h", ".c", ".cpp")) and not is_case(p)]


def text(root, path):
    return (pathlib.Path(root) / path).read_text(encoding="utf-8", errors="replace")


def lines(root, path):
    return text(root, path).splitlines()


def main(check, usage):
    """Runs a check over the root given on the command line; exit code 1 when it has findings."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: {usage} REPOSITORY")
    try:
        findings = check(pathlib.Path(sys.argv[1]).resolve())
    except FileNotFoundError as error:
        findings = [f"{error.filename}: is not there"]
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    sys.exit(1 if findings else 0)
