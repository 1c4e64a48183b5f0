# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Pages do not rot: every repository path that README, docs or a comment cites exists, every relative link resolves,
every page is reachable from docs/index.md.

A path is cited when it begins with a top-level folder of ours. `<room>`, `*` and `…` make it a pattern that has to
match something. Comments in code also show made-up paths of users' projects ("lib/db.cc"), so only what has a room or
is a page counts there.
"""
import fnmatch
import posixpath
import re

import repository

CITED = re.compile(r"(?<![\w/.$}-])((?:lib|test|tools|docs|\.ci)/[\w./<>*+{},…-]*[\w>*}])")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
FENCE = re.compile(r"^\s*(```|~~~)")
IN_COMMENT = re.compile(r"docs/|\w+/\w+/")
OUTSIDE = re.compile(r"^[a-z]+:")


def pages(root):
    return [p for p in repository.files(root) if p.endswith(".md") and not repository.is_case(p)]


def outside_fences(content):
    """Numbered lines of a page that are not in a code block."""
    fenced = False
    for number, line in enumerate(content, 1):
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, line


def known_paths(root):
    known = set(repository.files(root))
    for path in list(known):
        while "/" in path:
            path = path.rsplit("/", 1)[0]
            known.add(path)
    return known


def is_there(cited, known):
    path = cited.rstrip("/.")
    if path in known:
        return True
    pattern = re.sub(r"<[^>]*>|…", "*", path)
    alternatives = re.fullmatch(r"(.*)\{(.*)\}(.*)", pattern)
    if alternatives:
        head, middle, tail = alternatives.groups()
        return all(is_there(head + word + tail, known) for word in middle.split(","))
    if "*" in pattern:
        return any(fnmatch.fnmatchcase(k, pattern) for k in known)
    return any(k.startswith(path + ".") for k in known)  # "lib/support/file" for the pair of files


def check_links(root, page, known):
    for number, line in outside_fences(repository.lines(root, page)):
        for target in LINK.findall(line):
            resolved = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
            if not OUTSIDE.match(target) and resolved not in known:
                yield f"{page}:{number}: the link to {target} leads nowhere"


def check_citations(root, path, known):
    content = repository.lines(root, path)
    is_page = path.endswith(".md")
    for number, line in outside_fences(content) if is_page else enumerate(content, 1):
        if not is_page and not re.match(r"\s*(//|#|\*)", line):
            continue
        for cited in CITED.findall(line):
            if (is_page or IN_COMMENT.match(cited)) and not is_there(cited, known):
                yield f"{path}:{number}: there is no {cited}"


def reachable(root, known):
    seen, queue = set(), ["docs/index.md"]
    while queue:
        page = queue.pop()
        if page in seen or page not in known or not page.endswith(".md"):
            continue
        seen.add(page)
        for _, line in outside_fences(repository.lines(root, page)):
            queue += [posixpath.normpath(posixpath.join(posixpath.dirname(page), t)) for t in LINK.findall(line)]
    return seen


def check(root):
    known = known_paths(root)
    findings = []
    for page in pages(root):
        findings += check_links(root, page, known)
    for path in pages(root) + repository.sources(root):
        findings += check_citations(root, path, known)
    seen = reachable(root, known)
    for page in pages(root):
        if page.startswith("docs/") and page not in seen:
            findings.append(f"{page}: no way leads here from docs/index.md")
    return findings


if __name__ == "__main__":
    repository.main(check, "docs.py")
