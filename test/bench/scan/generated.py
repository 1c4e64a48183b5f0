# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A tree of made-up C++ of any size, the same bytes each time, with a compile_commands.json beside it."""
import contextlib
import json
import shutil

import corpus

PER_FOLDER = 100
TAG = '// AI-generated: GPT-4, 2024-01-15, prompt: "fold the values"\n'
FUNCTION = """
// Folds the values into one number; order matters, overflow wraps as it does for unsigned integers.
unsigned fold{index}(const unsigned* values, unsigned count) {{
  unsigned folded = {index};
  for (unsigned at = 0; at < count; ++at) {{
    folded = folded * 31 + (values[at] ^ {file}u);
  }}
  return folded;
}}
"""


def path_of(number):
    return f"part{number // PER_FOLDER:04}/file{number:06}.cpp"


def content(number, size, tagged=False):
    """About `size` bytes: whole functions, at least one."""
    parts = [f"namespace part{number} {{\n"]
    length, index = len(parts[0]), 0
    while index == 0 or length < size:
        part = FUNCTION.format(index=index, file=number)
        if tagged and index == 0:
            part = "\n" + TAG + part.lstrip("\n").split("\n", 1)[1]
        parts.append(part)
        length += len(part)
        index += 1
    return "".join(parts) + "}\n"


class Tree:
    def __init__(self, folder, files, size):
        self.files, self.size = files, size
        self.case = corpus.Case(folder, [], [])
        self.stamp, self.wanted = folder / "stamp", f"2 {files} {size}"
        if not self.stamp.is_file() or self.stamp.read_text(encoding="utf-8") != self.wanted:
            shutil.rmtree(folder, ignore_errors=True)
            self._write()
            self.stamp.write_text(self.wanted, encoding="utf-8")
        self.bytes = sum(len(content(n, size)) for n in range(min(files, 1000))) * files // min(files, 1000)

    def _write(self):
        source = self.case.source
        for number in range(self.files):
            if number % PER_FOLDER == 0:
                (source / path_of(number)).parent.mkdir(parents=True)
            (source / path_of(number)).write_text(content(number, self.size), encoding="utf-8")
        corpus.make_repository(source)
        self.case.build.mkdir()
        entries = [{"directory": str(source), "file": path_of(n), "arguments": ["c++", "-std=c++17", "-c", path_of(n)]}
                   for n in range(self.files)]
        (self.case.build / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")

    @contextlib.contextmanager
    def tags(self, count):
        """The tree with a tag in `count` files, spread evenly; without a stamp meanwhile, for the case that we are killed."""
        numbers = range(0, self.files, max(1, self.files // count))[:count]
        self.stamp.unlink()
        self._rewrite(numbers, tagged=True)
        try:
            yield
        finally:
            self._rewrite(numbers, tagged=False)
            self.stamp.write_text(self.wanted, encoding="utf-8")

    def _rewrite(self, numbers, tagged):
        for number in numbers:
            (self.case.source / path_of(number)).write_text(content(number, self.size, tagged), encoding="utf-8")
