# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""docs/reference/corpus.md, out of the results of a run."""

import re

HEAD = """# The corpus: other people's code with every function guarded

Written by `tools/dev corpus`; do not edit. Each package is the source that Debian has, configured as it configures itself, in release mode.
Every file of it carries a tag that means the whole file, so that every function is tagged. It is built without and with guards by
GCC and by Clang; its own tests run in all four. The run fails when

- something does not compile, or a warning is new under the package's own flags;
- one of its tests says something else than without guards;
- fewer than 95 % of the functions with a body are guarded (of a package whose [functions are made by macros](#left-out), of the others);
- a guard lost a call, or none counted any;
- a function of C that the compiler put into an object file is not in the manifest;
- `--in-place` wrote other bytes than `--out`, or `--strip` did not give every byte back.

| package | version | what is odd about it | functions | full | partial | skipped | guarded | tests | size GCC / Clang | time GCC / Clang |
|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|
"""
BELOW = """
- *functions*: with a body, compiled in this configuration; several that one text is under several macros count as one.
  *Guarded*: the share of them that is full or partial.
- *tests*: passed of all, as ctest counts them, with guards as without.
- *size*: code and data of programs and shared libraries, with guards to without. *Time*: processor time of the tests, likewise; a
  start of the process and everything that is not guarded included. These packages are guarded to the last getter, which nobody would do:
  it shows that nothing breaks, not what a guard costs ([benchmarks](benchmarks.md#guard)). Tests under a second are no measure: `-`.

## Why not in full
What the codes mean is in [limits](../explanation/limits.md).

| package | in part | skipped |
|---|---|---|
"""
LEFT_OUT = """
## Left out
Files without a tag, tests that do not always pass without guards either, and functions that do not count against a package.

| package | what | why |
|---|---|---|
"""
MADE_BY_MACRO = "macro-body"
TOO_SHORT = 0.5  # seconds


def sum_of(rows, coverage):
    return sum(count for what, _, count in rows if what == coverage)


def with_body(result, counts_of):
    """The rows of GCC's build that count."""
    rows = result["compilers"][0]["functions"]
    return [row for row in rows if counts_of([row])[0]]


def cells(result, counts_of):
    rows = with_body(result, counts_of)
    by = result["compilers"]
    passed, tests = by[0]["tests"]
    times = [f"{c['time']:.1f}" if c["seconds"] >= TOO_SHORT else "-" for c in by]
    counts = [str(sum_of(rows, what)) for what in ("full", "partial", "skipped")]
    return [result["name"], result["version"], result["what"], str(counts_of(rows)[0]), *counts, share(result, rows, counts_of),
            str(tests) if passed == tests else f"{passed} of {tests}", " / ".join(f"{c['size']:.1f}" for c in by), " / ".join(times)]


def share(result, rows, counts_of):
    """Of all, and of those that no macro makes where that is another number for a reason."""
    def percent(some):
        bodies, guarded = counts_of(some)
        return f"{100 * guarded / max(1, bodies):.1f} %"
    written_out = [row for row in rows if row[1] != MADE_BY_MACRO]
    return f"{percent(rows)}; {percent(written_out)} of those that no macro makes" if result["macros"] else percent(rows)


def reasons(result, counts_of, coverage):
    rows = sorted((row for row in with_body(result, counts_of) if row[0] == coverage), key=lambda row: (-row[2], row[1]))
    return ", ".join(f"{count} `{code}`" for _, code, count in rows) or "-"


def left_out(package):
    rows = [*((f"`{pattern}`", reason) for pattern, reason in {**package.leave, **package.flaky_cases}.items()),
            *([(f"`{MADE_BY_MACRO}`", package.macros)] if package.macros else [])]
    return "".join(f"| {package.name} | {what} | {reason} |\n" for what, reason in rows)


def line_of(result, counts_of):
    """For the eyes, during a run."""
    name, version, _, bodies, full, partial, skipped, share, tests, size, seconds = cells(result, counts_of)
    return (f"{name} {version}: {bodies} functions, {full} full, {partial} partial, {skipped} skipped = {share}; tests {tests}, "
            f"size x {size}, time x {seconds}; skipped: {reasons(result, counts_of, 'skipped')}")


def rows_of(text):
    """Name -> row of a table that was written before."""
    return {line.split("|")[1].strip(): f"{line}\n" for line in text.splitlines() if line.startswith("| ")}


def rows_before(path):
    """What a run of some packages leaves as it is: the rows of the others in both tables."""
    above, *below = re.split(r"^## ", path.read_text(encoding="utf-8") if path.exists() else "", flags=re.M)
    by_heading = {part.partition("\n")[0]: rows_of(part) for part in below}
    return rows_of(above), by_heading.get("Why not in full", {})


def write(path, packages, results, counts_of):
    """`results` are those of this run, by name. False when the table would have gaps."""
    rows, why = rows_before(path)
    for name, r in results.items():
        rows[name] = f"| {' | '.join(cells(r, counts_of))} |\n"
        why[name] = f"| {name} | {reasons(r, counts_of, 'partial')} | {reasons(r, counts_of, 'skipped')} |\n"
    missing = [p.name for p in packages if p.name not in rows or p.name not in why]
    if missing:
        print(f"{path} is not written: it has no row of {', '.join(missing)}, and this run had no result")
        return False
    table, reason = ("".join(by_name[p.name] for p in packages) for by_name in (rows, why))
    path.write_text(HEAD + table + BELOW + reason + LEFT_OUT + "".join(map(left_out, packages)), encoding="utf-8")
    print(f"written: {path}")
    return True
