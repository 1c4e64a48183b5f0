# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""clang-tidy over the units of a build that lie under given folders of the repository; all of them by default.

The flags are those of the build's compile_commands.json; .clang-tidy says which findings are errors. Deprecated parts of
the standard library are the compilers' affair: clang-tidy reports those that it meets inside the library's own headers.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys


def units(build, root, folders):
    """Source files of the build below one of the folders, sorted."""
    with open(build / "compile_commands.json", encoding="utf-8") as stream:
        listed = {(pathlib.Path(row["directory"]) / row["file"]).resolve() for row in json.load(stream)}
    inside = [root / folder for folder in folders]
    return sorted(p for p in listed if any(p.is_relative_to(f) for f in inside))


def tidy(program, build, path):
    command = [program, "--quiet", "-p", str(build), "--extra-arg=-Wno-unknown-warning-option",
               "--extra-arg=-Wno-deprecated-declarations", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return path, done.returncode, done.stdout if done.returncode == 0 else done.stdout + done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clang-tidy", default="clang-tidy", metavar="PROGRAM")
    parser.add_argument("--build", type=pathlib.Path, required=True, metavar="DIR")
    parser.add_argument("--jobs", type=int, default=1, metavar="N")
    parser.add_argument("repository", type=pathlib.Path)
    parser.add_argument("folders", nargs="*", default=["lib", "tools", "test"])
    options = parser.parse_args()
    root = options.repository.resolve()
    todo = units(options.build.resolve(), root, options.folders)
    if not todo:
        sys.exit(f"no unit of {options.build} lies under {' '.join(options.folders)}: nothing would be checked")
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = [pool.submit(tidy, options.clang_tidy, options.build, path) for path in todo]
        for number, run in enumerate(concurrent.futures.as_completed(runs), 1):
            path, code, output = run.result()
            bad += code != 0
            print(f"[{number}/{len(todo)}] {path.relative_to(root)}: {'clean' if code == 0 else 'FINDINGS'}", flush=True)
            if output.strip():
                print(output, flush=True)
    print(f"{len(todo)} units, {bad} with findings")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
