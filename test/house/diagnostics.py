# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every diagnostic id that the sources can print has its paragraph in docs/reference/diagnostics.d, once, and every
paragraph its id in the sources. The index page names every file of that folder."""
import re

import repository

ID = re.compile(r"\bassay-[a-z]+-\d{3}\b")
HEADING = re.compile(r"^## (assay-[a-z]+-\d{3}): \S")
FOLDER = "docs/reference/diagnostics.d/"
INDEX = "docs/reference/diagnostics.md"


def ids_in_sources(root):
    found = {}
    for path in repository.sources(root):
        if path.startswith(("lib/", "tools/")):
            for number, line in enumerate(repository.lines(root, path), 1):
                for name in ID.findall(line):
                    found.setdefault(name, f"{path}:{number}")
    return found


def check(root):
    findings = []
    used = ids_in_sources(root)
    explained = {}
    for page in (p for p in repository.files(root) if p.startswith(FOLDER)):
        if page.removeprefix("docs/reference/") not in repository.text(root, INDEX):
            findings.append(f"{INDEX}: does not lead to {page}")
        for number, line in enumerate(repository.lines(root, page), 1):
            match = HEADING.match(line)
            if not match:
                continue
            name = match.group(1)
            if name in explained:
                findings.append(f"{page}:{number}: {name} is explained at {explained[name]} already")
            explained[name] = f"{page}:{number}"
    findings += [f"{place}: {name} has no paragraph in {FOLDER}" for name, place in used.items() if name not in explained]
    findings += [f"{place}: nothing prints {name}" for name, place in explained.items() if name not in used]
    return sorted(findings)


if __name__ == "__main__":
    repository.main(check, "diagnostics.py")
