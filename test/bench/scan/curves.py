# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How the cost grows: with tags, with files, with bytes. No bars; a table, a plot, and the same as CSV."""
import statistics

import bars
import generated
import timing


def shown(bench, name, header, rows):
    path = bench.work.parent / f"scan-{name}.csv"
    bars.write_csv(path, header, rows)
    bench.table(header, rows)
    bench.note(f"as CSV: {path}")


def with_tags(bench):
    bench.title("Cost against tags: RocksDB with its tests, tags anywhere, nothing cached, one core")
    tree, rows = bench.corpus("rocksdb"), []
    for count in (10, 100, 1000, 10000):
        chooser = tree.chooser("tests", bench.seed)
        case = tree.case(f"tests-tags-{count}", "tests", chooser.tags(chooser.anywhere(count)))
        bench.progress.say(f"scanning {len(case.tags)} tags")
        run = timing.run(bench.cold_scan(case, seconds=30.0 if bench.quick else 1200.0))
        if run.stopped:
            bench.note(f"{count} tags: stopped after {run.wall:.0f} s, and so no more of this curve")
            break
        files = len({tag.function.path for tag in case.tags})
        bench.note(bench.found(case))
        rows.append([len(case.tags), files, run.wall, run.wall / len(case.tags) * 1e3, run.peak / 1e9])
    if rows:
        shown(bench, "tags", ["tags", "files", "seconds", "ms per tag", "GB"], rows)
        print(bars.plot([(row[0], row[2]) for row in rows], "s"))


def prefilter_walls(bench, tree):
    """Median seconds of: reading every file, ripgrep, a scan that finds nothing."""
    source = tree.case.source
    names = tree.case.folder / "names"
    names.write_text("\0".join(generated.path_of(number) for number in range(tree.files)), encoding="utf-8")
    reading = timing.Command(["xargs", "-0", "-a", names, "cat"], source)
    ripgrep = timing.Command([bench.tools.ripgrep, "-j1", "-l", "AI-generated"], source, (0, 1))
    taken = timing.taking_turns([reading, ripgrep, bench.cold_scan(tree.case)], 9 if bench.quick else 25)
    return [one.wall for one in taken]


HEADER = ["files", "MB", "read ms", "rg ms", "nothing tagged ms", "to read", "ns per byte"]


def prefilter_row(tree, walls):
    reading, ripgrep, nothing = walls
    return [tree.files, tree.bytes / 1e6, reading * 1e3, ripgrep * 1e3, nothing * 1e3, nothing / reading,
            nothing * 1e9 / tree.bytes]


def with_files(bench):
    bench.title("Cost against files: a generated tree of files of 3 kB, one core")
    rows = []
    for count in (1000, 10000) if bench.quick else (1000, 10000, 100000):
        bench.progress.say(f"generating and scanning {count} files")
        tree = generated.Tree(bench.work / "generated" / f"files-{count}", count, 3000)
        row = prefilter_row(tree, prefilter_walls(bench, tree))
        with tree.tags(50):
            runs = timing.repeated(bench.cold_scan(tree.case), 5)
        rows.append([*row, statistics.median(run.wall for run in runs) * 1e3])
    shown(bench, "files", [*HEADER, "50 tagged ms"], rows)
    print(bars.plot([(row[0], row[4]) for row in rows], "ms, nothing tagged"))


def with_bytes(bench):
    bench.title("Cost against bytes: 2,000 generated files, nothing tagged, one core")
    rows = []
    for size in (4000, 16000, 64000) if bench.quick else (4000, 16000, 64000, 256000):
        bench.progress.say(f"generating and scanning files of {size} bytes")
        tree = generated.Tree(bench.work / "generated" / f"bytes-{size}", 2000, size)
        rows.append(prefilter_row(tree, prefilter_walls(bench, tree)))
    shown(bench, "bytes", HEADER, rows)
    print(bars.plot([(row[1], row[4]) for row in rows], "ms"))
