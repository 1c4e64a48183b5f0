# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the preprocessor carries from one file into the next."""
from hostile.emitter import feature


@feature
def config_macros(e):
    """A header says what its includer asked for."""
    header = e.header("""
        #ifndef CONFIG_$F
        #define CONFIG_$F
        #ifdef $M
        typedef long config_t;
        @T
        inline config_t $F(config_t a) { return a; }
        #else
        typedef int config_t;
        @T
        inline config_t $F(config_t a) { return a + 1; }
        #endif
        #endif
        """)
    e.units(3, ['#define $M 1\n#include "$h"\n@T\nconfig_t $G(config_t a) { return a; }\n',
                '#include "$h"\n@T\nconfig_t $G(config_t a) { return a; }\n',
                '#undef $M\n#include "$h"\n#define $M\n@T\nstatic config_t $H(config_t* a) { return *a; }\n'], h=header)


@feature
def x_macros(e):
    table = e.header("X(alpha, int)\nX(beta, long)\n", extension=".def")
    e.units(2, ["""
        #define X(name, type) @t
        #include "$t"
        #undef X
        #define X(name, type) type name##_get(type a) { return a; }
        @T
        #include "$t"
        #undef X
        @T
        enum Names {
        #define X(name, type) k_##name,
        #include "$t"
        };
        @T
        int $F(Names n) { return n; }
        """, """
        struct $V {
        #define X(name, type) type name; type get_##name() const { return name; }
        #include "$t"
        #undef X
        };
        @T
        int $F($V v, char (&)[sizeof($V)]) { return v.get_alpha(); }
        """], t=table)


@feature
def redefined_keywords(e):
    header = e.header("#pragma once\nclass Keeper {\n  int a;\n  @T\n  int $F() { return a; }\n};\n@T\nstatic inline int $G(int a) { return a; }\n")
    first = e.rng.choice(("#define private public", "#define class struct", "#define inline", "#define static", "#define int long",
                          "#define final", "#define const", "#define noexcept"))
    e.unit('$d\n#include "$h"\n@T\nint use_$H(Keeper* k) { return k != 0; }\n', h=header, d=first)
    e.unit('#include "$h"\n@T\nstatic int use_$H(const Keeper* k) noexcept { return k != 0; }\n', h=header)
    e.unit("@T\nclass $V {\n  const int a = 0;\n  @T\n  int $F() const { return a; }\n};\n@T\ninline static int $H() { return 1; }\n")


@feature
def asserts(e):
    debug = e.header("#pragma once\n#include <assert.h>\n#ifdef NDEBUG\n@T\ninline int $F(int a) { return a; }\n#else\n"
                     "@T\ninline int $F(long a) { assert(a); return (int)a; }\n#endif\n")
    e.units(3, ['#define NDEBUG\n#include <assert.h>\n#include "$h"\n@T\nint $G(int a) { assert(a); return $F(a); }\n',
                '#undef NDEBUG\n#include "$h"\n@T\nint $G(int a) { assert(a > 1); return $F(a); }\n',
                '#undef assert\n#define assert(x) static_assert(sizeof(x) > 0, "")\n@T\nint $H(int a) { assert(a); return a; }\n',
                '#include "$h"\n#undef assert\n@T\nint assert(int a) { return a; }\n'], h=debug)


@feature
def feature_test_macros(e):
    e.units(3, [
        "#define __STDC_FORMAT_MACROS\n#include <inttypes.h>\n#ifdef PRIu64\n@T\nint $F(int64_t a) { return a > 0; }\n#else\n"
        "@T\nint $F(int a) { return a > 0; }\n#endif\n",
        "#undef _GNU_SOURCE\n#define _POSIX_C_SOURCE 200112L\n#include <string.h>\n#ifdef __USE_GNU\n@T\nint $G(int a) { return a; }\n#else\n"
        "@T\nlong $G(long a) { return a; }\n#endif\n",
        "#include <string.h>\n#ifdef __USE_GNU\n@T\nint $H(int a) { return a; }\n#else\n@T\nlong $H(long a) { return a; }\n#endif\n",
        "#define _FILE_OFFSET_BITS 64\n#include <sys/types.h>\n@T\noff_t $F(off_t a) { return a; }\n"])


@feature
def leaking_limits(e):
    e.units(4, [
        "#define $M 10\n@T\nint $F(int (&a)[$M]) { return a[0]; }\n",
        "#ifndef $M\n#define $M 20\n#endif\n@T\nint $G(int (&a)[$M]) { return a[0]; }\n",
        "#if $M\n@T\nint $H(int a) { return a; }\n#else\n@T\nint $H(long a) { return (int)a; }\n#endif\n",
        "#if !defined $M && !defined($N)\n@T\nint $G(char a) { return a; }\n#endif\n",
        "enum { $M = 5 };\n@T\nint $H(int (&a)[$M]) { return a[0]; }\n",
        "#define $N $M\n#undef $M\n#define $M 3\n@T\nint $F(char (&a)[$N]) { return a[0]; }\n",
        "#define $N\n#define $M ($M)\n@T\nint $N($N int a) { return a; }\n"])


