# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Puts tags above functions of a foreign tree, chosen from a fixed seed, and remembers what ctags calls them: a second
opinion that knows nothing of Clang.

Only functions whose first line is plain to see are taken: what stands above is blank, a comment, the end of something, or
the line `template <…>`, which then is the first.
"""
import dataclasses
import json
import pathlib
import random
import re
import subprocess

BOUNDARY = re.compile(r"^\s*$|^\s*//|\*/\s*$|[;{}]\s*$|^\s*(?:public|private|protected):\s*$")
TEMPLATE = re.compile(r"^\s*template\s*<.*>\s*$")
NAMELESS = re.compile(r"__anon|[A-Z][A-Z0-9_]*$")  # lambdas, and TEST_F(…) {: ctags cannot know their names
UNNAMED = re.compile(r"__anon\w*::|\(anonymous[^)]*\)::|\(unnamed[^)]*\)::")
SUFFIXES = {".cc", ".cpp", ".c", ".h", ".hpp"}


@dataclasses.dataclass
class Tagged:
    key: str   # the tag's prompt: unique
    file: str
    line: int  # the function's first line, in the tagged tree
    name: str  # as ctags has it


def plain_name(name):
    """Without what each tool calls a namespace that has no name, and without blanks that only one of them writes."""
    return re.sub(r"\boperator (?=\W)", "operator", UNNAMED.sub("", name)).replace(", ", ",")


def ctags(tree, folders):
    command = ["ctags", "--languages=C,C++", "--map-C++=+.h", "--kinds-C=f", "--kinds-C++=f", "--fields=+neS",
               "--output-format=json", "-R", "-f", "-", *folders]
    text = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=True, errors="replace").stdout
    return [json.loads(line) for line in text.splitlines() if line.startswith('{"_type": "tag"')]


def first_line(lines, line):
    """The index of the function's first line, or None where it is not plain."""
    at = line - 1
    if at > 0 and TEMPLATE.match(lines[at - 1]):
        at -= 1
    return at if at > 0 and BOUNDARY.search(lines[at - 1]) and not lines[at - 1].rstrip().endswith("\\") else None


def candidates(tree, folders):
    for tag in ctags(tree, folders):
        if pathlib.PurePath(tag["path"]).suffix in SUFFIXES and tag.get("end", 0) > tag["line"] \
                and not NAMELESS.match(tag["name"]):
            scope = tag.get("scope", "")
            yield tag["path"], tag["line"], plain_name(f"{scope}::{tag['name']}" if scope else tag["name"])


def tag_tree(tree, folders, count, seed):
    """Tags `count` functions in place."""
    found = sorted(set(candidates(tree, folders)))
    chosen = {}
    for path, line, name in random.Random(seed).sample(found, len(found)):
        if path not in chosen or all(abs(line - other) > 3 for other, _, _ in chosen[path]):
            lines = (tree / path).read_text(encoding="utf-8", errors="surrogateescape").split("\n")
            at = first_line(lines, line)
            if at is not None:
                chosen.setdefault(path, []).append((line, at, name))
        if sum(map(len, chosen.values())) == count:
            break
    return [entry for path in sorted(chosen) for entry in insert(tree, path, sorted(chosen[path]))]


def insert(tree, path, places):
    file = tree / path
    lines = file.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    tagged = []
    for shift, (_, at, name) in enumerate(places):
        key = f"{path}#{shift}"
        lines.insert(at + shift, f'// AI-generated: GPT-4, 2024-01-15, prompt: "{key}"')
        tagged.append(Tagged(key, path, at + shift + 2, name))
    file.write_text("\n".join(lines), encoding="utf-8", errors="surrogateescape")
    return tagged
