# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A foreign tree below build/bench/scan: fetched once, configured once, and copied with tags as often as measures ask.

    <corpus>/pristine                 the unpacked source package
    <corpus>/configured-<variant>     CMake's folder, with compile_commands.json
    <corpus>/<case>/{source,build}    a tagged copy and its compile_commands.json, which names the copy's files

The build folder stands beside the source folder, so that every tool reads the same files of a tree.
"""
import functools
import json
import pathlib
import re
import shutil
import subprocess

import functions
import tagger


class CannotPrepare(Exception):
    """What is missing on this machine, in a sentence."""


class Case:
    """A copy of a tree with tags in it."""

    def __init__(self, folder, tags, units):
        self.folder, self.tags, self.units = folder, tags, units
        self.source, self.build = folder / "source", folder / "build"


def make_repository(folder):
    """A Git repository of its own: what the folders above it ignore (build/, where we are) is not ignored in it."""
    subprocess.run(["git", "init", "-q", "--template=", folder], check=True)


def logged(command, log):
    """Whether the command went well; what it said is in the log."""
    with open(log, "wb") as output:
        return subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, check=False).returncode == 0


class Corpus:
    def __init__(self, name, source, work, tools):
        self.name, self.source, self.work, self.tools = name, source, work, tools
        self.folder = work / name
        self.pristine = self.folder / "pristine"

    def prepare(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self.pristine.is_dir():
            self.tools.progress.say(f"fetching the source package {self.source.package}")
            script = pathlib.Path(__file__).with_name("fetch.sh")
            log = self.work / f"fetch-{self.name}.log"
            unpacked = self.folder / "unpacked"
            if not logged(["bash", script, self.work, self.source.package, unpacked], log):
                raise CannotPrepare(f"the source package {self.source.package} cannot be fetched "
                                    f"(is there a network?); apt's words: {log}")
            shutil.rmtree(unpacked / ".pc", ignore_errors=True)  # what Debian's patches replaced: a second copy of files
            unpacked.rename(self.pristine)
        for variant in self.source.variants:
            self._configure(variant)

    def configured(self, variant):
        return self.folder / f"configured-{variant}"

    def _configure(self, variant):
        folder = self.configured(variant)
        if (folder / "compile_commands.json").is_file():
            return
        self.tools.progress.say(f"configuring {self.name}, {variant}")
        log = self.work / f"configure-{self.name}-{variant}.log"
        command = ["cmake", "-S", self.pristine, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                   "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", *self.source.variants[variant]]
        if not logged(command, log):
            (folder / "compile_commands.json").unlink(missing_ok=True)
            raise CannotPrepare(f"{self.name} cannot be configured; CMake's words: {log}")

    @functools.cached_property
    def version(self):
        changelog = (self.pristine / "debian" / "changelog").read_text(encoding="utf-8", errors="replace")
        return re.match(r"\S+ \(([^)]+)\)", changelog).group(1)

    @functools.lru_cache
    def units(self, variant):
        """Files of the tree that the variant compiles, each once, as paths relative to the tree."""
        entries = json.loads((self.configured(variant) / "compile_commands.json").read_text(encoding="utf-8"))
        found = {self._relative(entry["file"]) for entry in entries} - {None}
        return sorted(path for path in found if not path.startswith(self.source.left_out))

    def _relative(self, path):
        path = pathlib.Path(path)
        return path.relative_to(self.pristine).as_posix() if path.is_relative_to(self.pristine) else None

    @functools.lru_cache
    def headers(self, variant):
        """Headers of the tree that some unit of the variant includes, by clang-scan-deps."""
        kept = self.configured(variant) / "headers.txt"
        if not kept.is_file():
            self.tools.progress.say(f"asking clang-scan-deps for the headers of {self.name}, {variant}")
            done = subprocess.run(
                [self.tools.scan_deps, "-j", "1", "-format=make", "-compilation-database",
                 self.configured(variant) / "compile_commands.json"], capture_output=True, text=True, check=False)
            found = {self._relative(word) for word in done.stdout.split() if word.endswith(self.source.headers)} - {None}
            if not found:
                raise CannotPrepare(f"clang-scan-deps finds no header of {self.name}: {done.stderr[:300]}")
            kept.write_text("\n".join(sorted(found)), encoding="utf-8")
        found = kept.read_text(encoding="utf-8").split("\n")
        return [path for path in found if not path.startswith(self.source.left_out)]

    @functools.cached_property
    def definitions(self):
        return functions.definitions(self.pristine, self.tools.ctags)

    def chooser(self, variant, seed, only=None):
        """Draws among functions in files that the variant really compiles, or `only` in some of them."""
        files = set(only if only is not None else self.units(variant) + self.headers(variant))
        return tagger.Chooser(self.pristine, [f for f in self.definitions if f.path in files], seed)

    def case(self, name, variant, tags, whole=()):
        """The tree with these tags, and with one for the whole file in each of `whole`. Taken from an earlier run when it is the same."""
        case = Case(self.folder / name, tags, self.units(variant))
        stamp, wanted = case.folder / "stamp", repr((3, variant, tags, whole))
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
            return case
        self.tools.progress.say(f"tagging {self.name}/{name}: {len(tags) + len(whole)} tags")
        shutil.rmtree(case.folder, ignore_errors=True)
        shutil.copytree(self.pristine, case.source, symlinks=True)
        make_repository(case.source)
        for path in {tag.function.path for tag in tags}:
            file = case.source / path
            file.write_bytes(tagger.with_tags(file.read_bytes(), [t for t in tags if t.function.path == path]))
        for path in whole:
            file = case.source / path
            file.write_bytes(tagger.OF_A_FILE + file.read_bytes())
        case.build.mkdir()
        commands = (self.configured(variant) / "compile_commands.json").read_text(encoding="utf-8")
        (case.build / "compile_commands.json").write_text(commands.replace(str(self.pristine), str(case.source)),
                                                          encoding="utf-8")
        stamp.write_text(wanted, encoding="utf-8")
        return case
