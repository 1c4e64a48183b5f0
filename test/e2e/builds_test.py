# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One small tagged project under every kind of build that makes a compilation database: CMake with Ninja and with Make, Meson,
Bear around make, and databases as Bazel's extractors, Microsoft's compiler and nvcc have them. The manifests have to be the
same bytes, and every entry exact.

usage: builds_test.py BUILD-FOLDER; needs cmake, ninja, make, meson and bear
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROJECT = {
    "include/shop/cart.h": """#pragma once
#include <string>
#include <vector>
namespace shop {
struct Item { std::string name; int cents = 0; };
class Cart {
 public:
  // AI-generated: GPT-4, 2024-01-15, prompt: "add an item"
  void add(Item item) { items_.push_back(static_cast<Item&&>(item)); }
  int total(DISCOUNT_TYPE discount) const;
 private:
  std::vector<Item> items_;
};
}
""",
    "src/cart.cpp": """#include "shop/cart.h"
namespace shop {
// AI-generated: GPT-4, 2024-01-15, prompt: "sum up"
int Cart::total(DISCOUNT_TYPE discount) const {
  int sum = 0;
  for (const Item& item : items_) sum += item.cents;
  return sum - static_cast<int>(discount);
}
}
#if __cplusplus >= 202002L
namespace shop {
// AI-assisted: GPT-4, 2024-01-16, prompt: "only in C++20"
template <class T> requires true T twice(T value) { return value + value; }
}
#endif
""",
    "src/main.cpp": """#include "shop/cart.h"
// AI-generated: GPT-4, 2024-01-15, prompt: "main"
int main() {
  shop::Cart cart;
  cart.add({"tea", 300});
  return cart.total(FIXED_DISCOUNT) == 300 - FIXED_DISCOUNT ? 0 : 1;
}
""",
    "CMakeLists.txt": """cmake_minimum_required(VERSION 3.16)
project(shop CXX)
set(CMAKE_CXX_STANDARD 20)
add_library(cart OBJECT src/cart.cpp)
add_library(cart_shared SHARED src/cart.cpp)
add_executable(shop src/main.cpp $<TARGET_OBJECTS:cart>)
foreach(target cart cart_shared shop)
  target_include_directories(${target} PRIVATE include)
  target_compile_definitions(${target} PRIVATE DISCOUNT_TYPE=long FIXED_DISCOUNT=50)
endforeach()
target_precompile_headers(cart PRIVATE <string> <vector>)
""",
    "meson.build": """project('shop', 'cpp', default_options : ['cpp_std=c++20', 'b_pch=true'])
add_project_arguments('-DDISCOUNT_TYPE=long', '-DFIXED_DISCOUNT=50', language : 'cpp')
executable('shop', 'src/main.cpp', 'src/cart.cpp', include_directories : 'include')
""",
    "Makefile": """CXXFLAGS = -std=gnu++20 -Iinclude -DDISCOUNT_TYPE=long -DFIXED_DISCOUNT=50 -MMD -fno-var-tracking
shop: main.o cart.o
\t$(CXX) -o $@ $^
%.o: src/%.cpp
\tnice -n 1 env LANG=C $(CXX) $(CXXFLAGS) -c -o $@ $<
""",
}
DEFINES = ["DISCOUNT_TYPE=long", "FIXED_DISCOUNT=50"]
UNITS = ["src/main.cpp", "src/cart.cpp"]


def run(tree, *command):
    done = subprocess.run([str(word) for word in command], cwd=tree, capture_output=True, text=True, check=False,
                          timeout=600)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def cmake(generator):
    def build(tree):
        run(tree, "cmake", "-S", ".", "-B", "made", "-G", generator, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
        return "made"
    return build


def meson(tree):
    run(tree, "meson", "setup", "made")
    return "made"


def bear(tree):
    run(tree, "bear", "--", "make")
    return "."


def written(entry):
    """A database with a row per unit."""
    def build(tree):
        rows = [{"directory": str(tree), "file": unit, **entry(unit)} for unit in UNITS]
        (tree / "made").mkdir()
        (tree / "made/compile_commands.json").write_text(json.dumps(rows), encoding="utf-8")
        return "made"
    return build


def bazel(unit):
    return {"arguments": ["external/toolchain/bin/clang", "-xc++", "-U_FORTIFY_SOURCE", "-fstack-protector", "-Wall",
                          "-fcolor-diagnostics", "-std=c++20", "-MD", "-MF", f"bazel-out/k8/bin/{unit}.d",
                          "-frandom-seed=bazel-out/x.o", "-iquote", ".", "-iquote", "bazel-out/k8/bin", "-Iinclude",
                          *(f"-D{define}" for define in DEFINES), "-no-canonical-prefixes",
                          '-D__DATE__="redacted"', "-c", unit, "-o", f"bazel-out/k8/bin/{unit}.o"]}


def microsoft(unit):
    defines = " ".join(f"/D{define}" for define in DEFINES)
    return {"command": f"C:\\VC\\bin\\cl.exe /nologo /TP {defines} /Iinclude /std:c++20 /EHsc /MDd /Zi /W4 /Yupch.h "
                       f"/Fosrc\\x.obj /c {unit.replace('/', chr(92))}"}


def nvidia(unit):
    defines = ",".join(f"-D{define}" for define in DEFINES)
    return {"command": f"/opt/cuda/bin/nvcc -gencode arch=compute_70,code=sm_70 --expt-relaxed-constexpr -Xcompiler {defines} "
                       f"-isystem=include -std c++20 -x c++ -dc {unit} -o x.o"}


def response(tree):
    """As Ninja on a long command line: the flags in files that name each other."""
    (tree / "inner.rsp").write_text("-Iinclude -std=gnu++20", encoding="utf-8")
    (tree / "outer.rsp").write_text(" ".join(f'"-D{define}"' for define in DEFINES) + " @inner.rsp", encoding="utf-8")
    return written(lambda unit: {"command": f"ccache /usr/bin/c++ @outer.rsp -c {unit}"})(tree)


BUILDS = {"CMake with Ninja": cmake("Ninja"), "CMake with Make": cmake("Unix Makefiles"), "Meson": meson,
          "Bear and make": bear, "response files": response, "a Bazel extractor": written(bazel),
          "cl.exe": written(microsoft), "nvcc": written(nvidia)}


def manifest_of(assay, name, build):
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder) / "shop"
        for path, text in PROJECT.items():
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_text(text, encoding="utf-8")
        place = build(tree)
        out = pathlib.Path(folder) / "assay.yaml"
        said = run(tree, assay, "scan", "-p", place, "-o", out, "include", "src")
        text = out.read_text(encoding="utf-8")
        problems = [line for line in ("inferred", "lexical", "inactive", "uncompiled") if line in text]
        if problems or text.count("- id:") != 4:
            print(f"{name}: {text.count('- id:')} entries, {problems}\n{said}{text}")
            return None
        return text


def main():
    missing = [tool for tool in ("cmake", "ninja", "make", "meson", "bear") if shutil.which(tool) is None]
    if missing:
        sys.exit(f"not installed: {', '.join(missing)} (tools/dev setup installs them)")
    assay = pathlib.Path(sys.argv[1]).resolve() / "bin/assay"
    manifests = {name: manifest_of(assay, name, build) for name, build in BUILDS.items()}
    first = next(iter(manifests.values()))
    wrong = [name for name, text in manifests.items() if text is None or text != first]
    for name, text in manifests.items():
        print(f"{name}: {'as the others' if name not in wrong else 'DIFFERENT'}")
        if name in wrong and text is not None:
            print(text)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
