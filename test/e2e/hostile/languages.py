# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""C and C++, old and new, and flags that differ from file to file."""
from hostile.emitter import feature


@feature
def c_and_cxx(e):
    header = e.header("""
        #ifndef MIXED_$F
        #define MIXED_$F
        #ifdef __cplusplus
        extern "C" {
        #endif
        typedef struct $V { int a; } $V;
        @T
        static inline int $F($V* v) { return v->a; }
        @T
        int $G(void);
        #ifdef __cplusplus
        }
        @T
        inline int only_cxx_$F($V& v) { return v.a; }
        #else
        @T
        static int only_c_$F($V* class) { return class->a; }
        #endif
        #endif
        """, shared=e.chance(0.3))
    e.unit('#include "$h"\n@T\nint $G(void) { $V v = {1}; return $F(&v); }\n', extension=".c", h=header)
    e.unit('#include "$h"\n@T\nint $H($V v) { return $F(&v); }\n', h=header)


@feature
def old_c(e):
    for text in e.rng.sample([
            "@T\nint $F(a, b) int a; char *b; { return a; }\n", "@T\n$G() { return 1; }\n", "@T\nstatic int $F(a) register a; { return undeclared(a); }\n",
            "@T\nint $H(int class, char new) { return class + new; }\n", "int $F();\n@T\nint $G() { return $F(1, 2); }\n",
            "enum Mode { A, B };\ntypedef enum Mode Mode;\n@T\nMode $F(Mode m) { return m; }\n"], 3):
        e.unit(text, extension=".c", flags=["-Wno-implicit-int"] if e.chance(0.3) else ())


@feature
def clashing_c(e):
    e_units = ["struct node { int a; };\n@T\nstatic int $F(struct node *n) { return n->a; }\n",
               "struct node { struct node *next; };\n@T\nstatic int $F(struct node *n) { return !n->next; }\n@T\nint $G(void) { return 1; }\n",
               "typedef union { int a; } node;\n@T\nstatic node *$F(node *n) { return n; }\n",
               "int counter;\n@T\nint $G(void) { return counter; }\n", "static int counter = 3;\n@T\nint $G(void) { return counter; }\n",
               "int $G();\n@T\nint $H(void) { return $G(1); }\n", "@T\nint $H(struct node *n) { return n != 0; }\n"]
    for text in e.rng.sample(e_units, 3):
        e.unit(text, extension=".c")


@feature
def standards(e):
    for standard in e.rng.sample(("c++98", "c++11", "c++14", "c++17", "c++20", "c++23"), 2):
        e.unit("""
            #if __cplusplus >= 201703L
            @T
            template <class T> int $F(T t) { if constexpr (sizeof(t) > 1) return 1; else return 2; }
            #elif __cplusplus >= 201103L
            @T
            auto $F(int a) -> long { return a; }
            #else
            @T
            int $F(int a) { int auto_ = a; return auto_; }
            #endif
            @T
            int $G(int a) throw() { return a; }
            """, flags=[f"-std={standard}"])


@feature
def defines_by_flag(e):
    header = e.header("#pragma once\n#ifndef $M\n#define $M 1\n#endif\n@T\ninline int $F(int (&a)[$M]) { return a[0]; }\n"
                      "#if $M == 2\n@T\ninline int second_$F() { return 2; }\n#endif\n")
    for value in (None, 2, 3):
        e.unit('#include "$h"\n@T\nint $G(int (&a)[$M + 1]) { return a[0]; }\n', flags=[f"-D{e.names['M']}={value}"] if value else (), h=header)


@feature
def odd_flags(e):
    e.unit("@T\nint $F(char (&)[(char)-1 < 0 ? 1 : 2]) { return 1; }\n", flags=["-funsigned-char"])
    e.unit("@T\nint $F(char (&)[(char)-1 < 0 ? 1 : 2]) { return 1; }\n")
    e.unit("enum Small { kA };\n@T\nint $G(char (&)[sizeof(Small)]) { return 1; }\n", flags=["-fshort-enums"] if e.chance() else ["-fno-exceptions"])
    e.unit("@T\nint $H(int a) { return a; }\n", flags=["-fno-such-flag", "-Werror", "-Wall"] if e.chance() else ["-x", "c++", "-O2"])


@feature
def forced_include(e):
    forced = e.header("#define $M 4\nstruct Forced { int a; };\n@T\nstatic inline int $F(Forced f) { return f.a; }\n")
    e.unit("@T\nint $G(Forced f, int (&)[$M]) { return $F(f); }\n", flags=["-include", forced])
    e.unit("#ifdef $M\n@T\nint $H(int a) { return a; }\n#else\n@T\nint $H(long a) { return (int)a; }\n#endif\n")


@feature
def header_as_unit(e):
    path = e.unit("@T\ninline int $F(int a) { return a; }\n", extension=".h")
    e.unit('#include "$h"\n@T\nint $G() { return $F(1); }\n', h=path)


@feature
def c_as_cxx(e):
    e.unit("@T\nint $F(void) { return sizeof('a'); }\n@T\nint $G(char (*a)[sizeof('a')]) { return a != 0; }\n", extension=".c",
           flags=["-x", "c++"] if e.chance() else ())


@feature
def std_headers(e):
    """What real files include; dear, so seldom."""
    if not e.chance(0.3):
        return
    e.units(3, ["#include <string>\nusing namespace std;\n@T\nint $F(const string& s) { return (int)s.size(); }\n",
                "#include <algorithm>\n#include <vector>\n@T\nint $G(std::vector<int> v) { return std::max(v[0], v[1]); }\n",
                "#include <string>\nclass string {};\n@T\nint $H(string* s) { return s != nullptr; }\n",
                "#define private public\n#include <string>\n@T\nint $F(std::string s) { return s.empty(); }\n"])
