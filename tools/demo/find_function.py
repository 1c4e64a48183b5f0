# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Finds a function's definition in a C++ file by the name it is written with. Reads brackets, not C++: enough for the
demo's table, and it says so when it finds none or more than one."""
import re
import typing

# Comments, literals and preprocessor lines; blanked, so that brackets in them do not count.
NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|^[ \t]*#(?:\\\n|[^\n])*', re.S | re.M)
# What may stand between a definition's parameters and its body: qualifiers, annotations, initialisers.
BETWEEN = re.compile(r"[\w\s:(),&*>\"'.+-]*?(?=[;{}])")
TO_THE_HEAD = re.compile(r"[;{}]|\b(?:public|private|protected)\s*:(?!:)")


class Found(typing.NamedTuple):
    head: int  # offset of the line where the definition begins, template header included
    brace: int  # offset of the body's opening brace


def blanked(code):
    return NOT_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group(0)), code)


def after_parentheses(code, opening):
    depth = 0
    for at in range(opening, len(code)):
        depth += (code[at] == "(") - (code[at] == ")")
        if depth == 0:
            return at + 1
    return len(code)


def head_of(code, at):
    """Offset of the line where the declaration that holds `at` begins."""
    start = 0
    for match in TO_THE_HEAD.finditer(code, 0, at):
        start = match.end()
    first = re.compile(r"\S").search(code, start)
    return code.rfind("\n", 0, first.start()) + 1


def find_function(text, name):
    code = blanked(text)
    found = []
    for match in re.finditer(r"(?<![\w:~])" + re.escape(name) + r"\s*\(", code):
        end = after_parentheses(code, match.end() - 1)
        between = BETWEEN.match(code, end)
        if between and code[between.end():between.end() + 1] == "{":
            found.append(Found(head_of(code, match.start()), between.end()))
    if len(found) != 1:
        raise LookupError(f"{len(found)} definitions of {name}, not one")
    return found[0]
