# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay cc` and assay_instrument(): a project is built with GCC and Clang, Ninja and Make; its numbers are right, its source
tree stays untouched, and a change builds what it must and nothing else.

usage: cc_test.py BUILD-FOLDER CLANG CLANGXX [--short]
--short: each compiler with one of the generators only.
"""
import pathlib
import shutil
import sys
import tempfile

from cc_project import CALLS, Project, expect, run

HEADER_UNITS = {"main.cpp.o", "second.cpp.o"}


def build_and_count(project):
    project.make()
    project.expect_calls(CALLS, "the first build")
    project.expect_untouched("the first build")
    before = project.objects()
    said = project.make()
    expect(project.objects(), before, "a build without a change")
    if "Preparing" in said:
        sys.exit(f"a build without a change prepared again:\n{said}")


def edit_and_rebuild(project):
    project.edit("lib/plain.cpp", "Nothing", "Still nothing")
    expect(project.rebuilt(), {"plain.cpp.o"}, "a comment in a unit without a tag")
    project.edit("lib/plain.cpp", "// Still", '// AI-generated: GPT-4, 2024-01-15, prompt: "one"\n// Still')
    expect(project.rebuilt(), {"plain.cpp.o"}, "a new tag in a unit")
    project.expect_calls({**CALLS, "plain": 4}, "a new tag in a unit")
    project.edit("include/shop/fee.h", "fee of a posting", "fee of an order")
    expect(project.rebuilt(), HEADER_UNITS, "another prompt in a header")
    project.edit("include/shop/fee.h", "// AI-generated", "// Generated")
    expect(project.rebuilt(), HEADER_UNITS, "a tag taken out of a header")
    project.expect_calls({"lookUp": 4, "plain": 4}, "a tag taken out of a header")
    run("git", "checkout", "-q", ".", folder=project.root)
    expect(project.rebuilt(), HEADER_UNITS | {"plain.cpp.o"}, "everything as it was")
    project.expect_calls(CALLS, "everything as it was")
    project.assay.touch()
    expect(project.rebuilt(), set(), "an assay that guards the same")
    project.write("lib/new.h", "int unused();\n")
    expect(project.rebuilt(), set(), "a new file that nobody includes")
    (project.root / "lib/new.h").unlink()


def follow_a_manifest(project, generator, compilers):
    """A changed decision, with not one source changed."""
    manifest = project.build.parent / "kept.yaml"
    run(project.assay, "scan", "-p", project.build, "-o", manifest, ".", folder=project.root)
    whole = manifest.read_text(encoding="utf-8")
    project.configure(generator, compilers, f"-DASSAY_MANIFEST={manifest}")
    expect(project.rebuilt(), set(), "a manifest that says what the scan says")
    manifest.write_text(whole.replace("name: fee\n", "name: renamed\n"), encoding="utf-8")
    expect(project.rebuilt(), HEADER_UNITS, "a function that has another name in the manifest")
    project.expect_calls({"renamed": 5, "lookUp": 4}, "a changed manifest")
    manifest.write_text("functions: [", encoding="utf-8")
    project.make()
    project.expect_calls({}, "a damaged manifest")
    if "assay-launch-006" not in project.make():
        sys.exit("a build without guards has to say so each time")
    manifest.write_text(whole, encoding="utf-8")
    expect(project.rebuilt(), HEADER_UNITS | {"table.c.o"}, "the manifest as it was")
    project.expect_calls(CALLS, "the manifest as it was")
    expect(manifest.read_text(encoding="utf-8"), whole, "the manifest is left alone")
    project.expect_untouched("a kept manifest")


def whole_project(project, generator, compilers):
    """Not a line in the project, but for what is needed to see that."""
    project.edit("CMakeLists.txt", "find_package(assay REQUIRED)\n", "")
    run("rm", "-rf", project.build, folder=project.root)
    script = next(project.prefix.glob("lib*/**/assayProject.cmake"))
    project.configure(generator, compilers, f"-DCMAKE_PROJECT_TOP_LEVEL_INCLUDES={script}")
    project.make()
    project.expect_calls(CALLS, "the whole project by an option")
    run("git", "checkout", "-q", ".", folder=project.root)


def in_place(project, generator, compilers):
    """The other way in: the sources themselves carry the guards for a while, and others edit them meanwhile."""
    project.edit("CMakeLists.txt", "if(NOT ASSAY_INSTRUMENT)\n  assay_instrument(prices shop)\nendif()\n",
                 "link_libraries(assay::runtime)\ntarget_link_libraries(prices PUBLIC assay::runtime)\n")
    run("rm", "-rf", project.build, folder=project.root)
    project.configure(generator, compilers, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
    manifest = project.build / "assay.yaml"
    run(project.assay, "scan", "-p", project.build, "-o", manifest, folder=project.root)
    run(project.assay, "instrument", "--in-place", "--manifest", manifest, folder=project.root)
    project.make()
    project.expect_calls(CALLS, "guards in place")
    project.edit("include/shop/fee.h", "#pragma once\n", "#pragma once\n// Edited since.\n")
    run(project.assay, "instrument", "--strip", folder=project.root)
    expect(project.rebuilt(), HEADER_UNITS | {"table.c.o"}, "without guards again")
    project.expect_calls({}, "without guards again")
    changed = run("git", "diff", "--numstat", "--", "app", "include", "lib", folder=project.root)
    expect(changed, "1\t0\tinclude/shop/fee.h\n", "what an edit and --strip leave")
    run("git", "checkout", "-q", ".", folder=project.root)


def main():
    build, clang, clangxx = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3]
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder) / "prefix"
        run("cmake", "--install", build, "--prefix", prefix, folder=build)
        older = [("clang-14", "clang++-14")] if shutil.which("clang++-14") else []
        # A blank in the path is said to Clang in another way.
        generators = (("Ninja", "a blank "), ("Unix Makefiles", "none-"))
        for number, compilers in enumerate((("gcc", "g++"), (clang, clangxx), *older)):
            for generator, prefix_of_folder in generators if "--short" not in sys.argv else (generators[number % 2],):
                with tempfile.TemporaryDirectory(dir=folder, prefix=prefix_of_folder) as place:
                    project = Project(place, prefix)
                    project.configure(generator, compilers)
                    build_and_count(project)
                    edit_and_rebuild(project)
                    follow_a_manifest(project, generator, compilers)
                    whole_project(project, generator, compilers)
                    in_place(project, generator, compilers)
                print(f"{compilers[1]}, {generator}: fine")


if __name__ == "__main__":
    main()
