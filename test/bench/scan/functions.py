# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Where the function definitions of a tree are, by universal-ctags and a look at the brackets: deliberately nothing of
assay, which is what gets measured with these places."""
import bisect
import json
import pathlib
import re
import subprocess
import sys
import typing

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "tools" / "demo"))
import find_function  # noqa: E402 (found by the line above)

# TEST_F(Fixture, Name) {…}: what such a line defines is the macro's affair, so it gets no tag; nor does a lambda.
NO_NAME = re.compile(r"[A-Z0-9_]+|__anon\w+")
NOT_BLANK = re.compile(r"\S")


class Function(typing.NamedTuple):
    path: str  # relative to the tree
    line: int  # of the name, from 1
    end: int  # of the closing brace
    name: str


class Place(typing.NamedTuple):
    head: int  # offset of the line where the definition begins
    brace: int  # offset of the body's opening brace


def definitions(tree, ctags):
    """Every definition that ctags sees, ordered by place, so that a seed means the same on every machine."""
    done = subprocess.run(
        [ctags, "-R", "--languages=C,C++", "--map-C++=+.h", "--kinds-C++=f", "--kinds-C=f", "--fields=+ne",
         "--output-format=json", "-f", "-", "."], cwd=tree, capture_output=True, text=True, check=True,
        errors="replace")
    return read(done.stdout.splitlines())


def read(lines):
    """ctags' JSON, one object a line."""
    found = set()
    for tag in map(json.loads, lines):
        if "end" in tag and not NO_NAME.fullmatch(tag["name"]):
            found.add(Function(tag["path"].removeprefix("./"), tag["line"], tag["end"], tag["name"]))
    return sorted(found)


class SourceText:
    """A file's text, and the same with comments, literals and preprocessor lines blanked."""

    def __init__(self, content):
        self.text = content.decode("latin-1")  # every byte stays what it is
        self.code = find_function.blanked(self.text)
        self.ends = [match.end() for match in find_function.TO_THE_HEAD.finditer(self.code)]
        self.line_starts = [0] + [match.end() for match in re.finditer("\n", self.text)]

    def place_of(self, function):
        """Where a tag for the function goes; None when the text does not plainly show a definition there."""
        if function.line >= len(self.line_starts):
            return None
        start = self.line_starts[function.line - 1]
        name = re.compile(r"(?<!\w)" + re.escape(function.name) + r"\s*\(")
        match = name.search(self.code, start, self.line_starts[function.line] + 80)
        if not match or match.start() >= self.line_starts[function.line]:
            return None
        end = find_function.after_parentheses(self.code, match.end() - 1)
        between = find_function.BETWEEN.match(self.code, end)
        if not between or self.code[between.end():between.end() + 1] != "{":
            return None
        return self._with_head(start, between.end())

    def _head_of(self, at):
        """Start of the line where the definition that holds `at` begins, its template header included."""
        before = bisect.bisect_right(self.ends, at)
        first = NOT_BLANK.search(self.code, self.ends[before - 1] if before else 0)
        return self.text.rfind("\n", 0, first.start()) + 1

    def _with_head(self, start, brace):
        head = self._head_of(start)
        line_before = self.text[:head].rsplit("\n", 2)[-2:]
        shares_its_line = re.match(r"[ \t]*[;{}]", self.code[head:])
        if shares_its_line or line_before[0].endswith("\\") or not self._begins_here(head):
            return None
        return Place(head, brace)

    def _begins_here(self, head):
        """Whether nothing else ends on the line: no `namespace a { int f()`, no `}  int f()`."""
        first = NOT_BLANK.search(self.code, head)
        line_end = self.text.find("\n", head)
        before_parenthesis = self.code[head:line_end].split("(")[0]
        return bool(first) and not re.search(r"[;{}]", before_parenthesis)
