# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tags of every scope and at every place."""
from hostile.emitter import feature


@feature
def every_scope(e):
    e.unit("""
        @T
        namespace outer {
        @T
        class $V {
         public:
          @T
          $V() : a_(0) {}
          @T
          ~$V() {}
          int $F() { return a_; } @t
          @T
          operator bool() const { return a_ != 0; }
          @T
          bool operator<(const $V& o) const { return a_ < o.a_; }
          struct Inner {
            @T
            int $F() { return 2; }
          };
         private:
          int a_;
        };
        int $G(int a) { @t
          @T
          if (a) { return 1; }
          for (int i = 0; i < a; ++i) {
            @T
            a += i;
          }
          return a; @t
        }
        } @t
        """)


@feature
def regions(e):
    e.unit("""
        @[
        int $F(int a) { return a; }
        struct $V { int $G() { return 1; } };
        @]
        int $H(int a) {
          @[
          a += 1;
          @]
          return a;
        }
        """)


@feature
def whole_files(e):
    e.unit("@F\nint $F(int a) { return a; }\nstatic int $G() { return 2; }\n// AI-generated: no\nint $H() { return 3; }\n")
    if e.chance():
        e.header("@F\n#pragma once\ninline int $F(long a) { return (int)a; }\nstruct $V { int $G() const { return 1; } };\n", shared=True)


@feature
def lambdas(e):
    e.unit("""
        int $F(int a) {
          @T
          auto one = [&](int b) { return a + b; };
          auto two = [=] { return [a] { return a; }; }; @t
          @T
          return one(2) + two()();
        }
        @T
        auto $G = [](auto x) { return x; };
        struct $V {
          @T
          int member = [] { return 3; }();
        };
        """)


@feature
def local_classes(e):
    e.unit("""
        int $F(int a) {
          struct Local {
            @T
            int $G() { return 1; }
            @T
            static int $H() { return 2; }
          };
          @T
          class Second { public: int $G() { return 3; } };
          return Local().$G() + a;
        }
        @T
        static int $G() { struct Local { int $G() { return 4; } }; return Local().$G(); }
        """)


@feature
def templates(e):
    header = e.header("""
        #pragma once
        @T
        template <class T, int N = 3>
        class $V {
         public:
          @T
          T $F(T a) { return a; }
          @T
          template <class U> U $G(U u);
        };
        template <class T, int N>
        template <class U>
        @T
        U $V<T, N>::$G(U u) { return u; }
        template <>
        @T
        inline int $V<int, 3>::$F(int a) { return a; }
        """, shared=e.chance(0.2))
    e.unit('#include "$h"\ntemplate class $V<long, 2>;\n@T\nint $H($V<int>& v) { return v.$F(1); }\n', h=header)
    e.unit('#include "$h"\n@T\nint $H($V<char, 1>& v) { return v.$G(1L); }\n', h=header)


@feature
def odd_functions(e):
    e.unit("""
        struct $V {
          @T
          $V() = default;
          @T
          $V(const $V&) = delete;
          @T
          virtual ~$V() = default;
          @T
          friend bool operator!=(const $V&, const $V&) { return false; }
        };
        @T
        int $F(int a) try { return a; } catch (...) { return 0; }
        @T
        int
        $G(int a)
        <%
          return a;
        %>
        @T
        auto $H() { return 1; }
        @T

        int after_blank() { return 2; }
        @T


        int after_two_blanks() { return 3; }
        @T
        #define NOTHING
        int behind_define() { return 4; }
        @T
        #ifdef NOWHERE
        int hidden() { return 5; }
        #endif
        """)


@feature
def stacked(e):
    e.unit("""
        @T
        @T
        int $F(int a) {
          @T
          a += 1;
          @T
          return a;
        }
        /* AI-generated: GPT-4 */ static int $G() { return 1; }
        int $H(int a  // AI-assisted: Copilot
               , int b) { return a + b; }
        // AI-modified: o3, note: \"x\"
        template <class T>
        __attribute__((unused)) static T last(T t) { return t; }
        @T
        """)
