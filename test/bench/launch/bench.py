# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `assay cc` costs a unit without a tag, over the bare compiler: the same compile, in turns, medians compared. Three
launchers: without an index, with an index of 10 guarded files, with one of 1,000. docs/reference/benchmarks.md has the bar.

usage: bench.py --assay PROGRAM --llvm VERSION --work FOLDER [--turns N]
"""
import argparse
import pathlib
import shutil
import statistics
import subprocess
import time

LIMIT_MILLISECONDS = 8
BAR_FILES = 10


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("assay", "llvm", "work"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--turns", type=int, default=41)
    return parser.parse_args()


def make_tree(root, guarded):
    """A unit without a tag, and as many files with one."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "src").mkdir(parents=True)
    (root / "src/unit.c").write_text("int unit(int value) { return value; }\n", encoding="utf-8")
    for number in range(guarded):
        (root / f"src/tagged_{number}.c").write_text(
            f"// AI-generated: GPT-4, 2024-01-15\nint tagged_{number}(void) {{ return {number}; }}\n", encoding="utf-8")


def seconds_of(command, folder):
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True)
    return time.perf_counter() - begin


def medians(commands, folder, turns):
    """Median seconds by name; what is compared takes turns. The first turn warms up."""
    times = {name: [] for name in commands}
    for turn in range(turns + 1):
        for name, command in commands.items():
            took = seconds_of(command, folder)
            if turn > 0:
                times[name].append(took)
    return {name: statistics.median(values) for name, values in times.items()}


def compile_with(compiler):
    return [compiler, "-MD", "-MF", "unit.d", "-c", "src/unit.c", "-o", "unit.o"]


def commands_for(assay, compiler, work):
    plain = compile_with(compiler)
    commands = {"bare": plain, "no index": [assay, "cc", "--", *plain]}
    for guarded in (BAR_FILES, 1000):
        make_tree(work / "tree", guarded)
        index = work / f"index-{guarded}"
        shutil.rmtree(index, ignore_errors=True)
        subprocess.run([assay, "cc", "--prepare", index, work / "tree"], check=True, stderr=subprocess.DEVNULL)
        commands[f"{guarded} guarded files"] = [assay, "cc", f"--index={index}/index", "--", *plain]
    return commands


def main():
    options = arguments()
    work = pathlib.Path(options.work).resolve()
    for compiler in ("gcc", f"clang-{options.llvm}"):
        program = shutil.which(compiler)
        if program is None:
            print(f"{compiler} is not here")
            continue
        commands = commands_for(options.assay, program, work)
        result = medians(commands, work / "tree", options.turns)
        print(f"{compiler}: one small C file, median of {options.turns}, milliseconds")
        for name, seconds in result.items():
            print(f"  {name:20} {seconds * 1000:8.2f}   over the bare compiler {(seconds - result['bare']) * 1000:6.2f}")
        over = (result[f"{BAR_FILES} guarded files"] - result["bare"]) * 1000
        verdict = "ok" if over <= LIMIT_MILLISECONDS else "short"
        print(f"bar launch.untagged-unit.{compiler} {over:.2f} ms {LIMIT_MILLISECONDS} {verdict}")


if __name__ == "__main__":
    main()
