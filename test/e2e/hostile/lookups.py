# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a name or a call means depends on which declarations are visible: one that leaks changes it, often without an error."""
from hostile.emitter import feature


@feature
def using_namespace_in_a_header(e):
    lib = e.header("#pragma once\nnamespace lib { struct $V { int a; }; enum Kind { kA }; int $F($V); }\n")
    opens = e.header('#pragma once\n#include "$lib"\nusing namespace lib;\n', lib=lib, shared=e.chance(0.3))
    e.units(3, [
        '#include "$o"\n@T\nint $F($V v) { return v.a; }\n',
        '#include "$lib"\nstruct $V { long b; };\n@T\nint $G($V v) { return (int)v.b; }\n@T\nint lib::$F(lib::$V v) { return v.a; }\n',
        'struct $V { long b; };\n@T\nstatic int $G($V* v) { return v != nullptr; }\n',
        '#include "$o"\n@T\nstatic int $H(Kind k, $V*) { return k; }\n',
        '#include "$lib"\nusing lib::$V;\n@T\nint $G($V v) { return v.a; }\n'], o=opens, lib=lib)


@feature
def using_namespace_in_a_file(e):
    e.units(3, [
        "namespace one { struct $V {}; typedef int Word; }\nusing namespace one;\n@T\nWord $F($V, Word w) { return w; }\n",
        "namespace two { class $V {}; typedef long Word; }\nusing namespace two;\n@T\nWord $F($V, Word w) { return w; }\n",
        "struct $V {};\nnamespace deep { namespace { typedef short Word; } @t\n@T\nWord $F(::$V, Word w) { return w; } }\n",
        "namespace one { namespace in { @t\n@T\nint $F(int a) { return a; } } }\nnamespace alias = one::in;\n"])


@feature
def elaborated_types(e):
    """`struct X` in a parameter declares X, or finds one."""
    e.units(3, [
        "@T\nint $F(struct $V* p) { return p != nullptr; }\n",
        "namespace lib { struct $V { int a; }; }\nusing namespace lib;\n@T\nint $G(struct $V* p) { return p->a; }\n",
        "using lib_t = struct $V;\n@T\nint $G(lib_t* p) { return p != nullptr; }\n",
        "class $V { friend int $F($V*); friend class $W; };\n@T\nint $H(class $W* w) { return w != nullptr; }\n"])


@feature
def better_overloads(e):
    """A leaked overload wins, and with it another type stands in the signature."""
    e.units(3, [
        "char $F(double) noexcept;\n@T\nint $G(char (&a)[sizeof($F(1))]) { return a[0]; }\n",
        "long $F(int);\n@T\nint $H(char (&a)[sizeof($F(1))]) { return a[0]; }\n",
        "static char $F(long) { return 'a'; }\n@T\nauto $G(int a) -> decltype($F(a)) { return $F(a); }\n",
        "short $F(...);\n@T\ndecltype($F(1)) $H(int a) noexcept(noexcept($F(a))) { return 1; }\n"])


@feature
def argument_dependent(e):
    lib = e.header("#pragma once\nnamespace lib { struct $V { operator int() const; }; }\nchar $F(int);\n")
    e.units(3, [
        '#include "$lib"\n@T\nint $G(char (&a)[sizeof($F(lib::$V()))]) { return a[0]; }\n',
        '#include "$lib"\nnamespace lib { long $F($V); }\n@T\nint $H(char (&a)[sizeof($F(lib::$V()))]) { return a[0]; }\n',
        '#include "$lib"\nint operator+(lib::$V, lib::$V);\n@T\nauto $G(lib::$V a) -> decltype(a + a) { return a + a; }\n',
        '#include "$lib"\n@T\nauto $H(lib::$V a) -> decltype(a + a) { return a + a; }\n',
        '#include "$lib"\nnamespace lib { long operator+($V, int); }\n@T\nint $G() { return 1; }\n'], lib=lib)


@feature
def detected_by_substitution(e):
    """A template asks whether something is declared; its point of instantiation is also the end of the unit."""
    detect = e.header("""
        #pragma once
        namespace lib { struct $V {}; }
        template <class T> auto detect(int) -> decltype(hook(T{}), char());
        template <class T> long detect(...);
        """)
    e.units(3, [
        '#include "$d"\nnamespace lib { int hook($V); }\n@T\nint $F(char (&)[sizeof(detect<lib::$V>(0))]) { return 0; }\n',
        '#include "$d"\n@T\nint $F(char (&)[sizeof(detect<lib::$V>(0))]) { return 0; }\n'],
        d=detect)


