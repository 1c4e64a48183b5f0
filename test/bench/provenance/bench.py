# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What asking git for the authors of functions costs in a long history: `assay annotate --from git` and `assay report --sources` over a generated
repository of many commits, files and notes, beside `git blame` alone of the same files. docs/reference/benchmarks.md has the bars.

usage: bench.py --assay PROGRAM --llvm VERSION --work FOLDER [--commits N] [--files N] [--asked N]
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import time

FUNCTIONS = 40  # in a file
LINES = 8  # of a function
NOTED = 3  # every so many-th commit has a note, every so many-th but one a trailer
LIMITS = {"provenance.of-git": 1.5, "provenance.memory": 256}
QUIET = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
SESSION = {"schema_version": "authorship/3.0.0", "git_ai_version": "1.4.5", "base_commit_sha": "0" * 40, "prompts": {},
           "sessions": {"s_c9883b05a2487d": {"agent_id": {"tool": "cursor", "id": "1", "model": "claude-sonnet-4-5"}}}}


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("assay", "llvm", "work"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--commits", type=int, default=50000)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--asked", type=int, default=20, help="of so many files; each of them costs git a walk through the history")
    return parser.parse_args()


class History:
    """What `git fast-import` reads: files of functions, one of which each commit edits; notes come last."""

    def __init__(self, files, seed=10):
        self.random = random.Random(seed)
        self.names = [f"src/part_{number}.cpp" for number in range(files)]
        self.bodies = {name: [[f"  value += {line};" for line in range(LINES - 3)] for _ in range(FUNCTIONS)] for name in self.names}
        self.notes = []

    def text(self, name):
        stem = pathlib.PurePath(name).stem
        return "".join(f"int {stem}_{number}(int value) {{\n" + "\n".join(body) + "\n  return value;\n}\n\n"
                       for number, body in enumerate(self.bodies[name]))

    def edit(self, commit):
        """Gives a function another body. The name of the file, and the lines of it that are new."""
        name, function = self.random.choice(self.names), self.random.randrange(FUNCTIONS)
        self.bodies[name][function] = [f"  value ^= {commit * LINES + line};" for line in range(LINES - 3)]
        first = function * (LINES + 1) + 2
        return name, f"{first}-{first + LINES - 4}"

    @staticmethod
    def data(text):
        return f"data {len(text.encode())}\n{text}\n"

    def commit(self, number, changed, message):
        who = f"Dev <dev@example.com> {1_600_000_000 + number * 600} +0000"
        head = f"commit refs/heads/main\nmark :{number + 1}\nauthor {who}\ncommitter {who}\n" + self.data(message)
        return head + "".join(f"M 644 inline {name}\n" + self.data(self.text(name)) for name in changed)

    def stream(self, commits):
        yield self.commit(0, self.names, "Begin")
        for number in range(1, commits):
            name, lines = self.edit(number)
            kind = number % NOTED
            yield self.commit(number, [name], "Change" + ("\n\nCo-authored-by: aider (gpt-4o) <aider@aider.chat>\n" if kind == 1 else ""))
            if kind == 2:
                self.notes.append((number + 1, f"{name}\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 {lines}\n---\n{json.dumps(SESSION)}\n"))
        who = "Dev <dev@example.com> 1700000000 +0000"
        yield f"commit refs/notes/ai\ncommitter {who}\n" + self.data("notes")
        for mark, text in self.notes:
            yield f"N inline :{mark}\n" + self.data(text)


def make_repository(folder, commits, files):
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True, env=QUIET)
    writer = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE, env=QUIET)
    for piece in History(files).stream(commits):
        writer.stdin.write(piece.encode())
    writer.stdin.close()
    if writer.wait() != 0:
        raise SystemExit("git fast-import failed")
    subprocess.run(["git", "checkout", "-q", "main"], cwd=folder, check=True, env=QUIET)
    (folder / ".git/info/exclude").write_text("assay.yaml\n", encoding="utf-8")


def measured(command, folder):
    """Wall seconds, processor seconds with all children, peak of the largest process in MB, what was printed."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=QUIET)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed


def blame_alone(folder, names):
    script = 'for file; do git blame -w -M --porcelain "$file" >"$0"; done'
    return measured(["sh", "-c", script, os.devnull, *names], folder)


def compare(folder, assay, names):
    """Prints what git and assay take, without and with a graph of the commits; gives the last rows."""
    for graph in (False, True):
        if graph:
            subprocess.run(["git", "commit-graph", "write", "--reachable", "--changed-paths"], cwd=folder, check=True, env=QUIET, capture_output=True)
        git = blame_alone(folder, names)
        annotate = measured([assay, "annotate", "--from", "git", "--confidence", "low", *names], folder)
        print(f"{'with' if graph else 'without'} a graph of the commits: wall s, processor s, largest process MB")
        for name, row in (("git blame", git), ("assay annotate --from git", annotate)):
            print(f"  {name:28} {row[0]:8.1f} {row[1]:8.1f} {row[2]:8.0f}")
        print(f"  {annotate[3].count(b'+// AI-')} functions have a tag proposed")
    return git, annotate


def main():
    options = arguments()
    assay = str(pathlib.Path(options.assay).resolve())
    folder = pathlib.Path(options.work).resolve() / "repository"
    begin = time.perf_counter()
    make_repository(folder, options.commits, options.files)
    names = sorted(str(file.relative_to(folder)) for file in (folder / "src").iterdir())[:options.asked]
    print(f"{options.commits} commits, {options.files} files of {FUNCTIONS} functions, a third of the commits with a note and a third with a trailer; "
          f"made in {time.perf_counter() - begin:.0f} s; asked of {len(names)} files")
    git, annotate = compare(folder, assay, names)
    own = {"provenance.of-git": (annotate[1] / git[1], "x"), "provenance.memory": (annotate[2], "MB")}
    for name, (value, unit) in own.items():
        print(f"bar {name} {value:.3f} {unit} {LIMITS[name]:.3f} {'ok' if value <= LIMITS[name] else 'short'}")


if __name__ == "__main__":
    main()
