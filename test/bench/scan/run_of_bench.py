# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One run of the benchmark: what every measure needs, and what comes out of it."""
import os
import re
import sys

import bars
import corpora_table
import corpus
import timing

FOUND, INACTIVE = re.compile(r"^  - id: ", re.M), re.compile(r"^    state: inactive", re.M)


class Bench:
    def __init__(self, tools, work, seed, quick):
        self.tools, self.work, self.seed, self.quick = tools, work, seed, quick
        self.progress = tools.progress
        self.bars = []
        self.missing = None  # tags that are in no manifest; None: nothing with tags was scanned to its end
        self.corpora = {}

    def corpus(self, name):
        if name not in self.corpora:
            found = corpus.Corpus(name, corpora_table.CORPORA[name], self.work, self.tools)
            found.prepare()
            self.corpora[name] = found
            print(f"  {name}: Debian source {found.source.package} {found.version}, "
                  f"{len(found.units('library'))} units, each counted once")
        return self.corpora[name]

    def spread_case(self, name, count=50):
        tree = self.corpus(name)
        chooser = tree.chooser("library", self.seed)
        chosen = chooser.spread(count, tree.source.sources, tree.source.headers)
        return tree.case(f"tags-{count}", "library", chooser.tags(chosen))

    def scan(self, case, *words, **settings):
        """A scan of a case on one core; `cold` unless the words or settings say otherwise."""
        output = case.folder / "assay.yaml"
        settings.setdefault("accepted", (0, 1, 3))
        command = [self.tools.assay, "scan", "-p", case.build, "-o", output, "-j1", *words]
        return timing.Command(command, folder=case.source, **settings)

    def cold_scan(self, case, *words, **settings):
        return self.scan(case, *self.tools.cold(), *words, removed=(case.folder / "assay.yaml",), **settings)

    def found(self, case):
        """What the last scan of a case wrote, beside what there was to find."""
        text = (case.folder / "assay.yaml").read_text(encoding="utf-8")
        entries, inactive = len(FOUND.findall(text)), len(INACTIVE.findall(text))
        self.missing = (self.missing or 0) + max(0, len(case.tags) - entries)
        return (f"{entries} of {len(case.tags)} tags in the manifest, {inactive} of them in branches that the build "
                "leaves out")

    def all_bars(self):
        """A fast scan that misses a tag is no fast scan; said last, over all measures that had tags."""
        lost = [] if self.missing is None else [bars.line("scan.tags-missing", self.missing, "tags", 0)]
        return [*self.bars, *lost]

    def title(self, text):
        self.progress.clear()
        print(f"\n{text}", flush=True)

    def note(self, text):
        self.progress.clear()
        print(f"  {text}", flush=True)

    def table(self, header, rows):
        self.progress.clear()
        print(bars.table(header, rows), flush=True)

    def bar(self, name, value, unit, limit, **direction):
        self.bars.append(bars.line(name, value, unit, limit, **direction))


def begun(tools, work, seed, quick):
    """The folder is made; no result of an earlier life of the machine is taken for one of this run."""
    work.mkdir(parents=True, exist_ok=True)
    os.environ["XDG_CACHE_HOME"] = str(work / "cache")
    return Bench(tools, work, seed, quick)


def exit_code_of(bench, run):
    """0 measured, whatever the bars say; 1 a measured program failed; 2 this machine cannot prepare the trees."""
    try:
        if bench.tools.missing():
            raise corpus.CannotPrepare(f"not installed: {', '.join(bench.tools.missing())} (tools/dev setup bench)")
        run(bench)
    except corpus.CannotPrepare as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except timing.Failed as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0
