# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Names that say nothing, work left undone, tests that cannot fail, and a function that one compiler warns of."""
import re

import repository

# `Impl` hides what a thing is; `Common` and `Util` grow until nobody finds anything in them.
EMPTY_FILE = re.compile(r"(?i)(^|[/_])(managers?|helpers?|utils?|common|misc|impl)([/_.]|$)")
EMPTY_TYPE = re.compile(r"\b(?:class|struct|enum|namespace|concept)\s+\w*(?:Manager|Helpers?|Utils?|Common|Misc|Impl)\b")
UNDONE = re.compile(r"(?://|/\*|^\s*\*|#).*\b(?:TODO|FIXME|XXX|HACK)\b")
TOOTHLESS = re.compile(r"\bDISABLED_\w|\bSUCCEED\(\)|(?:EXPECT|ASSERT)_TRUE\(true\)")
# Clang warns of it where the library is GCC 12's, and that is seen only when the sanitized build comes along.
UNSTABLE = re.compile(r"\bstable_(sort|partition)\(")
SPDX = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
ITSELF = ("test/house/words.py", "test/house/checks_can_fail.py")


def findings_in(path, number, line):
    for pattern, text in ((EMPTY_TYPE, "a name that says nothing"), (UNDONE, "work left undone"),
                          (TOOTHLESS, "a test that cannot fail"), (UNSTABLE, "sortStably() of support/sort_stably.h takes its place")):
        match = pattern.search(line)
        if match:
            yield f"{path}:{number}: {text}: {match.group(0)}"


def check(root):
    findings = []
    for path in repository.files(root):
        if EMPTY_FILE.search(path) and path.startswith(("lib/", "tools/", "test/")) and not repository.is_case(path):
            findings.append(f"{path}: a file name that says nothing")
    scripts = [p for p in repository.files(root) if p.endswith((".py", ".sh"))]
    for path in repository.sources(root) + scripts:
        if path in ITSELF:
            continue
        content = repository.lines(root, path)
        if not any(SPDX in line for line in content[:2]):
            findings.append(f"{path}:1: no SPDX line")
        for number, line in enumerate(content, 1):
            findings += findings_in(path, number, line)
    return findings


if __name__ == "__main__":
    repository.main(check, "words.py")
