# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a feature writes with. Its texts are templates:

$F $G $H  names of functions     $V $W  names of types     $M $N  names of macros: drawn once per feature from pools so small
          that the features of one tree clash with each other
@T        on a line of its own: a tag, or (now and then) nothing         @t  behind code: the same
@[ @]     on lines of their own: a region's two markers                  @F  a tag for the whole file
"""
import random
import re
import string
import textwrap

FEATURES = {}
FUNCTIONS = ("helper", "size", "convert", "pick", "check", "get")
TYPES = ("Node", "Value", "Fixture", "Options")
MACROS = ("LIMIT", "CHECK", "MODE", "API")
FOLDERS = ("", "", "src/", "lib/", "src/deep/")
MODELS = ("GPT-4", "Claude Opus 4", "Gemini 2.5 Pro", "DeepSeek-V3")


def feature(function):
    """Registers a feature under the name of its function."""
    FEATURES[function.__name__] = function
    return function


class Emitter:
    """One use of one feature in one tree. `rng` depends on the seed and the feature alone, so that a feature comes out the same
    whatever else is in the tree, but for what it borrows of others."""

    def __init__(self, tree, name, serial):
        self.rng = random.Random(f"{tree.seed}/{name}/{serial}")
        self.tree = tree
        self.owner = f"{name}#{serial}"
        self.names = dict(zip("FGH", self.rng.sample(FUNCTIONS, 3)))
        self.names.update(zip("VW", self.rng.sample(TYPES, 2)))
        self.names.update(zip("MN", self.rng.sample(MACROS, 2)))

    def tag(self):
        return (f"AI-generated: {self.rng.choice(MODELS)}, 2025-0{self.rng.randint(1, 9)}-1{self.rng.randint(0, 9)}, "
                f'prompt: "{self.rng.choice(("parse", "sort", "copy"))} {self.rng.randint(1, 99)}"')

    def text(self, template, **names):
        """The template with its names and tags filled in."""
        text = string.Template(textwrap.dedent(template).lstrip("\n")).safe_substitute({**self.names, **names})
        text = re.sub(r"^([ \t]*)@T\n", lambda m: f"{m[1]}// {self.tag()}\n" if self.rng.random() < 0.85 else "", text, flags=re.M)
        text = re.sub(r"[ \t]*@t$", lambda m: f"  // {self.tag()}" if self.rng.random() < 0.85 else "", text, flags=re.M)
        text = re.sub(r"^([ \t]*)@\[$", lambda m: f"{m[1]}// [BEGIN AI-GENERATED]\n{m[1]}// {self.tag()}", text, flags=re.M)
        text = re.sub(r"^([ \t]*)@\]$", r"\1// [END AI-GENERATED]", text, flags=re.M)
        return re.sub(r"^@F$", lambda m: f"// AI-generated file: {self.rng.choice(MODELS)}", text, flags=re.M)

    def path(self, extension, name=None):
        """A new place in the tree; where it falls in the order of names is chance."""
        name = name or "".join(self.rng.choices("abcxyz", k=2)) + str(self.tree.serial())
        return self.rng.choice(FOLDERS) + name + extension

    def header(self, template, extension=".h", path=None, shared=False, **names):
        """Writes a header; the result is what to include. A `shared` one is also included by other features' units."""
        path = path or self.path(extension)
        self.tree.add(path, self.text(template, **names).encode(), self.owner)
        if shared:
            self.tree.shared.append(path)
        return path

    def unit(self, template, extension=".cc", flags=(), path=None, **names):
        """Writes a unit and its command (now and then the database does not know it)."""
        path = path or self.path(extension)
        text = self.text(template, **names)
        if self.tree.shared and self.rng.random() < 0.15:
            text = f'#include "{self.rng.choice(self.tree.shared)}"\n' + text
        self.tree.add(path, text.encode(), self.owner)
        if self.rng.random() < 0.96:
            self.tree.commands[path] = self.tree.flags_for(path, self.rng) + list(flags)
        return path

    def units(self, count, templates, **names):
        """`count` units, each of a template drawn from the list, but each template once if there are enough units."""
        templates = list(templates)
        self.rng.shuffle(templates)
        for i in range(count):
            self.unit(templates[i % len(templates)], **names)

    def chance(self, probability=0.5):
        return self.rng.random() < probability
