# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Puts tags above functions of a foreign tree, by a seed. Text only: where a line looks like a function's head and begins a
declaration, or like a statement of a body."""
import pathlib
import random
import re

SOURCES = (".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp")
NOT_A_NAME = r"(?!(?:if|for|while|switch|return|else|do|case|delete|throw|using|typedef|namespace|extern)\b)"
HEAD = re.compile(rf"^(\s*){NOT_A_NAME}[A-Za-z_~:<][^;#]*\([^;]*\)[\w\s]*(?:\{{.*|)$")
STATEMENT = re.compile(r"^(\s+)(?:if|for|while|switch|return)\b")
ENDS = re.compile(r"(?:^\s*|[;}{:]\s*|\*/\s*|//.*)$")
MODELS = ("GPT-4", "Claude Opus 4", "Gemini 2.5 Pro")


def places_of(lines):
    """Numbers of the lines that a tag may stand above."""
    return [i for i, line in enumerate(lines) if (HEAD.match(line) or STATEMENT.match(line)) and (i == 0 or ENDS.search(lines[i - 1]))
            and not (i > 0 and lines[i - 1].endswith("\\"))]


def tagged(text, rng, density):
    """The text with tags above about that share of its places, and above one at least."""
    lines = text.split("\n")
    places = places_of(lines)
    chosen = [i for i in places if rng.random() < density] or places[:1]
    for i in sorted(chosen, reverse=True):
        indent = re.match(r"\s*", lines[i])[0]
        lines.insert(i, f'{indent}// AI-generated: {rng.choice(MODELS)}, 2025-01-{rng.randint(10, 28)}, prompt: "{rng.randint(1, 999)}"')
    return "\n".join(lines)


def tag_tree(folder, seed, share, density):
    """Tags that share of the files; returns how many files have a tag now."""
    rng = random.Random(seed)
    count = 0
    for path in sorted(p for p in pathlib.Path(folder).rglob("*") if p.suffix in SOURCES and p.is_file()):
        text = path.read_bytes().decode("latin-1")
        if rng.random() >= share or not places_of(text.split("\n")):
            continue
        path.write_bytes(tagged(text, rng, density).encode("latin-1"))
        count += 1
    return count
