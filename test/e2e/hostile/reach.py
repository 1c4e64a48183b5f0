# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tags for more than one function, over code that only some includers show, or that is another function for each of them."""
from hostile.emitter import feature


@feature
def branches_of_includers(e):
    header = e.header("""
        @F

        #ifdef $M
        static inline int $F(int a) { return a; }
        #if $M > 1
        static inline int $G(int a) { return a + 1; }
        #endif
        #endif
        #ifdef NOBODY_HAS_$N
        static inline int $H(int a) { return a; }
        #endif
        """)
    config = e.header("#pragma once\n#undef $M\n#define $M 2\n")
    e.units(3, ['#undef $M\n#define $M 1\n#include "$h"\n@T\nint own_$F(int a) { return a; }\n',
                '#include "$c"\n#include "$h"\n@T\nstatic int own_$G(int* a) { return *a; }\n',
                '#include "$h"\n@T\nint own_$H(int a) { return a; }\n'], h=header, c=config)


@feature
def included_units(e):
    part = e.path(".c" if e.chance() else ".inc")
    e.header("""
        @F

        #ifdef PART_$M
        static word_t PREFIX($F)(word_t a) { return a; }
        #ifdef PART_MORE
        static word_t PREFIX($G)(word_t a) {
          return PREFIX($F)(a);
        }
        #endif
        #endif
        """, path=part)
    head = "typedef {} word_t;\n#define PART_$M\n"
    once = "#define PREFIX(name) {0}_##name\n#include \"$p\"\n#undef PREFIX\n"
    more = "#define PART_MORE\n"
    e.units(2, [head.format("int") + once.format("a") + more + once.format("b"), head.format("long") + once.format("c")], p=part,
            extension=".c")


@feature
def made_by_macros(e):
    macros = e.header("#pragma once\n#define MAKE_$M(n) static int n(void) { return 1; } static int n##_too(void) { return 2; }\n"
                      "#define OPENED_$M(n) static int n(void) {\n#define BOTH_$M(a, b, body) static int a(void) body static int b(void) body\n")
    e.units(2, ['@F\n\n#include "$m"\nMAKE_$M($F)\nOPENED_$M($G) return 3; }\nBOTH_$M($H, z$H, { return 4; })\n',
                '#include "$m"\n@[\nMAKE_$M($F)\n@]\nBOTH_$M(a$G, $G, { return 5; })\n'], m=macros)
