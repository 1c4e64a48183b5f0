# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""clang-tidy over the units of a build that lie under given folders of the repository; all of them by default.

The flags are those of the build's compile_commands.json; .clang-tidy says which findings are errors. Deprecated parts of
the standard library are the compilers' affair: clang-tidy reports those that it meets inside the library's own headers.

Most of the time goes into headers, so the units of a folder with the same flags are checked as one: their texts, one behind
the other (not included: some checks look at the main file only), and each finding is put back into the file it is about.
Texts that do not compile together are checked in two parts, down to each alone.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

MOST_TOGETHER = 25
Unit = collections.namedtuple("Unit", "path folder flags")


def flags_of(row):
    """What a command says about the meaning of its file, without compiler, input and output."""
    words = iter((row["arguments"] if "arguments" in row else shlex.split(row["command"])))
    flags = []
    for word in words:
        if word in ("-o", "-MF", "-MT", "-MQ"):
            next(words)
        elif word.startswith("-") and word not in ("-c", "-MD", "-MMD"):
            flags.append(word)
            if word in ("-isystem", "-I", "-D", "-U", "-include", "-x", "-iquote"):
                flags.append(next(words))
    return tuple(flags)


def sources_of(row):
    """The files that a command compiles: several, where the build joins them by a file of includes."""
    path = (pathlib.Path(row["directory"]) / row["file"]).resolve()
    if path.parent.name != "Unity":
        return [path]
    text = path.read_text(encoding="utf-8")
    return [pathlib.Path(name).resolve() for name in re.findall(r'^#include "(.+)"$', text, re.MULTILINE)]


def units(build, root, folders):
    """Source files of the build below one of the folders, sorted, each once."""
    inside = [root / folder for folder in folders]
    found = {}
    with open(build / "compile_commands.json", encoding="utf-8") as stream:
        for row in json.load(stream):
            for path in sources_of(row):
                if any(path.is_relative_to(f) for f in inside):
                    found.setdefault(path, Unit(path, row["directory"], flags_of(row)))
    return [found[path] for path in sorted(found)]


def batches(todo):
    """Units that can be one text: of the same room, kind and flags."""
    alike = collections.defaultdict(list)
    for unit in todo:
        alike[unit.path.parent, unit.path.suffix, unit.folder, unit.flags].append(unit)
    for same in alike.values():
        parts = -(-len(same) // MOST_TOGETHER)
        yield from (same[part::parts] for part in range(parts))


def joined(batch):
    """The texts as one, and for each of its lines the file and line where it stands."""
    lines, places = [], []
    for unit in batch:
        for number, line in enumerate(unit.path.read_text(encoding="utf-8").splitlines(), 1):
            lines.append(line)
            places.append((unit.path, number))
    return "\n".join(lines) + "\n", places


def put_back(output, text, places):
    """Findings in the joined text become findings in the files that it is made of; so do the lines shown with them."""
    lines, inside = [], False
    for line in output.splitlines():
        finding = re.match(r"(\S+?):(\d+):(?=\d+: )", line)
        shown = re.match(r"( *)(\d+)(?= \|)", line)
        if finding:
            inside = finding.group(1) == str(text)
        if finding and inside:
            path, number = places[int(finding.group(2)) - 1]
            line = f"{path}:{number}:{line[finding.end():]}"
        elif shown and inside:
            number = places[int(shown.group(2)) - 1][1]
            line = str(number).rjust(shown.end()) + line[shown.end():]
        lines.append(line)
    return "\n".join(lines)


def run(program, root, unit, path):
    around = [f"-iquote{unit.path.parent}"]
    command = [program, "--quiet", f"--config-file={root / '.clang-tidy'}", str(path), "--", *unit.flags, *around,
               "-Wno-unknown-warning-option", "-Wno-deprecated-declarations"]
    done = subprocess.run(command, cwd=unit.folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout if done.returncode == 0 else done.stdout + done.stderr


def tidy(program, root, batch):
    """For each part of the batch that was checked at once: its units, the exit code and what was said."""
    if len(batch) > 1:
        with tempfile.TemporaryDirectory(prefix="assay-tidy.") as folder:
            path = pathlib.Path(folder, "joined" + batch[0].path.suffix)
            text, places = joined(batch)
            path.write_text(text, encoding="utf-8")
            code, output = run(program, root, batch[0], path)
        if "[clang-diagnostic-error]" not in output:
            return [(batch, code, put_back(output, path, places))]
        print(f"{len(batch)} units from {batch[0].path.relative_to(root)} on do not compile together; in two parts", flush=True)
        half = len(batch) // 2
        return [*tidy(program, root, batch[:half]), *tidy(program, root, batch[half:])]
    unit = batch[0]
    return [(batch, *run(program, root, unit, unit.path))]


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
    bad = number = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = [pool.submit(tidy, options.clang_tidy, root, batch) for batch in batches(todo)]
        for done in concurrent.futures.as_completed(runs):
            for part, code, output in done.result():
                bad += code != 0
                number += len(part)
                names = " ".join(str(unit.path.relative_to(root)) for unit in part)
                print(f"[{number}/{len(todo)}] {names}: {'clean' if code == 0 else 'FINDINGS'}", flush=True)
                if output.strip():
                    print(output, flush=True)
    print(f"{len(todo)} units, {bad} with findings")
    sys.exit(1 if bad or number != len(todo) else 0)


if __name__ == "__main__":
    main()
