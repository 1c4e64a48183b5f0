# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""State of the parser that a file sets and does not take back."""
from hostile.emitter import feature


@feature
def packing(e):
    e.units(3, ["#pragma pack(1)\nstruct $V { char a; long b; };\n@T\nint $F(char (&)[sizeof($V)]) { return 1; }\n",
                "#pragma pack(push, 2)\nstruct $W { char a; long b; };\n@T\nint $G(char (&)[sizeof($W)]) { return 1; }\n",
                "struct { char a; long b; } $H;\n@T\nint use_$F(char (&)[sizeof($H)]) { return 1; }\n",
                "#pragma pack(pop)\nstruct Own { char a; long b; };\n@T\nint use_$G(char (&)[sizeof(Own)]) { return 1; }\n"])


@feature
def nullability(e):
    e.units(2, ["#pragma clang assume_nonnull begin\n@T\nint $F(int* a) { return *a; }\n#pragma clang assume_nonnull end\n",
                "#pragma clang assume_nonnull begin\n@T\nint $F(int* a) { return *a; }\n",
                "@T\nint $G(int* a) { return *a; }\n"])


@feature
def attribute_push(e):
    e.units(2, ["#pragma clang attribute push(__attribute__((naked)), apply_to = function)\n@T\nint $F(int a) { return a; }\n",
                "@T\nint $G(int a) { return a; }\n", "#pragma clang attribute pop\n@T\nint $H(int a) { return a; }\n",
                "#pragma clang attribute push(__attribute__((noreturn)), apply_to = function)\n@T\nint $F(long a) { return (int)a; }\n"
                "#pragma clang attribute pop\n"])


@feature
def visibility_and_diagnostics(e):
    e.units(2, ["#pragma GCC visibility push(hidden)\n@T\nint $F(int a) { return a; }\n", "@T\nint $G(int a) { return a; }\n",
                '#pragma clang diagnostic error "-Wunused-function"\n@T\nstatic int $H(int a) { return a; }\n',
                "#pragma GCC system_header\n@T\nint $H(int a) { return a; }\n", "#pragma STDC FP_CONTRACT ON\n#pragma weak $F\n@T\nint $F(long) { return 1; }\n",
                "#pragma redefine_extname $F renamed\n@T\nint $F(char) { return 1; }\n", "#pragma optimize off\n#pragma clang optimize off\n@T\nint $G() { return 1; }\n"])


@feature
def line_directives(e):
    e.units(2, ['#line 100 "elsewhere.y"\n@T\nint $F(int a) { return a; }\n', "@T\nint $G(int a) { return a; }\n",
                '# 7 "generated.c"\n@T\nint $F(long a) { return (int)a; }\n@T\nint $H() { return __LINE__; }\n'])


@feature
def signals(e):
    e.units(2, ["#include <signal.h>\nstatic void $F(int);\nvoid use_$G() { signal(SIGTERM, $F); }\n@T\nstatic void $F(int) {}\n",
                "@T\nvoid $F(int) {}\n", "@T\nstatic void $F(int a) { (void)a; }\nvoid use_$H() { $F(1); }\n"])


@feature
def thread_and_attributes(e):
    e.units(2, ["__attribute__((no_instrument_function)) int $F(int);\n@T\nint $F(int a) { return a; }\n",
                "@T\nint $F(int a) { return a; }\n", "__attribute__((noreturn)) void $F(long);\n@T\nvoid $F(long) { for (;;) {} }\n",
                "[[noreturn]] void $G();\n@T\nint use_$H() { $G(); }\n", "void $G();\n@T\nint use_$H() { $G(); return 1; }\n",
                "constexpr int $F(int);\n@T\nconstexpr int $F(int a) { return a; }\n"])


@feature
def undefined_pragmas(e):
    e.units(2, ["#pragma region tagged\n@T\nint $F(int a) { return a; }\n#pragma endregion\n", "#pragma once\n@T\nint $G(int a) { return a; }\n",
                "#pragma omp parallel\n#pragma unknown thing\n@T\nint $H(int a) { return a; }\n",
                "#include __FILE__\n" if e.chance(0.1) else "#ident \"x\"\n@T\nint $G(long) { return 1; }\n"])
