# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The fast scan writes what --exact writes, byte for byte, over code that nobody here wrote: LevelDB, tagged from seeds (all of its
files by odd ones, with its compilation database; a third by even ones, without), or any tree that is given.

usage: corpus_equivalence_test.py BUILD-FOLDER WORK [--seeds A..B] [--share S] [--density D]
                                  [--corpus SOURCE --database FOLDER-OF-compile_commands.json]
77 = LevelDB's source cannot be had here.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys

import equivalence
import tag_functions

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def fetched_leveldb(work):
    """Its source, fetched as the demo fetches it, and again only if it is not there."""
    place = work / "leveldb" / "pristine"
    if not place.is_dir():
        script = f". '{ROOT}/tools/dev.d/source_package.sh' && fetch_source '{work}' leveldb '{work}/leveldb/pristine'"
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(done.stdout[-2000:], done.stderr[-2000:], "LevelDB's source cannot be fetched here", sep="\n")
            sys.exit(77)
    return place


def configured_leveldb(source, work):
    """The folder of its compilation database."""
    build = work / "configured"
    if not (build / "compile_commands.json").exists():
        subprocess.run(["cmake", "-S", source, "-B", build, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", "-DLEVELDB_BUILD_BENCHMARKS=OFF"],
                       check=True, stdout=subprocess.DEVNULL)
    return build


def moved_database(folder, source, tree, place):
    """The database with the copy's paths in place of the source's."""
    place.mkdir(parents=True, exist_ok=True)
    text = (folder / "compile_commands.json").read_text()
    (place / "compile_commands.json").write_text(text.replace(json.dumps(str(source))[1:-1], json.dumps(str(tree))[1:-1]))
    return place


def compare(scanner, tree, build, what):
    """Fast against exact, from one job and from many."""
    options = ["-p", str(build)] if build else []
    exact = scanner.scan(tree, "--exact", *options)
    failures = 0
    for jobs in ([], ["-j1"]):
        difference = equivalence.diff(exact, scanner.scan(tree, *options, *jobs), "--exact", " ".join(["fast", *jobs]))
        failures += bool(difference)
        print(f"{what}: {exact.manifest.count(b'  - id:')} entries, {'they differ' if difference else 'equal'}\n{difference}", flush=True)
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--seeds", default="1..2")
    parser.add_argument("--share", type=float, default=1.0, help="of the files, to tag")
    parser.add_argument("--density", type=float, default=0.2, help="of the places in a file, to tag")
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--database", type=pathlib.Path)
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    source = arguments.corpus.resolve() if arguments.corpus else fetched_leveldb(work)
    database = (arguments.database and arguments.database.resolve()) if arguments.corpus else configured_leveldb(source, work)
    scanner = equivalence.Scanner(arguments.build.resolve() / "bin" / "assay")
    first, last = arguments.seeds.split("..")
    failures = 0
    for seed in range(int(first), int(last) + 1):
        tree = work / "tagged"
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(source, tree, symlinks=True)
        # Only some files with even seeds, so that what is parsed together is a part of the tree.
        share = arguments.share if seed % 2 else arguments.share / 3
        files = tag_functions.tag_tree(tree, seed, share, arguments.density)
        # LevelDB is scanned in turn with its database and with guessed flags; a tree that is given, with what it came with.
        guesses = database is None or (not arguments.corpus and seed % 2 == 0)
        build = None if guesses else moved_database(database, source, tree, work / "database")
        failures += compare(scanner, tree, build, f"seed {seed}, {files} files tagged, {'without' if guesses else 'with'} a database")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
