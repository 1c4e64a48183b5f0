# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What one file leaves with the headers that the next one includes too: those headers are not read again."""
from hostile.emitter import feature

ONCE = "#pragma once\n"

# Features with programs that give one entity two meanings (docs/explanation/fast-scan.md): drawn only when named.
TAKEN_FOR_GRANTED = {"hooks", "cached_concepts", "completed_elsewhere", "asks_for_completeness"}


@feature
def wrapped_includes(e):
    """The first includer reads a header inside a scope of its own, the others at the top."""
    header = e.header(ONCE + "struct $V { char a; long b; };\nint $F(int);\n@T\ninline int $G($V v) { return v.a; }\n")
    before, after = e.rng.choice((('extern "C" {', "}"), ("namespace wrap {", "}"), ("#pragma pack(push, 1)", "#pragma pack(pop)"),
                                  ("#pragma pack(1)", ""), ("struct Wrap {", "};"), ("#pragma ms_struct on", "#pragma ms_struct off"),
                                  ("#pragma clang attribute push(__attribute__((noreturn)), apply_to = function)", "#pragma clang attribute pop")))
    e.unit('$before\n#include "$h"\n$after\n@T\nint wrapper_$H() { return 1; }\n', h=header, before=before, after=after)
    e.unit('#include "$h"\n@T\nint $F(int a) { return a; }\n@T\nint $H(char (&)[sizeof($V)]) { return 1; }\n', h=header)
    if e.chance():
        e.unit('#include "$h"\n@T\nint user_$H($V* v) { return $G(*v); }\n', h=header)


@feature
def fragments(e):
    """Members by inclusion, of a file that a second #include skips."""
    guard = e.rng.choice((ONCE, "#ifndef FRAGMENT_$F\n#define FRAGMENT_$F\n#endif\n", ""))
    members = e.header("${guard}int a;\n@T\nint $F() { return a; }\nlong b;\n", guard=e.text(guard))
    directive = e.rng.choice(("include", "include", "import"))
    e.unit('struct $V {\n#$d "$m"\n};\n@T\nint $G(char (&)[sizeof($V)]) { return 1; }\n', m=members, d=directive)
    e.unit('struct $W {\n#include "$m"\n};\n@T\nint $H(char (&)[sizeof($W)]) { return 1; }\n', m=members)


@feature
def guarded_sources(e):
    """A source with a guard that another source includes, in a scope or not."""
    guard = e.rng.choice((ONCE, "#ifndef SOURCE_$F\n#define SOURCE_$F\n#define CLOSE_GUARD\n", ""))
    inner = e.unit("${guard}@T\nint $F(int a) { return a; }\n@T\nstatic int $G() { return 2; }\n#ifdef CLOSE_GUARD\n#undef CLOSE_GUARD\n#endif\n"
                   + ("#endif\n" if "SOURCE" in guard else ""), guard=e.text(guard))
    scope = e.rng.choice(("", "namespace wrapped {", 'extern "C" {', "namespace {"))
    e.unit('$scope\n#include "$i"\n$end\n@T\nint $H(int a) { return a; }\n', i=inner, scope=scope, end="}" if scope else "")


@feature
def specialised_behind_an_alias(e):
    """The specialisation is not named by who depends on it."""
    header = e.header(ONCE + "template <class T> struct Traits { using type = long; static constexpr int size = 1; };\n"
                      "template <class T> using Type = typename Traits<T>::type;\ntemplate <class T> constexpr int size_of() { return Traits<T>::size; }\n")
    special = e.header(ONCE + '#include "$h"\ntemplate <> struct Traits<int> { using type = char; static constexpr int size = 3; };\n', h=header)
    e.units(3, ['#include "$s"\n@T\nint $F(Type<int> a) { return a; }\n', '#include "$h"\n@T\nint $F(Type<int> a) { return a; }\n',
                '#include "$h"\n@T\nint $G(char (&)[size_of<int>()]) { return 1; }\n',
                '#include "$h"\ntemplate <> struct Traits<int> { using type = short; static constexpr int size = 5; };\n@T\nint $H(Type<int>* a) { return *a; }\n',
                '#include "$h"\n@T\nType<int> $H(Type<int>* a) { return *a; }\n'], h=header, s=special)


