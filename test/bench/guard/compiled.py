# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What guards cost the compiler, and what the compiler makes of them: the same generated files with and without guards, each
compiler in turn."""
import os
import re
import statistics
import subprocess

import program
import units

MANY = 200
TURNS, TURNS_OF_MANY = 31, 7
# name: (functions, header, guards)
VARIANTS = {"bare": (0, False, False), "header": (0, True, False), "plain-1": (1, False, False), "guard-1": (1, True, True),
            "plain-many": (MANY, False, False), "guard-many": (MANY, True, True)}
HOT, COLD, UNWINDING, DATA = "hot", "cold", "unwinding", "data"
SECTIONS = ((COLD, r"\.text\.unlikely|\.text\..*\.cold|\.text\.split"), (HOT, r"\.text"), (UNWINDING, r"\.eh_frame|\.gcc_except_table"),
            (DATA, r"\.(data|bss|rodata)"))


def command(run, compiler, variant):
    language = ["-x", "c++", "-std=c++17"] if "++" in compiler else ["-x", "c", "-std=c11"]
    return [compiler, *language, "-O2", "-I", run.headers, "-c", run.work / f"{variant}.src", "-o",
            run.work / f"{variant}.{compiler}.o"]


def milliseconds(words):
    """Processor time of one compiler run, all its processes."""
    child = subprocess.Popen([str(word) for word in words])
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise program.Failed(f"exit code {child.returncode} of: {' '.join(map(str, words))}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def write_units(run):
    for name, (functions, header, guarded) in VARIANTS.items():
        (run.work / f"{name}.src").write_text(units.unit(functions, header, guarded), encoding="utf-8")


def turns_of(variant):
    return TURNS_OF_MANY if variant.endswith("many") else TURNS


def medians(run):
    """Milliseconds by (compiler, variant): all take turns, the first turn warms up."""
    taken = {}
    for turn in range(TURNS + 1):
        run.progress.count("compiles", turn, TURNS + 1)
        for variant in VARIANTS:
            if turn > turns_of(variant):
                continue
            for compiler in run.compilers:
                took = milliseconds(command(run, compiler, variant))
                taken.setdefault((compiler, variant), []).extend([took] if turn > 0 else [])
    return {key: statistics.median(values) for key, values in taken.items()}


def costs(times):
    """Of one compiler, its medians by variant: the header, the first function, each of many; in ms."""
    header = times["header"] - times["bare"]
    first = times["guard-1"] - times["plain-1"] - header
    each = (times["guard-many"] - times["plain-many"] - header) / MANY
    return header, first, each


def compile_times(run):
    write_units(run)
    times = medians(run)
    rows = []
    for compiler in run.compilers:
        own = {variant: times[(compiler, variant)] for variant in VARIANTS}
        header, first, each = costs(own)
        rows.append([compiler, own["bare"], header, own["plain-many"] / MANY, first, each])
        run.held.bar("guard.header.COMPILER", header, compiler)
        run.held.bar("guard.per-function.COMPILER", each, compiler)
    run.title("What guards cost the compiler, -O2: processor ms")
    run.table(["", "empty file", "header", "a function", "guard, the first", f"guard, each of {MANY}"], rows)


def sections(text):
    """Bytes by kind, of what `size -A` prints of an object file."""
    found = dict.fromkeys((HOT, COLD, UNWINDING, DATA), 0)
    for name, size in re.findall(r"^(\.\S+)\s+(\d+)\s+\d+$", text, re.M):
        kind = next((kind for kind, pattern in SECTIONS if re.match(pattern, name)), None)
        if kind:
            found[kind] += int(size)
    return found


def code_of_functions(text):
    """Bytes of what `nm -S` prints as code, without its cold parts. A section holds the padding between functions, too."""
    return sum(int(size, 16) for size, name in re.findall(r"^\w+ (\w+) [tT] (\S+)$", text, re.M) if not name.endswith(".cold"))


def printed(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def object_sections(run, compiler, variant):
    words = command(run, compiler, variant)
    milliseconds(words)
    return sections(printed("size", "-A", "-d", words[-1])) | {HOT: code_of_functions(printed("nm", "-S", words[-1]))}


def code_size(run):
    write_units(run)
    rows = []
    for compiler in run.compilers:
        with_guards, without = (object_sections(run, compiler, variant) for variant in ("guard-many", "plain-many"))
        per_site = {kind: (with_guards[kind] - without[kind]) / MANY for kind in with_guards}
        rows.append([compiler, without[HOT] / MANY, *per_site.values()])
        run.held.bar("guard.hot-code.COMPILER", per_site[HOT], compiler)
    run.title("Bytes that a guard adds to a function with three returns and three calls, -O2")
    run.table(["", "without", "hot code", "cold code", "unwinding", "data and name"], rows)
