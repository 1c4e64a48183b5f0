# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Files that do not compile, alone or at all, beside those that do."""
from hostile.emitter import feature


@feature
def syntax_errors(e):
    e.units(2, [
        "@T\nint $F(int a) { return a }\n@T\nint $G(int a) { return a; }\n", "@T\nint $F(int a { return a; }\n@T\nint $G() { return 1; }\n",
        "struct $V {\n  @T\n  int $F() { return 1; }\n@T\nint $G() { return 2; }\n", "}\n@T\nint $F() { return 1; }\n",
        "namespace open {\n@T\nint $F() { return 1; }\n", "@T\nint $F() { if (1) { return 1; }\n@T\nint $G() { return 2; }\n",
        "@T\nclass { int $F() { return 1 +; } };\n", "@T\nint $F() { return 1; }\n/* never closed\n", "@T\nint $F() { return 1; }\n#if 1\n",
        "#endif\n@T\nint $F() { return 1; }\n", 'const char* $G = R"(\n@T\nint $F() { return 1; }\n', "@T\nint $F() { return 1; }\n\\"])


@feature
def missing_headers(e):
    e.units(2, [
        '#include "generated_$F.h"\n@T\nint $F(Generated g) { return g.a; }\n@T\nint $G(int a) { return a; }\n',
        "#include <no/such/header>\nusing namespace nowhere;\n@T\nint $F(nowhere::$V v) { return v.a; }\n",
        "@T\nint $F($V v) { return v.a; }\nstruct $V { int a; };\n@T\nint $G($V v) { return v.a; }\n",
        "class Derived : public $W {\n  @T\n  int $F() override { return 1; }\n};\n@T\nint $G(Derived*) { return 1; }\n",
        '#if __has_include("generated_$F.h")\n@T\nint $H() { return 1; }\n#else\n@T\nint $H(int) { return 2; }\n#endif\n'])


@feature
def names_of_others(e):
    """Wrong alone; right if another file's declarations are visible."""
    e.units(3, ["@T\nint $F($V* v) { return v->a; }\n", "struct $V { int a; };\n@T\nint $G($V* v) { return v->a; }\n",
                "@T\nint $H(int a) { return $G_missing(a) + $M; }\n", "#define $M 5\nint $G_missing(int);\n@T\nint use_$G() { return $M; }\n",
                "@T\nint $H(char (&)[$M]) { return 1; }\n", "@T\nauto $H(int a) -> decltype($F(a)) { return a; }\n",
                "@T\nint $V::$F() { return 1; }\n", "@T\ntemplate <> int $F<int>(int) { return 1; }\n"])


@feature
def own_clashes(e):
    e.units(2, ["@T\nint $F(int a) { return a; }\n@T\nint $F(int a) { return a + 1; }\n",
                "struct $V { int a; };\nstruct $V { long b; };\n@T\nint $F($V v) { return 1; }\n",
                "int $F(int = 1);\nint $F(int = 2);\n@T\nint $F(int a) { return a; }\n", "@T\nlong $F(int a);\nint $F(int a) { return a; }\n",
                "#error broken\n@T\nint $F(int a) { return a; }\n", '@T\nint $F(int a) { return a; }\nstatic_assert(false, "no");\n'])


@feature
def odd_bytes(e):
    variants = [("@T\nint $F(int a) { return a; }\n", lambda t: t.replace("\n", "\r\n")), ("@T\nint $F() { return 1; }", lambda t: t),
                ("@T\nint $F() { return 1; }\n", lambda t: "\ufeff" + t), ("@T\nint $F() \\\n{ return 1; }\n// a \\\nint gone() { return 1; }\n", lambda t: t),
                ("@T\nint $F(const char* s = \"// AI-generated: GPT-4\") { return s[0]; }\n", lambda t: t), ("@T\nint $F() { return 1; }\n@T", lambda t: t)]
    for template, change in e.rng.sample(variants, 2):
        path = e.unit(template)
        e.tree.add(path, change(e.tree.files[path].decode()).encode(), e.owner)


@feature
def endless(e):
    e.units(2, ["template <int N> struct Deep { static constexpr int value = Deep<N - 1>::value; };\n@T\nint $F(char (&)[Deep<3>::value]) { return 1; }\n",
                "template <class T> struct Late { typename T::type a; };\n@T\nint $F(Late<int> v) { return 1; }\n@T\nint $G() { return 2; }\n"])
