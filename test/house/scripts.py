# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The scripts: bash can parse them, tools/dev's help names every command, and the package table has the same groups for
every release, without a package twice in a row."""
import re
import subprocess

import repository

DEV = "tools/dev"
TABLE = "tools/dev.d/packages.tsv"


def check_syntax(root):
    for path in [DEV, ".ci/run", *(p for p in repository.files(root) if p.endswith(".sh"))]:
        done = subprocess.run(["bash", "-n", root / path], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            yield f"{path}: {done.stderr.strip()}"


def check_help(root):
    text = repository.text(root, DEV)
    commands = re.findall(r"^    ([a-z-]+)\) \w+_command", text, re.M)
    for command in commands:
        if not re.search(rf"^  tools/dev {command}\b", text, re.M):
            yield f"{DEV}: the help does not name {command}"
    if not commands:
        yield f"{DEV}: no command could be read"


def check_table(root):
    groups = {}
    for number, line in enumerate(repository.lines(root, TABLE), 1):
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 3:
            yield f"{TABLE}:{number}: {len(columns)} columns, not 3"
            continue
        release, group, packages = columns
        groups.setdefault(release, []).append(group)
        if len(set(packages.split())) != len(packages.split()):
            yield f"{TABLE}:{number}: a package stands twice in the row"
    for release, names in groups.items():
        if names != next(iter(groups.values())):
            yield f"{TABLE}: {release} has other groups than the first release, or in another order"


def check(root):
    return [*check_syntax(root), *check_help(root), *check_table(root)]


if __name__ == "__main__":
    repository.main(check, "scripts.py")
