# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The results: tables for people, and one line per bar, as test/bench/bars.cpp prints it:
bar NAME VALUE UNIT LIMIT ok|short."""
import csv


def line(name, value, unit, limit, at_least=False):
    """`at_least`: the value must not be below the limit; else it must not be above. What is no number reaches nothing."""
    reached = value >= limit if at_least else value <= limit
    return f"bar {name} {value:.3f} {unit} {limit:.3f} {'ok' if reached else 'short'}"


def table(header, rows):
    """Aligned columns: the first to the left, figures to the right."""
    cells = [header, *([shown(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    return "\n".join(
        "  " + "  ".join(text.ljust(width) if column == 0 else text.rjust(width)
                         for column, (text, width) in enumerate(zip(row, widths))).rstrip()
        for row in cells)


def shown(value):
    if not isinstance(value, float):
        return f"{value:,}" if isinstance(value, int) else str(value)
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3f}"


def plot(points, unit, width=50):
    """Horizontal strips, as long as the values are against the largest."""
    largest = max(value for _, value in points) or 1.0
    label = max(len(shown(key)) for key, _ in points)
    return "\n".join(f"  {shown(key).rjust(label)} |{'#' * max(1, round(value / largest * width))} {shown(value)} {unit}"
                     for key, value in points)


def write_csv(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
