# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One name, different things in different files: each file is right alone."""
from hostile.emitter import feature


@feature
def same_named_statics(e):
    e.units(e.rng.randint(2, 4), [
        """
        @T
        static int $F(int a) { return a; }
        @T
        int use_a(int b) { return $F(b); }
        """, """
        @T
        static long $F(long a) { return a + 1; }
        static int $G;
        @T
        long use_b(long b) { return $F(b) + $G; }
        """, """
        static int $F(int a) { return a * 2; }
        @T
        static double $G(double a) { return a + $F(1); }
        """, """
        @T
        template <class T> static T $F(T a) { return a; }
        @T
        int use_d(char (&a)[sizeof($F('a'))]) { return $F(a[0]); }
        """])


@feature
def anonymous_classes(e):
    for members in e.rng.sample(("int a;", "double a; long b;", "char c[3]; void run() {}", "struct In { int z; } in;"), 3):
        e.unit("""
            namespace {
            class $V {
             public:
              @T
              int $F() const { return 1; }
              @T
              int $G(char (&)[sizeof(long)]);
              $members
            };
            @T
            int $V::$G(char (&)[sizeof(long)]) { return $F(); }
            @T
            int $H(char (&a)[sizeof($V)]) { return a[0]; }
            }  // namespace
            """, members=members)


@feature
def fixtures(e):
    """A test framework's macros, a fixture of one name per file, and main in each."""
    harness = e.header("""
        #pragma once
        struct Test { virtual ~Test() = default; virtual void body() = 0; int failed = 0; };
        #define TEST_F(fixture, name) \\
          class fixture##_##name##_Test : public fixture { public: void body() override; }; \\
          void fixture##_##name##_Test::body()
        """)
    for member in e.rng.sample(("int count = 0;", "long count = 1;", "struct { int x; } inner;", "const char* $G() { return 0; }"), 3):
        e.unit("""
            #include "$harness"
            @T
            class $V : public Test {
             protected:
              @T
              void prepare() { ++failed; }
              $member
            };
            @T
            TEST_F($V, first) { prepare(); }
            TEST_F($V, second) {
              @T
              if (failed) prepare();
            }
            @T
            int main() { return 0; }
            """, harness=harness, member=e.text(member))


@feature
def same_named_classes(e):
    e.units(3, [
        """
        struct $V { int a; @t
          @T
          int $F() { return a; }
        };
        @T
        int use_$V($V v, char (&)[sizeof($V)]) { return v.$F(); }
        """, """
        class $V {
         public:
          @T
          $V(int b) : b_(b) {}
          @T
          long $F() { return b_; }
          long b_, c_ = 0;
        };
        @T
        int use_$V($V v, char (&)[sizeof($V)]) { return (int)v.$F(); }
        """, """
        template <class T> struct $V {
          @T
          T $F() { return T(); }
        };
        @T
        int use_$V($V<int> v, $V<char>*) { return v.$F(); }
        """])


@feature
def enums_and_typedefs(e):
    e.units(3, [
        "typedef int handle;\nenum Mode { kOff, kOn };\n@T\nstatic handle $F(handle h, Mode) { return h; }\n",
        "typedef long handle;\nenum class Mode : char { kOff };\n@T\nstatic handle $F(handle h, Mode) { return h; }\n",
        "struct handle { int fd; };\nenum { kOff = 7 };\n@T\nstatic handle $F(handle h, char (&)[kOff]) { return h; }\n",
        "using handle = const char*;\nnamespace { enum Mode { kOn }; }\n@T\nhandle $F(handle h, Mode) { return h; }\n"])


@feature
def mains(e):
    for body in e.rng.sample(("return 0;", "return 1;", "return argc;"), 2):
        e.unit("@T\nint main(int argc, char** argv) { (void)argv; (void)argc; $body }\n", body=body)


@feature
def external_twice(e):
    """Two programs: the same external function, the same and not the same."""
    e.units(e.rng.randint(2, 3), [
        "@T\nint $F(int a) { return a; }\n", "@T\nint $F(int a) { return a + 1; }\nint $G(long);\n",
        "@T\nint $F(int) {\n  return 3;\n}\n@T\nint $G(long) { return 1; }\n", "@T\ninline int $F(int a) { return a - 1; }\n"])


@feature
def conflicting_c_functions(e):
    e.units(3, [
        'extern "C" {\n@T\nint $F(int a) { return a; }\n}\n', 'extern "C" long $F(long);\n@T\nlong $G(long a) { return $F(a); }\n',
        '@T\nextern "C" void $F(void) {}\n', '@T\nint $F(int a) { return a; }\n'])


@feature
def variables_with_lambdas(e):
    e.units(3, [
        "@T\nstatic auto $F = [](int a) { return a; };\n", "@T\nstatic const auto $F = [](long a) { return a; };\nint $G = 1;\n",
        "@T\nauto $F = [] { return [](int b) { return b; }; };\nstatic long $G = 2;\n",
        "static double $G = 1.0;\n@T\nint use_$F() { static int $F = 2; return $F; }\n"])


@feature
def type_hides_function(e):
    e.units(2, [
        "struct $F { int a; };\nint $F(int);\n@T\nint use_$G(struct $F* p) { return $F(p->a); }\n",
        "typedef struct $F { long b; } $F;\n@T\nint use_$G($F* p) { return (int)p->b; }\n",
        "int $F(int a);\n@T\nint use_$G(int p) { return $F(p); }\n"])


@feature
def specialisations(e):
    header = e.header("""
        #pragma once
        template <class T> struct Traits { static constexpr int value = 1; };
        @T
        template <class T> int $F(T) { return 0; }
        """)
    e.units(2, [
        '#include "$h"\ntemplate <> struct Traits<int> { static constexpr int value = 7; };\n'
        '@T\nint use_$G(char (&)[Traits<int>::value]) { return 0; }\n',
        '#include "$h"\n@T\nint use_$G(char (&)[Traits<int>::value]) { return 0; }\n',
        '#include "$h"\n@T\ntemplate <> int $F<int>(int a) { return a; }\n@T\nint use_$H() { return $F(2); }\n',
        '#include "$h"\ntemplate int $F<int>(int);\n@T\nint use_$H(char (&)[Traits<int>::value + 1]) { return $F(1); }\n'], h=header)