@feature
def hooks(e):
    """A template finds out what is declared; the answer of the first file may be kept for the next."""
    detect = e.header(ONCE + """
        namespace lib { struct $V {}; struct $W; }
        template <class T> auto detect(int) -> decltype(hook(T{}), char());
        template <class T> long detect(...);
        template <class T, class = void> struct Hooked { static constexpr int value = 1; using type = int; };
        template <class T> struct Hooked<T, decltype(void(hook(T{})))> { static constexpr int value = 2; using type = long; };
        template <class T, class = void> struct Known { static constexpr int value = 1; };
        template <class T> struct Known<T, decltype(void(sizeof(T)))> { static constexpr int value = 2; };
        template <class T> using HookType = typename Hooked<T>::type;
        """)
    hook = e.header(ONCE + '#include "$d"\nnamespace lib { int hook($V); struct $W { int a; }; }\n', d=detect)
    e.units(4, ['#include "$k"\n@T\nint $F(char (&)[sizeof(detect<lib::$V>(0))]) { return 0; }\n',
                '#include "$d"\n@T\nint $F(char (&)[sizeof(detect<lib::$V>(0))]) { return 0; }\n',
                '#include "$d"\n@T\nint $G(HookType<lib::$V> a) { return a; }\n', '#include "$k"\n@T\nint $G(HookType<lib::$V> a) { return a; }\n',
                '#include "$d"\n@T\nint $H(char (&)[Known<lib::$W>::value]) { return 0; }\n',
                '#include "$k"\n@T\nint $H(char (&)[Known<lib::$W>::value]) { return 0; }\n',
                '#include "$d"\nnamespace lib { static char hook($V) { return 0; } }\n@T\nint $H(HookType<lib::$V>* a) { return *a; }\n'],
            d=detect, k=hook)


@feature
def cached_concepts(e):
    detect = e.header(ONCE + "namespace lib { struct $V {}; }\n#if __cplusplus >= 202002L\ntemplate <class T> concept Hooked = requires(T t) { hook(t); };\n"
                      "template <Hooked T> char ask(T);\ntemplate <class T> long ask(T);\n#else\nlong ask(lib::$V);\n#endif\n")
    e.units(2, ['#include "$d"\n@T\nint $F(char (&)[sizeof(ask(lib::$V()))]) { return 0; }\n',
                '#include "$d"\nnamespace lib { int hook($V); }\n@T\nint $F(char (&)[sizeof(ask(lib::$V()))]) { return 0; }\n'], d=detect)


@feature
def completed_elsewhere(e):
    """Declared in a header, defined or redeclared with more in one of its users."""
    header = e.header(ONCE + "struct $V;\nextern const int limit_$F;\nconstexpr int bound_$F();\ntemplate <class T, class U> struct Pair;\nvoid ends_$F();\n"
                      "enum Late_$F : int;\nstruct Holder { static const int n; struct Inner; };\n")
    e.units(4, [
        '#include "$h"\nstruct $V { int a; };\nconst int limit_$F = 3;\nconstexpr int bound_$F() { return 4; }\n@T\nint $G($V v) { return v.a; }\n',
        '#include "$h"\n@T\nint $H(char (&)[__builtin_constant_p(limit_$F) ? 1 : 2]) { return 1; }\n',
        '#include "$h"\n@T\nint $H(char (&)[bound_$F()]) { return 1; }\n@T\nint own_$G() { return 1; }\n',
        '#include "$h"\ntemplate <class T, class U = T> struct Pair { T t; U u; };\n@T\nint $G(Pair<int>* p) { return p->u; }\n',
        '#include "$h"\n@T\nint $G(Pair<int>* p) { return p != nullptr; }\n',
        '#include "$h"\n[[noreturn]] void ends_$F();\n@T\nint $H() { ends_$F(); }\n',
        '#include "$h"\n@T\nvoid ends_$F() {}\n', '#include "$h"\n@T\nint $G($V v) { return v.a; }\n',
        '#include "$h"\nenum Late_$F : int { kA };\nconst int Holder::n = 2;\nstruct Holder::Inner { int a; };\n@T\nint $H(Holder::Inner i) { return i.a; }\n',
        '#include "$h"\n@T\nint $H(Holder::Inner* i) { return __builtin_constant_p(Holder::n); }\n'], h=header)