@feature
def asks_for_completeness(e):
    """A template remembers whether a class was complete when it was first asked: leaks.TAKEN_FOR_GRANTED."""
    detect = e.header("""
        #pragma once
        namespace lib { struct Incomplete; }
        template <class T, class = void> struct Complete { static constexpr int value = 1; };
        template <class T> struct Complete<T, decltype(void(sizeof(T)))> { static constexpr int value = 2; };
        """)
    e.units(2, [
        '#include "$d"\n@T\nint $G(char (&)[Complete<lib::Incomplete>::value]) { return 0; }\n',
        '#include "$d"\nstruct lib::Incomplete { int a; };\n@T\nint $G(char (&)[Complete<lib::Incomplete>::value]) { return 0; }\n'],
        d=detect)


@feature
def default_arguments(e):
    header = e.header("#pragma once\nint $F(int a, int b);\ntemplate <class T, class U> struct $V;\n")
    e.units(3, [
        '#include "$h"\nint $F(int a, int b = 1);\n@T\nint $G(int a) { return $F(a); }\n',
        '#include "$h"\nint $F(int a, int b = 2);\n@T\nint $H(int a) { return $F(a); }\n',
        '#include "$h"\ntemplate <class T, class U = int> struct $V { T t; U u; };\n@T\nint $G($V<int>* v) { return v->u; }\n',
        '#include "$h"\ntemplate <class T = long, class U = char> struct $V { U u; };\n@T\nint $H($V<>* v) { return v->u; }\n',
        '#include "$h"\n@T\nint $F(int a, int b) { return a + b; }\n'], h=header)


@feature
def inline_namespaces(e):
    header = e.header("""
        #pragma once
        namespace api {
        #if defined($M) && $M > 1
        inline namespace v2 { @t
        #else
        inline namespace v1 {
        #endif
        struct $V { int a; };
        @T
        inline int $F($V v) { return v.a; }
        }
        }
        """)
    e.units(3, ['#define $M 2\n#include "$h"\n@T\nint $G(api::$V v) { return api::$F(v); }\n',
                '#include "$h"\n@T\nint $G(api::$V v) { return api::$F(v); }\n',
                '#define $M 1\n#include "$h"\n@T\nint $H(api::$V* v) { return v->a; }\n'], h=header)


@feature
def friends(e):
    header = e.header("""
        #pragma once
        namespace lib {
        struct $V {
          @T
          friend int $F($V v) { return v.a; }
          friend struct Hidden;
          friend int $G(const $V&);
          int a;
        };
        }
        """)
    e.units(3, ['#include "$h"\n@T\nint lib::$G(const lib::$V& v) { return v.a; }\n',
                '#include "$h"\nnamespace lib { int $G(const $V&); struct Hidden; }\n@T\nint $H(lib::Hidden*) { return 0; }\n',
                '#include "$h"\nstruct Hidden;\nusing namespace lib;\n@T\nint $H(Hidden*) { return $F(lib::$V()); }\n'], h=header)


@feature
def heavy_operators(e):
    e.units(2, [
        "struct $V { int a; };\n@T\nbool operator==(const $V& a, const $V& b) { return a.a == b.a; }\n"
        "@T\n$V operator\"\"_v(unsigned long long a) { return {(int)a}; }\n",
        "struct $W { int a; };\ntemplate <class T> char operator==(const T&, const $W&);\n"
        "@T\nauto $F($W a) -> decltype(a == a) { return a == a; }\n",
        "struct $W { int a; bool operator==(const $W&) const; };\n@T\nauto $F($W a) -> decltype(a == a) { return a == a; }\n"])


@feature
def concepts(e):
    for need in e.rng.sample(("sizeof(T) > 1", "requires(T t) { t.run(); }", "true"), 2):
        e.unit("""
            #if __cplusplus >= 202002L
            template <class T> concept Small = $need;
            @T
            template <Small T> int $F(T t) { return sizeof(t); }
            @T
            int $G(Small auto t) requires Small<int> { return sizeof(t); }
            #else
            @T
            template <class T> int $F(T t) { return sizeof(t); }
            #endif
            """, need=need)
