# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""docs/reference/exit-codes.md has a row for every value of lib/support/exit_code.h, and no other."""
import re

import repository

HEADER = "lib/support/exit_code.h"
PAGE = "docs/reference/exit-codes.md"


def check(root):
    coded = set(re.findall(r"^\s+\w+ = (\d+),", repository.text(root, HEADER), re.M))
    paged = set(re.findall(r"^\|\s*`?(\d+)`?\s*\|", repository.text(root, PAGE), re.M))
    if not coded:
        return [f"{HEADER}: no exit code could be read"]
    return [f"{PAGE}: says nothing of exit code {code}" for code in sorted(coded - paged)] + [
        f"{PAGE}: {HEADER} has no exit code {code}" for code in sorted(paged - coded)]


if __name__ == "__main__":
    repository.main(check, "exit_codes.py")
