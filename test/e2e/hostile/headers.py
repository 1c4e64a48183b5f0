# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Headers: which one, in which order, how often, and with what around it."""
from hostile.emitter import feature


@feature
def order_dependent(e):
    one = e.header("#ifndef WORD\n#define WORD\ntypedef int word;\n#endif\n#ifdef BIG\ntypedef word big;\n#endif\n")
    two = e.header("#ifndef WORD\n#define WORD\n#define BIG\ntypedef long word;\n#endif\n")
    user = e.header("@T\nstatic inline word $H(word a) { return a; }\n")
    e.units(3, ['#include "$one"\n#include "$two"\n@T\nword $F(word a) { return a; }\n',
                '#include "$two"\n#include "$one"\n@T\nword $F(word a) { return a; }\n',
                '#include "$two"\n#include "$user"\n@T\nword $G(word a) { return $H(a); }\n',
                '#include "$one"\n#include "$user"\n@T\nword $G(word a) { return $H(a); }\n'], one=one, two=two, user=user)


@feature
def shared_guards(e):
    one = e.header("#ifndef SHARED_H\n#define SHARED_H\nstruct $V { int a; };\n@T\ninline int $F($V v) { return v.a; }\n#endif\n")
    two = e.header("#ifndef SHARED_H\n#define SHARED_H\nstruct $V { long b; };\n@T\ninline int $G($V v) { return (int)v.b; }\n#endif\n")
    e.units(3, ['#include "$one"\n@T\nint use_a($V v) { return $F(v); }\n', '#include "$two"\n@T\nint use_b($V v) { return $G(v); }\n',
                '#include "$two"\n#include "$one"\n@T\nint use_c(char (&)[sizeof($V)]) { return 1; }\n'], one=one, two=two)


@feature
def once_and_guards(e):
    once = e.header("#pragma once\n#ifdef ONCE_GUARD\n@T\ninline int $F(int a) { return a; }\n#else\n#define ONCE_GUARD\n"
                    "@T\ninline int $F(long a) { return (int)a; }\n#endif\n")
    guarded = e.header('#ifndef ONCE_GUARD\n#define ONCE_GUARD\n#include "$once"\n@T\ninline int $G(int a) { return a; }\n#endif\n', once=once)
    e.units(3, ['#include "$g"\n#include "$o"\n@T\nint $H(int a) { return $F(a); }\n', '#include "$o"\n#include "$g"\n@T\nint $H(long a) { return $F(a); }\n',
                '#include "$g"\n#undef ONCE_GUARD\n#include "$g"\n@T\nint use_$H() { return 1; }\n'], g=guarded, o=once)


@feature
def many_paths(e):
    """One header by several spellings and links, with and without a guard."""
    guard = "#pragma once\n" if e.chance() else "#ifndef PATHS\n#define PATHS\n#endif\n"
    name = f"paths{e.tree.serial()}"
    header = e.header("${guard}@T\nstatic inline int $F(int a) { return a; }\nstruct Paths;\n", path=f"real/{name}.h", guard=guard)
    e.tree.links[f"linked_{name}"] = "real"
    e.tree.links[f"{name}_link.h"] = f"real/{name}.h"
    for link in (f"linked_{name}", f"{name}_link.h"):
        e.tree.owners[link] = e.owner
    e.units(3, ['#include "$h"\n#include "real/../real/$n.h"\n@T\nint use_a() { return $F(1); }\n',
                '#include "linked_$n/$n.h"\n@T\nint use_b() { return $F(1); }\n',
                '#include "${n}_link.h"\n#include "$h"\n@T\nint use_c() { return $F(2); }\n'], h=header, n=name)


@feature
def same_names_in_folders(e):
    serial = e.tree.serial()
    name = f"config{serial}.h"
    for folder, word in ((f"a{serial}", "int"), (f"b{serial}", "long")):
        e.header("#ifndef CONFIG_H\n#define CONFIG_H\ntypedef $word conf;\n@T\ninline conf $F(conf a) { return a; }\n#endif\n",
                 path=f"{folder}/{name}", word=word)
        e.unit('#include <$name>\n@T\nconf $G(conf a) { return $F(a); }\n', flags=[f"-I{folder}"], name=name)
        e.unit('#include "$name"\n@T\nstatic conf $H(conf a) { return a; }\n', path=f"{folder}/u{serial}.cc", name=name)
    e.unit('#include "$name"\n@T\nstatic conf $G(conf* a) { return *a; }\n', flags=[f"-Ib{serial}", f"-Ia{serial}"], name=name)


