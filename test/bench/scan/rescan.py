# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Scans that have little to do, against what the least they could do costs: ripgrep over the tree, or the parse of the
one file that changed."""
import json
import shlex

import timing

PATTERN = "AI-generated"


def against_ripgrep(bench, case, scan):
    """Ratio to `rg -l` as people type it; the other rows say where it comes from."""
    times = 15 if bench.quick else 61

    def ripgrep(*words, one_core):
        return timing.Command([bench.tools.ripgrep, "-l", *words, PATTERN], case.source, (0, 1), one_core)

    wide = scan._replace(words=[word for word in scan.words if word != "-j1"], one_core=False)
    taken = timing.taking_turns(
        [wide, ripgrep(one_core=False), scan, ripgrep("-j1", one_core=True),
         ripgrep("-j1", "-tcpp", "-tc", one_core=True)], times)
    names = ["assay scan", f"rg -l {PATTERN}", "assay scan -j1, one core", "rg -j1, one core",
             "rg -j1 -tcpp -tc, one core"]
    bench.table(["", "ms", "to rg -l", "cpu ms", "to rg -l"],
                [[name, one.wall * 1e3, one.wall / taken[1].wall, one.cpu * 1e3, one.cpu / taken[1].cpu]
                 for name, one in zip(names, taken)])
    return taken[0].wall / taken[1].wall


def nothing_tagged(bench):
    bench.title("RocksDB without a tag, against ripgrep in the same tree")
    case = bench.corpus("rocksdb").case("untagged", "library", [])
    bench.progress.say("scanning a tree without tags, in turns with ripgrep")
    bench.bar("scan.nothing-tagged", against_ripgrep(bench, case, bench.cold_scan(case)), "x", 1)


def unchanged(bench):
    bench.title("RocksDB, 50 tags, nothing changed since the last scan, against ripgrep in the same tree")
    case = bench.spread_case("rocksdb")
    bench.progress.say("scanning an unchanged tree, in turns with ripgrep")
    bench.bar("scan.unchanged", against_ripgrep(bench, case, bench.scan(case)), "x", 1.5)


def parse_command(bench, case, path):
    """Clang over one file with the file's own flags, bodies skipped."""
    entries = json.loads((case.build / "compile_commands.json").read_text(encoding="utf-8"))
    entry = next(e for e in entries if e["file"] == str(case.source / path))
    words = shlex.split(entry["command"])[1:]
    output = words.index("-o")
    words[output:output + 2] = []
    words.remove("-c")
    return timing.Command([bench.tools.clang, "-w", "-fsyntax-only", "-Xclang", "-skip-function-bodies",
                           *(word for word in words if not word.startswith("-W"))], entry["directory"], (0, 1))


class Edited:
    """A tagged file whose tagged body changes with every round; as it was at the end."""

    def __init__(self, tree, case, tag):
        self.file = case.source / tag.function.path
        self.before = self.file.read_bytes()
        self.anchor = tag.text.encode("latin-1") + b"\n"
        original = tree.pristine / tag.function.path
        place = tree.chooser("library", 0, [tag.function.path]).text(tag.function.path).place_of(tag.function)
        self.head = original.read_bytes()[place.head:place.brace + 1]

    def write(self, number):
        at = self.before.index(self.head, self.before.index(self.anchor)) + len(self.head)
        self.file.write_bytes(self.before[:at] + f" (void){number};".encode() + self.before[at:])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.write_bytes(self.before)


def rounds_of(bench, case, tag, times):
    """The least of the scan after an edit and of the file's own parse, which take turns: five times, more if they are short."""
    scan, parse = bench.scan(case), parse_command(bench, case, tag.function.path)
    if bench.tools.has_cache:
        timing.run(scan)
    rounds = []
    with Edited(bench.corpus("rocksdb"), case, tag) as edited:
        while len(rounds) < 5 or (len(rounds) < times and sum(run.wall for pair in rounds for run in pair) < 20):
            edited.write(1000 + len(rounds))
            rounds.append((timing.run(scan), timing.run(parse)))
    return [timing.least(column) for column in zip(*rounds)]


def one_edited(bench):
    bench.title("RocksDB, 50 tags, the body of one tagged function edited, against that file's parse with bodies skipped")
    case = bench.spread_case("rocksdb")
    suffixes = bench.corpus("rocksdb").source.sources
    tags = [t for t in case.tags if t.function.path in case.units and t.function.path.endswith(suffixes)]
    rows = []
    for tag in tags[:: max(1, len(tags) // (3 if bench.quick else 8))]:
        bench.progress.say(f"editing {tag.function.path}")
        scan, parse = rounds_of(bench, case, tag, 5 if bench.quick else 15)
        rows.append([tag.function.path, *(seconds * 1e3 for seconds in (
            scan.wall, parse.wall, scan.wall - parse.wall, scan.cpu, parse.cpu, scan.cpu - parse.cpu))])
        if scan.wall > 20:
            bench.note("a scan takes so long that one file has to do")
            break
    bench.table(["", "scan ms", "parse ms", "more ms", "scan cpu ms", "parse cpu ms", "more cpu ms"], rows)
    bench.note("the bar holds the worst of these files to its limit")
    bench.bar("scan.one-file-edited", max(row[3] for row in rows), "ms", 50)


def start_up(bench):
    bench.title("Start-up")
    assay = timing.Command([bench.tools.assay, "--version"])
    taken = timing.taking_turns([assay, timing.Command(["/bin/true"])], 21 if bench.quick else 101)
    names = ["assay --version", "/bin/true, the price of starting anything"]
    bench.table(["", "ms", "cpu ms"], [[name, one.wall * 1e3, one.cpu * 1e3] for name, one in zip(names, taken)])
    bench.bar("scan.start-up", taken[0].wall * 1e3, "ms", 10)
