# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""File-size budgets: 400 lines for any file of code, 700 for the whole of lib/support (of code: explaining it costs
nothing), 100 to 150 for the README.

Function sizes are clang-tidy's affair (readability-function-size). Tables (`*_table.h`, `*.tsv`) are data and exempt.
"""
import re

import repository

FILE_LINES = 400
SUPPORT_LINES = 700
README_LINES = (100, 150)
NOT_CODE = re.compile(r"^\s*(//.*)?$")
CODE = (".h", ".c", ".cpp", ".py", ".sh", ".cmake", ".txt")


def is_budgeted(path):
    return path.endswith(CODE) and not path.endswith("_table.h") and not repository.is_case(path)


def check(root):
    findings = []
    support = 0
    for path in repository.files(root):
        count = len(repository.lines(root, path)) if path.endswith(CODE) else 0
        if is_budgeted(path) and count > FILE_LINES:
            findings.append(f"{path}: {count} lines, the budget is {FILE_LINES}: split it by subject")
        if path.startswith("lib/support/") and path.endswith((".h", ".cpp")):
            support += sum(1 for line in repository.lines(root, path) if NOT_CODE.sub("", line))
    if support > SUPPORT_LINES:
        findings.append(f"lib/support: {support} lines of code, the budget is {SUPPORT_LINES}: what has a better room?")
    readme = len(repository.lines(root, "README.md"))
    if not README_LINES[0] <= readme <= README_LINES[1]:
        findings.append(f"README.md: {readme} lines, it should have {README_LINES[0]} to {README_LINES[1]}")
    return findings


if __name__ == "__main__":
    repository.main(check, "size.py")
