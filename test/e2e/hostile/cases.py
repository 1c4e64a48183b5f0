# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Small trees, each with one way in which a file of a unit made of many can change what the next one means. Found by reading and by
seeds, kept so that each is tried in every run. TAG stands for a tag on a line of its own."""

TAG = '// AI-generated: GPT-4, 2025-01-10, prompt: "x"\n'

# Programs that give one entity two meanings: docs/explanation/fast-scan.md. Tried on demand only.
TAKEN_FOR_GRANTED = {"class-completed-in-another-file", "specialisation-cached-from-another-file", "cached-concept"}

CASES = {
    # A guarded file that a unit includes inside a struct (any non-top-level include) was first entered as a section of its
    # own or in another scope; the guard skips it in the struct, so the members are missing. An include that does not happen
    # at file scope must make the section unsure.
    "include-inside-a-struct": {
        "m.h": '#pragma once\nint a;\nTAG int f();\n',
        "a.cc": 'struct N {\n#include "m.h"\n};\nTAG int get(char (&)[sizeof(N)]) { return 1; }\n',
        "b.cc": 'TAG int b() { return 1; }\n',
    },
    # Same without a tag in the header: the first file's struct takes the members, the second's stays empty.
    "include-inside-structs-of-two-files": {
        "m.h": '#pragma once\nint a;\n',
        "a.cc": 'struct N {\n#include "m.h"\n};\nTAG int fa(char (&)[sizeof(N)]) { return 1; }\n',
        "b.cc": 'struct M {\n#include "m.h"\n};\nTAG int fb(char (&)[sizeof(M)]) { return 1; }\n',
    },
    # a.cc reads h.h inside extern "C"; for b.cc the guard skips it, so b.cc's definition inherits C linkage: another USR.
    "header-wrapped-in-extern-c": {
        "h.h": '#pragma once\nint f(int);\n',
        "a.cc": 'extern "C" {\n#include "h.h"\n}\nTAG int a() { return 1; }\n',
        "b.cc": '#include "h.h"\nTAG int f(int a) { return a; }\n',
    },
    # a.cc reads h.h inside a namespace.
    "header-wrapped-in-a-namespace": {
        "h.h": '#pragma once\nstruct V { long b; };\n',
        "a.cc": 'namespace w {\n#include "h.h"\n}\nTAG int a() { return 1; }\n',
        "b.cc": '#include "h.h"\nstruct V* g(struct V*);\nTAG int f(struct V* a) { return a != nullptr; }\n',
    },
    # #pragma pack of one unit is still in force in the next one's structs.
    "pack-left-open": {
        "a.cc": '#pragma pack(push, 1)\nTAG int a() { return 1; }\n',
        "b.cc": 'struct { char a; long b; } v;\nTAG int f(char (&)[sizeof(v)]) { return 1; }\n',
    },
    # a.cc packs around the include and closes it; b.cc gets the packed structs of the header that is not read again.
    "pack-around-an-include": {
        "h.h": '#pragma once\nstruct V { char a; long b; };\n',
        "a.cc": '#pragma pack(push, 1)\n#include "h.h"\n#pragma pack(pop)\nTAG int a() { return 1; }\n',
        "b.cc": '#include "h.h"\nTAG int f(char (&)[sizeof(V)]) { return 1; }\n',
    },
    # a.cc completes a class that the shared header only declares; b.cc's SFINAE sees it complete.
    "class-completed-in-another-file": {
        "h.h": '#pragma once\nstruct S;\ntemplate <class T, class = void> struct Known { static constexpr int value = 1; };\ntemplate <class T> struct Known<T, decltype(void(sizeof(T)))> { static constexpr int value = 2; };\n',
        "a.cc": '#include "h.h"\nstruct S { int a; };\nTAG int a() { return 1; }\n',
        "b.cc": '#include "h.h"\nTAG int f(char (&)[Known<S>::value]) { return 1; }\n',
    },
    # a.cc instantiates Known<S> while S is incomplete; b.cc, where S is complete, gets the cached answer.
    "specialisation-cached-from-another-file": {
        "h.h": '#pragma once\nstruct S;\ntemplate <class T, class = void> struct Known { static constexpr int value = 1; };\ntemplate <class T> struct Known<T, decltype(void(sizeof(T)))> { static constexpr int value = 2; };\n',
        "a.cc": '#include "h.h"\nTAG int fa(char (&)[Known<S>::value]) { return 1; }\n',
        "b.cc": '#include "h.h"\nstruct S { int a; };\nTAG int f(char (&)[Known<S>::value]) { return 1; }\n',
    },
    # A guarded header that only a.cc includes declares hook(); b.cc's signature depends on it through a template of a shared
    # header (ADL in the instantiation), which no reference of b.cc shows.
    "hook-of-a-header-not-included": {
        "d.h": '#pragma once\nnamespace lib { struct V {}; }\ntemplate <class T> auto detect(int) -> decltype(hook(T{}), char());\ntemplate <class T> long detect(...);\n',
        "k.h": '#pragma once\n#include "d.h"\nnamespace lib { int hook(V); }\n',
        "a.cc": '#include "k.h"\nTAG int a() { return 1; }\n',
        "b.cc": '#include "d.h"\nTAG int f(char (&)[sizeof(detect<lib::V>(0))]) { return 1; }\n',
    },
    # b.cc's type is an alias of a member of a template that a header it does not include specialises: the canonical type
    # (USR) differs, the written one does not.
    "specialisation-behind-an-alias": {
        "d.h": '#pragma once\ntemplate <class T> struct Traits { using type = long; };\ntemplate <class T> using Type = typename Traits<T>::type;\n',
        "k.h": '#pragma once\n#include "d.h"\ntemplate <> struct Traits<int> { using type = char; };\n',
        "a.cc": '#include "k.h"\nTAG int a() { return 1; }\n',
        "b.cc": '#include "d.h"\nTAG int f(Type<int> a) { return a; }\n',
    },
    # The same with the specialisation in a.cc itself.
    "specialisation-in-a-file": {
        "d.h": '#pragma once\ntemplate <class T> struct Traits { using type = long; };\ntemplate <class T> using Type = typename Traits<T>::type;\n',
        "a.cc": '#include "d.h"\ntemplate <> struct Traits<int> { using type = char; };\nTAG int a() { return 1; }\n',
        "b.cc": '#include "d.h"\nTAG int f(Type<int> a) { return a; }\n',
    },
    # a.cc gives the header's extern const its value; in b.cc it is then a constant.
    "constant-defined-in-another-file": {
        "h.h": '#pragma once\nextern const int n;\n',
        "a.cc": '#include "h.h"\nconst int n = 3;\nTAG int a() { return 1; }\n',
        "b.cc": '#include "h.h"\nTAG int f(char (&)[__builtin_constant_p(n) ? 1 : 2]) { return 1; }\n',
    },
    # a.cc redeclares a template with a default argument; b.cc, wrong alone, is right in the unit.
    "default-template-argument": {
        "h.h": '#pragma once\ntemplate <class T, class U> struct P;\n',
        "a.cc": '#include "h.h"\ntemplate <class T, class U = T> struct P { U u; };\nTAG int a(P<int>* p) { return p->u; }\n',
        "b.cc": '#include "h.h"\nTAG int f(P<int>* p) { return p != nullptr; }\n',
    },
    # #pragma clang diagnostic ignored of a.cc makes b.cc's error vanish.
    "quieted-error": {
        "a.cc": '#pragma clang diagnostic ignored "-Wc++11-narrowing"\nTAG int a(int a) { char c{a}; return c; }\n',
        "b.cc": 'TAG int b(int a) { char c{a}; return c; }\n',
    },
    # a.cc includes the guarded b.cc inside a namespace; b.cc as a section is then skipped, but its facts are those of the
    # wrapped one.
    "guarded-source-in-a-namespace": {
        "a.cc": 'namespace w {\n#include "b.cc"\n}\nTAG int a() { return 1; }\n',
        "b.cc": '#pragma once\nTAG int b(int a) { return a; }\n',
    },
    # The same at file scope behind a macro that changes nothing in b.cc's text.
    "guarded-source-included-plainly": {
        "a.cc": 'struct V { int a; };\n#include "b.cc"\nTAG int a() { return 1; }\n',
        "b.cc": '#ifndef B\n#define B\nTAG int b(struct V* a) { return a != nullptr; }\n#endif\n',
        "c.cc": 'TAG int c() { return 1; }\n',
    },
    # #import of one file makes the #include of another skip.
    "import-then-include": {
        "m.inc": 'int a;\n',
        "a.cc": 'struct N {\n#import "m.inc"\n};\nTAG int fa(char (&)[sizeof(N)]) { return 1; }\n',
        "b.cc": 'struct M {\n#include "m.inc"\n};\nTAG int fb(char (&)[sizeof(M)]) { return 1; }\n',
    },
    # _Pragma in a macro pushes a macro without the text standing on the line.
    "push-macro-by-operator": {
        "h.h": '#pragma once\n#define KEEP _Pragma("push_macro(\\"M\\")")\n#define BACK _Pragma("pop_macro(\\"M\\")")\n',
        "a.cc": '#include "h.h"\n#define M 3\nKEEP\nTAG int a() { return 1; }\n',
        "b.cc": '#include "h.h"\nBACK\n#ifdef M\nTAG int f(int a) { return a; }\n#else\nTAG int f(long a) { return (int)a; }\n#endif\n',
    },
    # A concept's answer for a type is kept from a.cc; b.cc declares the hook before it asks.
    "cached-concept": {
        "d.h": '#pragma once\nnamespace lib { struct V {}; }\ntemplate <class T> concept Hooked = requires(T t) { hook(t); };\ntemplate <Hooked T> char ask(T);\ntemplate <class T> long ask(T);\n',
        "a.cc": '#include "d.h"\nTAG int fa(char (&)[sizeof(ask(lib::V()))]) { return 1; }\n',
        "b.cc": '#include "d.h"\nnamespace lib { int hook(V); }\nTAG int f(char (&)[sizeof(ask(lib::V()))]) { return 1; }\n',
    },
    # Attributes pushed around an include stay on the header's functions.
    "attribute-push-around-an-include": {
        "h.h": '#pragma once\nvoid f(int);\n',
        "a.cc": '#pragma clang attribute push(__attribute__((noreturn)), apply_to = function)\n#include "h.h"\n#pragma clang attribute pop\nTAG int a() { for (;;) {} }\n',
        "b.cc": '#include "h.h"\nTAG void f(int) { for (;;) {} }\n',
    },
    # A tagged declaration in a .cc; its untagged definition stands in another tagged .cc, whose body only --exact parses.
    "defined-in-another-tagged-file": {
        "a.cc": 'TAG int f();\n',
        "b.cc": 'int f() { return 1; }\nTAG int b() { return 1; }\n',
    },
    # An #ifndef around a whole file whose name nobody defines looks like a guard, and is none: b.cc has another a.cc.
    "guard-that-nobody-defines": {
        "a.cc": '#ifndef A\nTAG int f(int a) { return a; }\n#endif\n',
        "b.cc": 'namespace {\n#include "a.cc"\n}\nTAG int b() { return f(1); }\n',
    },
    # The include graph does not resolve links: a unit that includes link.h (-> h.h) does not count as an includer of h.h.
    "header-behind-a-link": {
        "link.h": "-> h.h",
        "h.h": '#pragma once\nTAG static inline W once(W a) { return a; }\n',
        "a.cc": 'typedef long W;\n#include "link.h"\nTAG int a() { return 1; }\n',
    },
    # Whether a class is complete at a body decides whether its size is asked there. a.cc has read c.h already when b.cc begins,
    # which includes it below its function.
    "class-defined-below": {
        "c.h": '#pragma once\nstruct C { int size() const { return n; } int n; };\n',
        "a.cc": '#include "c.h"\nTAG int a(const C& c) { return c.n; }\n',
        "b.cc": 'struct C;\nTAG int b(const C& c) { return &c != nullptr; }\n#include "c.h"\n',
        "d.cc": 'struct C;\nTAG int d(const C& c) { return &c != nullptr; }\n#include "e.h"\nTAG int e(const C& c) { return c.n; }\n',
        "e.h": '#pragma once\n#include "c.h"\n',
    },
    # The same through an include that leads back: alone, c.h is read when h.h's function has gone by.
    "class-defined-below-in-a-ring": {
        "a.h": '#pragma once\n#include "h.h"\nTAG inline int a(const struct C& c) { return &c != nullptr; }\n',
        "h.h": '#pragma once\nstruct C;\n#include "a.h"\nTAG inline int h(const C& c) { return &c != nullptr; }\n#include "c.h"\n',
        "c.h": '#pragma once\nstruct C { int size() const { return n; } int n; };\n',
    },
    # A header that leaves the class to its includers, and units that complete it in different places.
    "class-completed-by-includers": {
        "c.h": '#pragma once\nstruct C { int size() const { return n; } int n; };\n',
        "h.h": '#pragma once\nstruct C;\nTAG inline int h(const C& c) { return &c != nullptr; }\n',
        "needy.h": '#pragma once\nTAG inline int needy(const C& c) { return c.n; }\n',
        "a.cc": '#include "c.h"\n#include "h.h"\n#include "needy.h"\nTAG int a(const C& c) { return h(c); }\n',
        "b.cc": '#include "h.h"\n#include "c.h"\n#include "needy.h"\nTAG int b(const C& c) { return h(c); }\n',
    },
    # What the argument of a standard template is, and whether it is complete.
    "argument-defined-below": {
        "std.h": '#pragma once\nnamespace std { template <class T> struct vector { unsigned long size() const noexcept; }; }\n',
        "c.h": '#pragma once\nstruct C { int n; };\n',
        "a.cc": '#include "std.h"\n#include "c.h"\nTAG int a(const std::vector<C>& c) { return &c != nullptr; }\n',
        "b.cc": '#include "std.h"\nstruct C;\nTAG int b(const std::vector<C>& c) { return &c != nullptr; }\n#include "c.h"\n',
    },
    # A size comes from the pattern of a class template unless some of its kind are specialised: a.cc's own do not concern b.cc.
    "specialisation-without-a-size": {
        "d.h": '#pragma once\ntemplate <class T> struct D { int size() const { return n; } int n; };\n',
        "k.h": '#pragma once\n#include "d.h"\ntemplate <class T> struct D<T*> {};\n',
        "a.cc": '#include "d.h"\nstruct Own;\ntemplate <> struct D<Own> {};\nTAG template <class T> int a(const D<T>& d) { return &d != nullptr; }\n',
        "b.cc": '#include "d.h"\nTAG template <class T> int b(const D<T>& d) { return &d != nullptr; }\nTAG int c(const D<int>& d) { return d.n; }\n',
        "e.cc": '#include "k.h"\nTAG int e(const D<int>& d) { return d.n; }\nTAG int f(const D<int*>& d) { return &d != nullptr; }\n',
        "g.cc": '#include "d.h"\nTAG int g(const D<int>& d) { return d.n; }\nTAG int h(const D<int*>& d) { return d.n; }\n',
    },
    # The body of an accessor, and the file that it stands in, are the same for all.
    "accessor-behind-its-class": {
        "c.h": '#pragma once\nstruct C { int size() const; int n; };\n',
        "k.h": '#pragma once\n#include "c.h"\ninline int C::size() const { return n; }\n',
        "a.cc": '#include "k.h"\nTAG int a(const C& c) { return c.size(); }\n',
        "b.cc": '#include "c.h"\nTAG int b(const C& c) { return c.n; }\n',
    },
}
