# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Executes a page of docs: what a reader would type is typed, what the page says must come out comes out.

```sh        runs, all blocks of a page in one shell's state (folder, variables); it must succeed
```text      the output of the sh block before it, but for the widths of blanks; a line `…` stands for any lines, `…` in a
             line for any text
```LANG NAME is written to the file NAME in the current folder first
Any other block is a mistake: a page has no block that nobody runs.

usage: page_test.py BUILD-FOLDER PAGE
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(\S*)(?: (\S+))?\n(.*?)^```$", re.S | re.M)
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def pattern_of(expected):
    """The regular expression of a text block."""
    pattern = ""
    for line in expected.splitlines():
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            words = (re.escape(word).replace("…", ".*") for word in line.split())
            pattern += r"[ \t]*" + r"[ \t]+".join(words) + r"[ \t]*\n"
    return re.compile(pattern)


class Reader:
    """Somebody who follows a page, in a home of their own. State goes from block to block through a file."""

    def __init__(self, build, home):
        self.build = build
        self.state = home / ".state"
        self.environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
        self.environment.pop("ASSAY_DIR", None)
        self.state.write_text(f"cd '{ROOT}'\n", encoding="utf-8")

    def type(self, block):
        """Runs a block where the one before it ended; returns what it printed."""
        block = block.replace("build/release", str(self.build))
        script = (f". '{self.state}'\nset -e\n{block}\n"
                  f"{{ export -p; printf 'cd %q\\n' \"$PWD\"; }} > '{self.state}'\n")
        done = subprocess.run(["bash", "-c", script], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, check=False, timeout=300)
        if done.returncode != 0:
            sys.exit(f"exit code {done.returncode} from\n{block}\n{done.stdout}")
        return done.stdout

    def folder(self):
        return pathlib.Path(self.type("pwd").strip())


def follow(page, reader):
    output, blocks = "", 0
    for language, name, body in BLOCK.findall(page):
        blocks += 1
        if name:
            (reader.folder() / name).write_text(body, encoding="utf-8")
        elif language == "sh":
            output = reader.type(body)
        elif language == "text":
            if not pattern_of(body).fullmatch(output + ("" if output.endswith("\n") else "\n")):
                sys.exit(f"the page says\n{body}\nbut this came out\n{output}")
        else:
            sys.exit(f"a block of the language {language!r} that nobody runs:\n{body}")
    return blocks


def main():
    build, page = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as home:
        blocks = follow(page.read_text(encoding="utf-8"), Reader(build, pathlib.Path(home)))
    if blocks == 0:
        sys.exit("no block was found: nothing was tested")
    print(f"{page.name}: {blocks} blocks executed")


if __name__ == "__main__":
    main()
