# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""assay_instrument() where builds are laid out in other ways: precompiled headers, unity builds, a source folder behind a link,
several configurations, a build within the sources, response files, generated headers. Each is built, counts right, has
nothing to do the next time, and follows a tag that is taken away.

usage: cc_layouts_test.py BUILD-FOLDER CLANG CLANGXX [--short]
--short: each layout with one of the compilers only.
"""
import json
import os
import pathlib
import shutil
import sys
import tempfile

from cc_project import expect, run

FILES = {
    "include/h.h": """#pragma once
// AI-generated: GPT-4, 2024-01-15
inline int inHeader(int v) { return v + 1; }
""",
    "include/pch.h": "#include <vector>\n#include \"h.h\"\n",
    "sub/lib/a.cpp": """#include "h.h"
#include "made.h"
int a(int v) { return inHeader(v) + MADE; }
""",
    "sub/lib/b.cpp": """// AI-generated: GPT-4, 2024-01-15
int b(int v) { int unused; return v * 2; }
""",
    "sub/CMakeLists.txt": """file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/made.in "#define MADE 1\\n#include \\"h.h\\"\\n")
add_custom_command(OUTPUT made.h COMMAND ${CMAKE_COMMAND} -E copy made.in made.h DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/made.in)
add_custom_target(make_header DEPENDS made.h)
add_library(l OBJECT lib/a.cpp ${CMAKE_CURRENT_SOURCE_DIR}/lib/b.cpp)
add_dependencies(l make_header)
target_include_directories(l PUBLIC ../include ${CMAKE_CURRENT_BINARY_DIR})
target_compile_options(l PRIVATE -Wall)
if(PCH)
  target_precompile_headers(l PRIVATE ../include/pch.h)
endif()
set_target_properties(l PROPERTIES UNITY_BUILD "${UNITY}")
assay_instrument(l m DEPENDS make_header)
""",
    "main.cpp": """#include "h.h"
#include <cstdio>
int a(int);
int b(int);
int main() { std::printf("%d\\n", a(1) + b(2) + inHeader(3)); }
""",
    "CMakeLists.txt": """cmake_minimum_required(VERSION 3.9)
project(layouts CXX)
find_package(assay REQUIRED)
add_executable(m main.cpp)
add_subdirectory(sub)
target_link_libraries(m PRIVATE l)
""",
}
CALLS = {"inHeader": 2, "b": 1}
# Name, generator, options; then the source folder and the build folder, from the folder of the test.
LAYOUTS = [
    ("precompiled headers", "Ninja", ["-DPCH=ON"], "real", "build"),
    ("a unity build", "Ninja", ["-DUNITY=ON"], "real", "build"),
    ("a unity build with precompiled headers", "Unix Makefiles", ["-DUNITY=ON", "-DPCH=ON"], "real", "build"),
    ("sources behind a link", "Ninja", [], "link", "build"),
    ("several configurations", "Ninja Multi-Config", [], "real", "build"),
    ("a build within the sources", "Unix Makefiles", [], "real", "real/build"),
    ("response files", "Ninja", ["-DCMAKE_NINJA_FORCE_RESPONSE_FILE=ON"], "real", "build"),
]


class Layout:
    def __init__(self, folder, prefix):
        self.folder, self.prefix = folder, prefix
        for name, text in FILES.items():
            file = folder / "real" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        os.symlink("real", folder / "link")

    def calls(self, build):
        program = next(path for path in build.rglob("m") if path.is_file() and "CMakeFiles" not in path.parts)
        segments = self.folder / "segments"
        shutil.rmtree(segments, ignore_errors=True)
        segments.mkdir()
        expect(run(program, folder=build, ASSAY_DIR=str(segments)).strip(), "11", "the program's answer")
        text = run(self.prefix / "bin/assay", "top", "--once", "--json", "--segments", segments, folder=build)
        return {row["name"]: row["calls"] for row in json.loads(text)["functions"]}

    def check(self, layout, compiler):
        name, generator, options, source, build = layout
        source, build = self.folder / source, self.folder / build
        run("cmake", "-S", source, "-B", build, "-G", generator, f"-DCMAKE_PREFIX_PATH={self.prefix}",
            f"-DCMAKE_CXX_COMPILER={compiler}", *options, folder=self.folder)
        said = run("cmake", "--build", build, "-j2", folder=self.folder)
        if f"{source}/sub/lib/b.cpp:2:" not in said or "assay-launch" in said:
            sys.exit(f"{name}: the warning does not name the user's file, or assay has something to say:\n{said}")
        expect(self.calls(build), CALLS, name)
        said = run("cmake", "--build", build, "-j2", folder=self.folder)
        if "Building" in said or "Preparing" in said:
            sys.exit(f"{name}: a second build has something to do:\n{said}")
        header = self.folder / "real/include/h.h"
        header.write_text(FILES["include/h.h"].replace("AI-generated", "Generated"), encoding="utf-8")
        run("cmake", "--build", build, "-j2", folder=self.folder)
        expect(self.calls(build), {"b": 1}, f"{name}, a tag less")
        run("cmake", "--build", build, "--target", "clean", folder=self.folder)
        header.write_text(FILES["include/h.h"], encoding="utf-8")
        run("cmake", "--build", build, "-j2", folder=self.folder)
        expect(self.calls(build), CALLS, f"{name}, cleaned and built")
        shutil.rmtree(build)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder).resolve()
        prefix = folder / "prefix"
        run("cmake", "--install", build, "--prefix", prefix, folder=build)
        for first, compiler in enumerate(("g++", sys.argv[3])):
            place = pathlib.Path(tempfile.mkdtemp(dir=folder))
            project = Layout(place, prefix)
            for layout in LAYOUTS[first::2] if "--short" in sys.argv else LAYOUTS:
                project.check(layout, compiler)
                print(f"{compiler}, {layout[0]}: fine")


if __name__ == "__main__":
    main()