@feature
def quieted_errors(e):
    """A warning that is an error by default is switched off in one file."""
    e.units(2, ['#pragma clang diagnostic ignored "-Wc++11-narrowing"\n@T\nint $F(int a) { char c{a}; return c; }\n',
                "@T\nint $G(int a) { char c{a}; return c; }\n", "@T\nint $G(int a) { char c[] = {a}; return c[0]; }\n",
                '#pragma GCC diagnostic ignored "-Wreturn-type"\n#pragma clang diagnostic ignored "-Wnarrowing"\n@T\nint $H() { return 1; }\n'])
    for text in e.rng.sample(['#pragma clang diagnostic ignored "-Wimplicit-function-declaration"\n@T\nint $F(int a) { return nowhere(a); }\n',
                              "@T\nint $G(int a) { return nowhere(a); }\n", "@T\n$H(int a) { return a; }\n"], 2):
        e.unit(text, extension=".c")


@feature
def pragmas_by_operator(e):
    """What a pragma does, said by _Pragma in a macro or over several lines."""
    header = e.header(ONCE + '#define PACK_$F _Pragma("pack(push, 1)")\n#define UNPACK_$F _Pragma("pack(pop)")\n'
                      '#define KEEP_$F _Pragma("push_macro(\\"$M\\")")\n#define BACK_$F _Pragma("pop_macro(\\"$M\\")")\n')
    e.units(3, ['#include "$h"\nPACK_$F\nstruct $V { char a; long b; };\n@T\nint $G(char (&)[sizeof($V)]) { return 1; }\n',
                '#include "$h"\n#define $M 3\nKEEP_$F\n#undef $M\n@T\nint $H() { return 1; }\n',
                '#include "$h"\n#pragma \\\n  pack(2)\nstruct Own { char a; long b; };\n@T\nint $H(char (&)[sizeof(Own)]) { return 1; }\n',
                '#include "$h"\nBACK_$F\n#ifdef $M\n@T\nint $F(int a) { return a; }\n#else\n@T\nint $F(long a) { return (int)a; }\n#endif\n',
                "struct Plain { char a; long b; };\n@T\nint $F(char (&)[sizeof(Plain)]) { return 1; }\n"], h=header)


@feature
def unguarded_includes(e):
    """A file without a guard that defines macros and declares things, for all who include it."""
    plain = e.header("#ifdef SEEN_$F\n@T\nstatic inline int again_$F() { return 2; }\n#endif\n#define SEEN_$F\nextern int plain_$F;\n", extension=".inc")
    e.units(3, ['#include "$p"\n@T\nint $F() { return plain_$F; }\n', '#include "$p"\n#include "$p"\n@T\nint $G() { return again_$F(); }\n',
                '#include "$p"\n#undef SEEN_$F\n@T\nint $H() { return plain_$F; }\n',
                '#ifdef SEEN_$F\n@T\nint $H(int a) { return a; }\n#else\n@T\nint $H(long a) { return (int)a; }\n#endif\n'], p=plain)


@feature
def next_includes(e):
    """#include_next, and __has_include_next, which know where the file itself was found."""
    serial = e.tree.serial()
    name = f"next{serial}.h"
    e.header("#define FIRST_$F 1\n#include_next <$n>\n@T\ninline int $F(int a) { return a; }\n", path=f"n{serial}a/{name}", n=name)
    e.header(ONCE + "typedef long next_t;\n@T\ninline next_t $G(next_t a) { return a; }\n", path=f"n{serial}b/{name}")
    flags = [f"-In{serial}a", f"-In{serial}b"]
    e.unit("#include <$n>\n@T\nnext_t $H(next_t a) { return a; }\n", flags=flags, n=name)
    e.unit("#if __has_include_next(<$n>)\n@T\nint $H(int a) { return a; }\n#endif\n#include <$n>\n@T\nnext_t own_$H(next_t a) { return a; }\n", flags=flags, n=name)