@feature
def needs_its_includer(e):
    """A header that is nothing without what stands before it."""
    header = e.header("@T\ninline $V make_$F($W w) { return $V{w}; }\n#ifdef DEEP\n@T\ninline int deep_$F($V v) { return DEEP(v); }\n#endif\n")
    e.units(3, ['typedef int $W;\nstruct $V { $W a; };\n#include "$h"\n@T\nint $F($V v) { return v.a; }\n',
                '#define DEEP(x) x.b\ntypedef long $W;\nstruct $V { $W b; };\n#include "$h"\n@T\nint $G($V v) { return deep_$F(v); }\n',
                'namespace in {\ntypedef char $W;\nstruct $V { $W c; };\n#include "$h"\n}\n@T\nint $H(in::$V v) { return v.c; }\n'], h=header)


@feature
def template_by_inclusion(e):
    body = e.header("@T\nstatic T CAT(add_, T)(T a) { return a; }\n#undef T\n", extension=e.rng.choice((".inc", ".h")))
    e.units(2, ['#define CAT2(a, b) a##b\n#define CAT(a, b) CAT2(a, b)\n#define T int\n#include "$b"\n#define T long\n#include "$b"\n'
                '@T\nint $F() { return add_int(1); }\n',
                '#define CAT2(a, b) a##b\n#define CAT(a, b) CAT2(a, b)\n#define T char\n#include "$b"\n@T\nint $G() { return add_char(1); }\n'],
            b=body)


@feature
def tagged_branches(e):
    header = e.header("""
        #pragma once
        #if defined(ONE)
        @T
        inline int $F(int a) { return a; }
        #elif defined(TWO)
        @T
        inline long $F(long a) { return a; }
        #else
        @T
        inline char $F(char a) { return a; }
        #endif
        #if 0
        @T
        inline int never_$F(int a) { return a; }
        #endif
        """)
    e.units(e.rng.randint(1, 3), ['#define ONE\n#include "$h"\n@T\nint $G() { return 1; }\n', '#define TWO 0\n#include "$h"\n@T\nint $H() { return 1; }\n',
                                  '#include "$h"\n@T\nint use_$F() { return $F(1); }\n'], h=header)


@feature
def included_source(e):
    inner = e.unit("#ifndef $M\n#define $M 1\n#endif\n@T\nstatic int $F(int (&a)[$M]) { return a[0]; }\n@T\nint $G(int a) { return a; }\n")
    e.unit('#define $M 3\n#include "$i"\n@T\nint $H() { int a[$M] = {}; return $F(a); }\n', i=inner)
    if e.chance():
        e.unit('namespace wrapped {\n#include "$i"\n}\n@T\nint $H(int a) { return wrapped::$G(a); }\n', i=inner)


@feature
def open_and_close(e):
    """A scope opened in one header and closed in another."""
    opening = e.rng.choice(('extern "C" {', "namespace wide {", "namespace {", "namespace one { namespace two {"))
    begin = e.header("$opening\n", opening=opening)
    end = e.header("@T\ninline int $H(int a) { return a; }\n" + "}" * opening.count("{") + "\n")
    e.units(2, ['#include "$b"\n@T\nint $F(int a) { return a; }\n#include "$e"\n@T\nint $G() { return 1; }\n',
                '#include "$b"\nstruct $V { int a; };\n@T\nint $F($V* a) { return a->a; }\n#include "$e"\n', '@T\nint $F(long a) { return (int)a; }\n'],
            b=begin, e=end)


@feature
def declared_and_defined(e):
    """Tags at the declaration, at the definition, at both; the definition in one of several files."""
    header = e.header("""
        #pragma once
        struct $V {
          @T
          int $F(int) const;
          @T
          static long $G();
          @T
          template <class T> T $H(T);
        };
        @T
        int free_$F(const $V&);
        @T
        int nowhere_$F();
        template <class T>
        @T
        T $V::$H(T t) { return t; }
        """)
    e.unit('#include "$h"\n@T\nint $V::$F(int a) const { return a; }\nlong $V::$G() { return 1; }\n', h=header)
    e.unit('#include "$h"\n@T\nint free_$F(const $V& v) { return v.$F(1); }\n', h=header)
    if e.chance():
        e.unit('#include "$h"\n@T\nint free_$F(const $V&) { return 2; }\nlong $V::$G() { return 2; }\n', h=header)


@feature
def nobody_includes_it(e):
    e.header("@T\nstatic inline int $F(int a) { return a; }\nstruct $V { int a; };\n@T\ninline int $G($V v) { return v.a; }\n")


@feature
def circles(e):
    one, two = e.path(".h"), e.path(".h")
    e.header('#pragma once\n#include "$two"\n@T\ninline int $F(int a) { return a; }\n', path=one, two=two)
    e.header('#pragma once\n#include "$one"\n@T\ninline int $G(int a) { return $F(a); }\n', path=two, one=one)
    e.unit('#include "$one"\n@T\nint $H() { return 1; }\n', one=one)
    e.unit('#include "$two"\n@T\nint $H(int) { return 1; }\n', two=two)
