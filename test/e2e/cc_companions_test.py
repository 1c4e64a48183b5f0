# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay cc` among other launchers, in a hurry, and in the wrong company: ccache behind and before it, distcc and its server,
kill -9 in the middle, a target that is linked without guards.

usage: cc_companions_test.py BUILD-FOLDER CLANG CLANGXX [--short]
--short: ccache with GCC only, distcc and kill -9 with Clang only.
"""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from cc_project import CALLS, Project, expect, run
from ports import free_port
from waiting import wait_for

def cache_statistics(cache):
    """Hits and misses."""
    text = run("ccache", "--print-stats", folder=cache, CCACHE_DIR=str(cache))
    numbers = dict(re.findall(r"^(\w+)\s+(\d+)$", text, re.M))
    return int(numbers["direct_cache_hit"]) + int(numbers["preprocessed_cache_hit"]), int(numbers["cache_miss"])


def make_with(project, cache, environment):
    """Hits and misses of a build. (CMake's own tests of the compiler go through the launcher as well.)"""
    before = cache_statistics(cache)
    project.make(**environment)
    return tuple(now - then for now, then in zip(cache_statistics(cache), before))


def ccache_behind(project, compilers, cache):
    """Its answers have to be those for the guarded text, also when only that has changed."""
    environment = {"CCACHE_DIR": str(cache), "CCACHE_NODISABLE": "1"}
    manifest = project.build.parent / "kept.yaml"
    run(project.assay, "scan", "-o", manifest, ".", folder=project.root)
    text = manifest.read_text(encoding="utf-8")
    launchers = [f"-DCMAKE_{language}_COMPILER_LAUNCHER=ccache" for language in ("C", "CXX")]
    project.configure("Ninja", compilers, f"-DASSAY_MANIFEST={manifest}", *launchers, **environment)
    expect(make_with(project, cache, environment), (0, 4), "ccache, empty")
    project.expect_calls(CALLS, "ccache, empty")
    shutil.rmtree(project.build)
    project.configure("Ninja", compilers, f"-DASSAY_MANIFEST={manifest}", *launchers, **environment)
    expect(make_with(project, cache, environment), (4, 0), "ccache, full")
    project.expect_calls(CALLS, "ccache, full")
    manifest.write_text(text.replace("name: fee\n", "name: renamed\n"), encoding="utf-8")
    expect(project.rebuilt(**environment), {"main.cpp.o", "second.cpp.o"}, "ccache and another guard")
    project.expect_calls({"renamed": 5, "lookUp": 4}, "ccache and another guard")
    manifest.write_text(text, encoding="utf-8")
    expect(make_with(project, cache, environment), (2, 0), "ccache and the guard as it was")
    project.expect_calls(CALLS, "ccache and the guard as it was")


def has_guards(file):
    return b"assay_v1_open" in file.read_bytes()


def ccache_before(project, compilers, cache):
    """`ccache assay cc …` compiles, uncached; as ccache's prefix assay is asked for each text that is compiled."""
    environment = {"CCACHE_DIR": str(cache)}
    words = [project.assay, "cc", f"--index={project.build}/assay/index", "--"]
    compiler = shutil.which(compilers[1])
    compile_fee = ["-Iinclude", "-c", "app/second.cpp", "-o", project.build / "x.o"]
    run("ccache", *words, compiler, *compile_fee, folder=project.root, **environment)
    expect(has_guards(project.build / "x.o"), True, "ccache before assay")
    before = cache_statistics(cache)
    launcher = str(project.assay.with_name("assay-cc"))
    environment |= {"CCACHE_PREFIX": launcher, "CCACHE_PREFIX_CPP": launcher, "CCACHE_NODIRECT": "1",
                    "ASSAY_INDEX": f"{project.build}/assay/index"}
    for hits, misses in ((0, 1), (1, 1)):
        (project.build / "x.o").unlink()
        run("ccache", compiler, *compile_fee, folder=project.root, **environment)
        expect(has_guards(project.build / "x.o"), True, "assay as ccache's prefix")
        expect(cache_statistics(cache), (before[0] + hits, before[1] + misses), "assay as ccache's prefix")


def answers(port):
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def distcc_server(folder):
    """The words that name it, and what it says of each compilation. Its environment knows nothing of guards."""
    port, log = free_port(), folder / "distccd.log"
    words = ["distccd", "--daemon", "--no-detach", "--enable-tcp-insecure", "--allow", "127.0.0.1", "--listen", "127.0.0.1",
             "--port", str(port), "--jobs", "2", "--log-stderr", "--log-level", "info"]
    with log.open("wb") as said:  # where it is started by root it goes on as somebody who could not open it
        server = subprocess.Popen(words, env={"PATH": os.environ["PATH"]}, cwd="/", stdout=said, stderr=said)
    try:
        wait_for(lambda: answers(port), "distccd answers")
        yield {"DISTCC_HOSTS": f"127.0.0.1:{port}", "DISTCC_FALLBACK": "0", "DISTCC_DIR": str(folder)}, log
    finally:
        server.terminate()
        server.wait()


def through_distcc(project, compilers):
    """The text is preprocessed here, and compiled where neither the files nor this environment are."""
    with tempfile.TemporaryDirectory() as folder, distcc_server(pathlib.Path(folder)) as (environment, log):
        launchers = [f"-DCMAKE_{language}_COMPILER_LAUNCHER=distcc" for language in ("C", "CXX")]
        project.configure("Ninja", compilers, *launchers, **environment)
        before = log.read_text(encoding="utf-8").count("COMPILE_OK")
        project.make(**environment)
        expect(log.read_text(encoding="utf-8").count("COMPILE_OK") - before, 4, "all units were compiled by the server")
    project.expect_calls(CALLS, "distcc")


def kill_session(leader):
    """Ninja gives each command a process group of its own: a group is not all of a build."""
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            session = int((folder / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[3])
            if session == leader:
                os.kill(int(folder.name), signal.SIGKILL)
        except (OSError, ProcessLookupError):
            continue


def killed(project, compilers):
    """Whenever it is killed, the next build is right."""
    for milliseconds in (20, 80, 150, 250, 400, 600):
        shutil.rmtree(project.build, ignore_errors=True)
        project.configure("Ninja", compilers)
        build = subprocess.Popen(["cmake", "--build", project.build, "-j2"], stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(milliseconds / 1000)
        for _ in range(3):  # what was being started meanwhile
            kill_session(build.pid)
        build.wait()
        project.make()
        project.expect_calls(CALLS, f"killed after {milliseconds} ms")
        expect(project.rebuilt(), set(), f"killed after {milliseconds} ms, built, and built again")


def mixed_link(project, compilers):
    project.write("lib/plain.cpp", '#include "../include/shop/fee.h"\nint plain(int value) { return value + (int)fee(1); }\n')
    project.edit("CMakeLists.txt", "add_executable", "add_library(other STATIC lib/plain.cpp)\nadd_executable")
    project.edit("CMakeLists.txt", "lib/table.c lib/plain.cpp", "lib/table.c")
    project.edit("CMakeLists.txt", "(shop prices)", "(shop prices other)")
    project.configure("Ninja", compilers)
    said = project.make()
    line = next((line for line in said.splitlines() if "assay-launch-001" in line), said)
    if not re.search(r"'fee\(long\)' is guarded in \S*main\.cpp\.o and not in libother\.a\(plain\.cpp\.o\)", line):
        sys.exit(f"a mixed link is not named:\n{said}")
    project.edit("CMakeLists.txt", "assay_instrument(prices shop)", "assay_instrument(prices shop other)")
    said = project.make()
    if "assay-launch" in said:
        sys.exit(f"no mixed link, and yet:\n{said}")
    project.expect_calls({**CALLS, "fee": 9}, "all targets")


def main():
    build, clang, clangxx = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3]
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder) / "prefix"
        run("cmake", "--install", build, "--prefix", prefix, folder=build)
        for compilers in (("gcc", "g++"), (clang, clangxx)):
            with tempfile.TemporaryDirectory(dir=folder) as place:
                cache = pathlib.Path(place) / "cache"
                cache.mkdir()
                project = Project(place, prefix)
                whole, by_gcc = "--short" not in sys.argv, compilers[0] == "gcc"
                if whole or by_gcc:
                    ccache_behind(project, compilers, cache)
                    ccache_before(project, compilers, cache)
                    shutil.rmtree(project.build)
                if whole or not by_gcc:
                    through_distcc(project, compilers)
                    killed(project, compilers)
                    shutil.rmtree(project.build)
                mixed_link(project, compilers)
            print(f"{compilers[1]}: fine")


if __name__ == "__main__":
    main()
