# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Copies a source tree and puts the demo's tags into the copy, and beside each tag a counter of our own: what assay
counts is compared with these counters later (compare_counts.py)."""
import argparse
import pathlib
import re
import textwrap

import find_function
from leveldb_tags_table import TAGS

STATEMENT = re.compile(r"^[ \t]+(?:while|for|if|switch)\b", re.M)


def counter(tag):
    return f' DEMO_COUNT("{tag.name}");'


def lambda_of_ours(tag):
    return f"""
  {tag.text}
  const auto demoIsOption = [](const char* argument) {{{counter(tag)}
    return argument[0] == '-';
  }};
  for (int demoIndex = 1; demoIndex < argc; demoIndex++) demoIsOption(argv[demoIndex]);
"""


def with_tag(text, tag):
    if tag.place == "end":
        return text + tag.text + "\n"
    found = find_function.find_function(text, tag.function)
    head, body = found.head, found.brace + 1
    if tag.place == "lambda":
        return text[:body] + lambda_of_ours(tag) + text[body:]
    if tag.place == "inside":
        line = STATEMENT.search(text, body).start()
        return text[:body] + counter(tag) + text[body:line] + "  " + tag.text + "\n" + text[line:]
    indent = re.match(r"[ \t]*", text[head:]).group(0)
    return text[:head] + textwrap.indent(tag.text, indent) + "\n" + text[head:body] + counter(tag) + text[body:]


def write_if_different(path, content):
    """Leaves a file that is right already untouched, so that a second run of the demo builds nothing again."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("copy", type=pathlib.Path)
    options = parser.parse_args()
    by_file = {}
    for tag in TAGS:
        by_file.setdefault(tag.file, []).append(tag)
        print(f"{tag.what:<34} {tag.file}: {tag.function or 'end of the file'}")
    for path in sorted(p for p in options.source.rglob("*") if p.is_file()):
        name = path.relative_to(options.source).as_posix()
        content = path.read_bytes()
        for tag in by_file.pop(name, []):
            content = with_tag(content.decode("utf-8"), tag).encode("utf-8")
        write_if_different(options.copy / name, content)
    if by_file:
        raise SystemExit(f"not in {options.source}: {', '.join(by_file)}")


if __name__ == "__main__":
    main()