@feature
def header_macros_leak(e):
    one = e.header("#pragma once\n#define $V Other\n#define $F(x) $F##_impl(x)\n", shared=e.chance(0.2))
    two = e.header("#ifndef $N\n#define $N 1\n#endif\n#undef $M\n#define $M $N\n", shared=e.chance(0.2))
    e.units(4, [
        '#include "$one"\nstruct $V { int a; };\n@T\nint $F($V v) { return v.a; }\n',
        'struct $V { int a; };\n@T\nint $F($V v) { return v.a; }\n',
        '#define $N 2\n#include "$two"\n@T\nint $G(int (&a)[$M]) { return a[0]; }\n',
        '#include "$two"\n@T\nint $H(int (&a)[$M]) { return a[0]; }\n',
        '@T\nint $F(int a) { return a; }\n'], one=one, two=two)


@feature
def standard_names(e):
    e.units(3, [
        "#include <stdio.h>\n#undef EOF\n#define EOF (-2)\n#define min(a, b) ((a) < (b) ? (a) : (b))\n@T\nint $F(int a) { return min(a, EOF); }\n",
        "#include <stdio.h>\n@T\nint $G(char (&a)[4 + EOF]) { return a[0]; }\n",
        "namespace lib {\n@T\ntemplate <class T> T min(T a, T b) { return a < b ? a : b; }\n@T\nint max(int a, int b) { return min(a, b); }\n}\n",
        "#define max(a, b) a\n@T\nint $H(int a) { return max(a, 2); }\n",
        "#undef NULL\n#define NULL 5\n@T\nint $G(char (&a)[NULL]) { return a[0]; }\n"])


@feature
def renaming(e):
    e.units(3, ["#define $F $F##_renamed\n#define $G $H\n@T\nint $F(int a) { return a; }\n@T\nint $G(int a) { return a; }\n",
                "@T\nint $F(int a) { return a; }\n@T\nint $G(int a) { return a; }\n",
                "#define $V int\n@T\nint $F($V a) { return a; }\n", "struct $V {};\n@T\nint $F($V) { return 1; }\n"])


@feature
def functions_from_macros(e):
    header = e.header("""
        #pragma once
        #define GETTER(name, type) type name(type value) { return value; }
        #define HEAD(name) static int name(int value)
        #define BODY { return 1; }
        #define OPEN namespace made {
        #define CLOSE }
        """)
    e.units(2, ['#include "$h"\n@T\nGETTER($F, int)\n@T\nHEAD($G) { return value; }\n@T\nint $H() BODY\n',
                '#include "$h"\nOPEN @t\n@T\nGETTER($F, long)\n@T\nHEAD($G) {\n  return value + 1;\n}\nCLOSE\n',
                '#define GETTER(name, type) static type name()\n@T\nGETTER($F, int) { return 1; }\n'], h=header)


@feature
def counters(e):
    e.units(3, ["#define CAT(a, b) a##b\n#define NAME(a, b) CAT(a, b)\n@T\nstatic int NAME($F, __COUNTER__)() { return 1; }\n",
                "#define CAT(a, b) a##b\n#define NAME(a, b) CAT(a, b)\n@T\nint NAME($F, __LINE__)() { return 1; }\n"
                "static int NAME(u, __COUNTER__);\n@T\nint $G(char (&)[__COUNTER__ + 1]) { return 1; }\n",
                "#if __COUNTER__ == 0\n@T\nint $H(int a) { return a; }\n#else\n@T\nint $H(long a) { return (int)a; }\n#endif\n"])


@feature
def where_am_i(e):
    header = e.header("#if __INCLUDE_LEVEL__ == 1\n@T\nstatic inline int $H(int a) { return a; }\n#else\n"
                      "@T\nstatic inline int $H(long a) { return (int)a; }\n#endif\n")
    e.units(3, ["#if __INCLUDE_LEVEL__ == 0\n@T\nint $F(int a) { return a; }\n#else\n@T\nint $F(long a) { return (int)a; }\n#endif\n",
                "@T\nint $F(char (&)[sizeof(__BASE_FILE__)], char (&)[sizeof(__FILE__)]) { return 1; }\n",
                '#include "$h"\n@T\nint $G(int a) { return $H(a); }\n',
                '#ifdef __has_include_next\n#if __has_include("$h")\n@T\nint $G(int a) { return a; }\n#endif\n#endif\n'], h=header)


@feature
def pushed_macros(e):
    e.units(3, ['#define $M 1\n#pragma push_macro("$M")\n#undef $M\n#define $M 2\n@T\nint $F(int (&)[$M]) { return 0; }\n',
                '#pragma pop_macro("$M")\n#ifdef $M\n@T\nint $G(int a) { return a; }\n#else\n@T\nint $G(long a) { return (int)a; }\n#endif\n',
                '#define $M 4\n#pragma push_macro("$M")\n#undef $M\n#pragma pop_macro("$M")\n@T\nint $H(int (&)[$M]) { return 0; }\n'])


@feature
def poison(e):
    e.units(2, ["#pragma GCC poison $F $M\n@T\nint $G(int a) { return a; }\n", "@T\nint $F(int a) { return a; }\n",
                "#ifndef $M\n@T\nint $H(int a) { return a; }\n#endif\n"])


@feature
def computed_includes(e):
    one = e.header("typedef int computed;\n", shared=False)
    two = e.header("typedef long computed;\n@T\ninline computed $H(computed a) { return a; }\n")
    e.units(3, ['#define WHICH "$one"\n#include WHICH\n@T\ncomputed $F(computed a) { return a; }\n',
                '#ifndef WHICH\n#define WHICH "$two"\n#endif\n#include WHICH\n@T\ncomputed $G(computed a) { return a; }\n',
                '#define WHICH "$two"\n#include WHICH\n@T\nstatic computed $F(computed a) { return a; }\n'], one=one, two=two)
