# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What assay-cc costs a unit without a tag, over the bare compiler: the same compile, in turns, medians compared. Without an
index, with an index of 10 guarded files, with one of 1,000. docs/reference/benchmarks.md has the bar.

usage: bench.py --assay PROGRAM --llvm VERSION --work FOLDER [--turns N]
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import time

LIMIT_MILLISECONDS = 5
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


def milliseconds_of(command, folder):
    """Wall time, and the time of the processor with all children."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return took * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def medians(commands, folder, turns):
    """Median milliseconds by name, wall and processor; what is compared takes turns. The first turn warms up."""
    times = {name: [] for name in commands}
    for turn in range(turns + 1):
        for name, command in commands.items():
            took = milliseconds_of(command, folder)
            if turn > 0:
                times[name].append(took)
    return {name: tuple(map(statistics.median, zip(*values))) for name, values in times.items()}


def compile_with(compiler):
    return [compiler, "-MD", "-MF", "unit.d", "-c", "src/unit.c", "-o", "unit.o"]


def commands_for(assay, compiler, work):
    plain = compile_with(compiler)
    commands = {"bare": plain, "no index": [f"{assay}-cc", *plain],
                "no index, assay cc": [assay, "cc", "--", *plain]}
    for guarded in (BAR_FILES, 1000):
        make_tree(work / "tree", guarded)
        index = work / f"index-{guarded}"
        shutil.rmtree(index, ignore_errors=True)
        subprocess.run([assay, "cc", "--prepare", index, work / "tree"], check=True, stderr=subprocess.DEVNULL)
        commands[f"{guarded} guarded files"] = [f"{assay}-cc", f"--index={index}/index", *plain]
    return commands


def main():
    options = arguments()
    work = pathlib.Path(options.work).resolve()
    for compiler in ("gcc", f"clang-{options.llvm}"):
        program = shutil.which(compiler)
        if program is None:
            print(f"{compiler} is not here")
            continue
        commands = commands_for(str(pathlib.Path(options.assay).resolve()), program, work)
        result = medians(commands, work / "tree", options.turns)
        print(f"{compiler}: one small C file, median of {options.turns}, milliseconds: wall, processor, over the bare compiler")
        bare = result["bare"]
        for name, (wall, processor) in result.items():
            print(f"  {name:20} {wall:8.2f} {processor:8.2f} {wall - bare[0]:8.2f} {processor - bare[1]:8.2f}")
        over = result[f"{BAR_FILES} guarded files"][1] - bare[1]
        verdict = "ok" if over <= LIMIT_MILLISECONDS else "short"
        print(f"bar launch.untagged-unit.{compiler} {over:.3f} ms {LIMIT_MILLISECONDS:.3f} {verdict}")


if __name__ == "__main__":
    main()
