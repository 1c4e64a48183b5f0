# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A foreign package: its row of packages.yaml, its source as Debian has it, and a copy in which every file carries a tag, so that
every function is tagged. The tag says `scope: file` and is a comment of C89. One tag a file and not one a function: what counts as a
function is then what Clang parses, lambdas and functions that macros make among them, not what a text tool takes for one."""
import dataclasses
import pathlib
import shutil

import yaml

from steps import Failure, run

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TAG = b"/* AI-generated: GPT-4, 2024-01-15, scope: file */\n"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclasses.dataclass
class Package:
    name: str
    what: str
    tag: list
    source: str = ""
    folder: str = ""      # instead of a Debian source package; for tests of the run itself
    prepare: list = dataclasses.field(default_factory=list)
    overlay: str = ""
    configure: list = dataclasses.field(default_factory=list)
    generator: str = "Ninja"
    targets: list = dataclasses.field(default_factory=list)
    leave: dict = dataclasses.field(default_factory=dict)     # pattern -> reason
    macros: str = ""      # why functions out of macros are listed and do not count against it
    tests: list = dataclasses.field(default_factory=list)
    flaky: str = ""       # tests that do not always pass in the plain tree either: an expression for ctest, with the reason beside it
    flaky_cases: dict = dataclasses.field(default_factory=dict)  # the same within programs of GoogleTest: case -> reason
    quick: bool = False


def packages_of(table):
    return [Package(**row) for row in yaml.safe_load(pathlib.Path(table).read_text(encoding="utf-8"))]


def fetched(package, work):
    """The source as it is in Debian, complete; fetched once."""
    place = work / "sources" / package.name
    if not place.is_dir():
        begun = place.with_name(f"{place.name}.begun")
        shutil.rmtree(begun, ignore_errors=True)
        fetch(package, work, begun)
        if package.overlay:
            shutil.copytree(HERE / package.overlay, begun, dirs_exist_ok=True)
        for command in package.prepare:
            run((package.name, "", "prepare"), ["sh", "-c", command], begun, work / package.name / "logs")
        begun.rename(place)
    return place


def fetch(package, work, place):
    if package.folder:
        shutil.copytree(package.folder, place)
        return
    script = f". '{ROOT}/tools/dev.d/source_package.sh' && fetch_source '{work}' '{package.source or package.name}' '{place}'"
    run((package.name, "", "fetch"), ["bash", "-c", script], ROOT, work / package.name / "logs")


def version_of(source):
    """As Debian's changelog has it, without what Debian appends."""
    changelog = source / "debian/changelog"
    if not changelog.is_file():
        return ""
    version = changelog.read_text(encoding="utf-8", errors="replace").split("(", 1)[1].split(")", 1)[0]
    return version.split(":")[-1].rsplit("-", 1)[0].split("+")[0].replace(".dfsg", "")


def tagged(package, source, place):
    """A copy with tags; returns which files have one."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(source, place, symlinks=True)
    files = sorted({path for pattern in package.tag for path in place.glob(pattern) if path.is_file() and not path.is_symlink()}
                   - {path for pattern in package.leave for path in place.glob(pattern)})
    for path in files:
        content = path.read_bytes()
        mark = BYTE_ORDER_MARK if content.startswith(BYTE_ORDER_MARK) else b""
        line = TAG.replace(b"\n", b"\r\n") if b"\r\n" in content else TAG
        path.write_bytes(mark + line + content[len(mark):])
    if not files:
        raise Failure((package.name, "", "tag"), f"find {place}", f"no file matches {package.tag}")
    return [path.relative_to(place).as_posix() for path in files]
