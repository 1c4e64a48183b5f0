# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Chooses functions and puts tags above them. A seed gives the same choice and the same words everywhere: what was
measured can be measured again."""
import random
import re
import typing

import functions

MODELS = ("GPT-4", "GPT-4o", "Claude 3.5 Sonnet", "Claude 3 Opus", "Gemini 1.5 Pro", "Codestral")
VERBS = ("optimize", "rewrite", "implement", "simplify", "harden", "document and clean up")
OF_A_FILE = b"/* AI-generated: GPT-4, 2024-01-15, scope: file */\n"
NOUNS = ("the lookup", "the write path", "error handling", "the comparison", "the encoding", "the iteration")


class Tag(typing.NamedTuple):
    function: functions.Function
    text: str


def words(generator):
    date = f"20{generator.randrange(23, 26)}-{generator.randrange(1, 13):02}-{generator.randrange(1, 29):02}"
    return (f"// AI-generated: {generator.choice(MODELS)}, {date}, "
            f'prompt: "{generator.choice(VERBS)} {generator.choice(NOUNS)}"')


class Chooser:
    """Draws functions whose place in the text is plain."""

    def __init__(self, tree, found, seed):
        self.tree, self.generator = tree, random.Random(seed)
        self.by_file = {}
        for function in found:
            self.by_file.setdefault(function.path, []).append(function)
        self.texts = {}

    def text(self, path):
        if path not in self.texts:
            self.texts[path] = functions.SourceText((self.tree / path).read_bytes())
        return self.texts[path]

    def plain(self, path):
        """The file's functions in drawn order, those without a plain place left out."""
        candidates = list(self.by_file[path])
        self.generator.shuffle(candidates)
        return (function for function in candidates if self.text(path).place_of(function))

    def drawn_files(self, suffixes):
        files = [path for path in sorted(self.by_file) if path.endswith(suffixes)]
        self.generator.shuffle(files)
        return files

    def tags(self, chosen):
        by_place = {(f.path, self.text(f.path).place_of(f).head): f for f in sorted(chosen)}  # one line, one tag
        return [Tag(function, words(self.generator)) for function in by_place.values()]

    def one_per_file(self, suffixes, limit=None):
        chosen = []
        for path in self.drawn_files(suffixes):
            if limit is not None and len(chosen) == limit:
                break
            chosen += [function for _, function in zip(range(1), self.plain(path))]
        return chosen

    def spread(self, count, sources, headers):
        """`count` tags in fewer files, two thirds of them sources: how tags lie in a tree that people work on."""
        in_files = count - count // 12
        chosen = self.one_per_file(sources, in_files * 2 // 3)
        chosen += self.one_per_file(headers, in_files - len(chosen))
        for path in [function.path for function in chosen]:
            if len(chosen) >= count:
                break
            chosen += [f for f in self.plain(path) if f not in chosen][:1]
        return chosen

    def anywhere(self, count):
        every = [function for path in sorted(self.by_file) for function in self.by_file[path]]
        self.generator.shuffle(every)
        chosen = []
        for function in every:
            if len(chosen) == count:
                break
            if self.text(function.path).place_of(function):
                chosen.append(function)
        return chosen


def with_tags(content, tags):
    """The file's bytes with each tag on a line of its own, indented as the function."""
    source = functions.SourceText(content)
    text, newline = source.text, "\r\n" if "\r\n" in source.text else "\n"
    for head, tag in sorted(((source.place_of(tag.function).head, tag) for tag in tags), reverse=True):
        indent = re.match(r"[ \t]*", text[head:]).group(0)
        text = text[:head] + indent + tag.text + newline + text[head:]
    return text.encode("latin-1")
