# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A step of the run is a command; one that fails says package, compiler, step, and the command that repeats it."""
import dataclasses
import os
import pathlib
import shlex
import subprocess

SECONDS = 3000  # a step that takes longer hangs


class Failure(Exception):
    def __init__(self, where, command, output):
        package, compiler, step = where
        last = "\n".join(output.rstrip().splitlines()[-40:])
        super().__init__(f"{package}{', ' + compiler if compiler else ''}: {step}\n  {command}\n{last}")


@dataclasses.dataclass
class Done:
    code: int
    output: str
    seconds: float  # of processors, children included: what else the machine does counts little
    command: str


def shown(command, folder, environment):
    settings = "".join(f"{name}={shlex.quote(value)} " for name, value in sorted(environment.items()))
    return f"cd {shlex.quote(str(folder))} && {settings}{shlex.join(command)}"


def run(where, command, folder, logs, codes=(0,), **environment):
    """`where` is (package, compiler, step). The output is kept in `logs`."""
    words = [str(word) for word in command]
    logs.mkdir(parents=True, exist_ok=True)
    log = logs / ("-".join(part for part in where[1:] if part).replace(" ", "-") + ".log")
    with open(log, "wb") as out:
        process = subprocess.Popen(["timeout", "-k", "10", str(SECONDS), *words], cwd=folder, stdout=out, stderr=subprocess.STDOUT,
                                   stdin=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C", **environment})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    output = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
    done = Done(process.returncode, output, usage.ru_utime + usage.ru_stime, shown(words, folder, environment))
    if codes and done.code not in codes:
        raise Failure(where, done.command, f"{output}\nexit code {done.code}; all of it: {log}")
    return done
