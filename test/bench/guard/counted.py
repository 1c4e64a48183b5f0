# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The table of prices in instructions: exact, and the same on a machine that does other things. What the kernel does for a
packet is not in it."""
import pathlib
import re
import subprocess
import tempfile

import prices

DUMP = re.compile(r"^desc: Trigger: Client Request: (?P<name>\S+)$.*?^summary: (?P<instructions>\d+)$", re.M | re.S)


def read_dumps(texts, calls):
    """Each row was dumped three times: to begin, then twice, the second time with so many calls more."""
    dumps = {}
    for match in filter(None, map(DUMP.search, texts)):
        dumps.setdefault(match["name"], []).append(int(match["instructions"]))
    return prices.Prices({name: (more - few) / calls for name, (_, few, more) in dumps.items()})


def number_of(path):
    return int(path.suffix[1:])


def instructions(run):
    run.progress.say("instructions of all rows, under callgrind")
    with tempfile.TemporaryDirectory() as folder:
        # XRay rewrites code that is running.
        valgrind = ("valgrind", "-q", "--tool=callgrind", "--smc-check=all", f"--callgrind-out-file={folder}/out")
        said = run.program.run("instructions", before=valgrind, stdout=subprocess.PIPE, stderr=run.log)
        dumps = sorted((path for path in pathlib.Path(folder).glob("out.*")), key=number_of)
        table = read_dumps((path.read_text(encoding="utf-8") for path in dumps), int(said.split()[1]))
    prices.print_prices(run, table, "instructions")
    run.note("a read of the time-stamp counter is one instruction here, and takes far longer than others")
