# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How many tagged functions `assay scan` names right in a bare checkout: foreign projects without a build folder, one of them
without the libraries and generated headers that it needs. The truth is what ctags says, which knows nothing of Clang.
Fails under 95 % of a project's functions, and when a tag is lost.

usage: bare_checkout_test.py BUILD-FOLDER; 77 = no source can be had here (with CI=true that is a failure)
"""
import dataclasses
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

import tag_tree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SEED = 20240115
LIMIT = 0.95


@dataclasses.dataclass
class Project:
    package: str
    folders: list      # what is tagged
    count: int = 40


PROJECTS = [
    Project("leveldb", ["db", "util", "table", "include", "helpers"]),
    Project("re2", ["re2", "util"]),
    Project("ledger", ["src"]),  # Boost, GMP, MPFR and a generated header are missing
]


def fetch(work):
    """The packages' unpacked sources, by name; None when they cannot be had."""
    script = f"""set -e; . "{ROOT}/tools/dev.d/source_package.sh"; private_apt "{work}/apt"
        export APT_CONFIG="{work}/apt/apt.conf" LC_ALL=C; apt-get -q update
        mkdir -p "{work}/sources"; cd "{work}/sources"; apt-get -q source {' '.join(p.package for p in PROJECTS)}"""
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=300)
    if done.returncode != 0:
        print(f"the sources cannot be fetched:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return None
    folders = [path for path in sorted((work / "sources").iterdir()) if path.is_dir()]
    return {project.package: next(f for f in folders if f.name.startswith(project.package + "-"))
            for project in PROJECTS}


def scan(assay, tree, *options):
    """The entries by prompt: (name, first line, precision)."""
    manifest = tree / "assay.yaml"
    manifest.unlink(missing_ok=True)
    done = subprocess.run([assay, "scan", *options], cwd=tree, capture_output=True, text=True, check=False,
                          timeout=600)
    if done.returncode not in (0, 3):
        sys.exit(f"assay scan ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    entries = {}
    for function in yaml.load(manifest.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["functions"]:
        line = int(str(function.get("lines", 0)).split("-", maxsplit=1)[0])
        entries.setdefault(function["prompt"], []).append(
            (tag_tree.plain_name(function.get("name", "")), line, function.get("precision", "exact")))
    return entries


def measure(project, assay, source, work):
    tree = work / project.package
    shutil.copytree(source, tree, symlinks=True)
    tagged = tag_tree.tag_tree(tree, project.folders, project.count, SEED)
    found = scan(assay, tree)
    right = [tag for tag in tagged if [entry[:2] for entry in found.get(tag.key, [])] == [(tag.name, tag.line)]]
    share = len(right) / max(1, len(tagged))
    print(f"{project.package}: {len(tagged)} functions tagged, {len(right)} named right = {share:.1%}")
    for tag in tagged:
        if tag not in right:
            print(f"  {tag.key}: {(tag.name, tag.line)} but found {found.get(tag.key)}")
    lost = [tag.key for tag in tagged if tag.key not in found]
    if lost:
        print(f"  not in the manifest at all: {', '.join(lost)}")
    return share >= LIMIT and not lost and len(tagged) == project.count


def main():
    assay = pathlib.Path(sys.argv[1]).resolve() / "bin/assay"
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        sources = fetch(work)
        if sources is None:
            sys.exit(1 if os.environ.get("CI") == "true" else 77)
        results = [measure(project, assay, sources[project.package], work) for project in PROJECTS]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
