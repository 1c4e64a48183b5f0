// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.

#include <gtest/gtest.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using enum model::Trait;

/// The traits of the first function named `f` (or `A::f` and the like) in the code.
model::TraitSet traitsOf(std::string text, test::Code options = {}, std::string_view name = "f") {
  options.text = "// AI-generated[file]: x\n" + std::move(text);
  const test::Scanned scanned = test::scanCode(options);
  const FoundFunction* found = scanned.function(name);
  EXPECT_NE(found, nullptr) << options.text;
  return found != nullptr ? found->entry.traits : model::TraitSet{};
}

const test::Code kC{.name = "c.c", .flags = {"-std=c11"}};

TEST(Traits, OfDeclarations) {
  EXPECT_EQ(traitsOf("void f() { }"), model::TraitSet{});
  EXPECT_EQ(traitsOf("void f(void) { }", kC), model::TraitSet{C});
  EXPECT_EQ(traitsOf("static inline void f(int, ...) { }"), (model::TraitSet{Inline, Static, Variadic}));
  EXPECT_EQ(traitsOf("constexpr int f() noexcept { return 1; }"),
            (model::TraitSet{Inline, Constexpr, Noexcept}));
  EXPECT_EQ(traitsOf("constexpr int f() { return 1; }", {.flags = {"-std=c++11"}}),
            (model::TraitSet{Inline, Constexpr, ConstexprCxx11}));
  EXPECT_EQ(traitsOf("consteval int f() { return 1; }"), (model::TraitSet{Inline, Consteval}));
  EXPECT_EQ(traitsOf("template <class T> void f(T) { }"), model::TraitSet{Template});
  EXPECT_EQ(traitsOf("[[noreturn]] void f() { for (;;); }"), model::TraitSet{Noreturn});
  EXPECT_EQ(traitsOf("__attribute__((naked)) void f() { asm(\"ret\"); }"), model::TraitSet{Naked});
  EXPECT_EQ(traitsOf("__attribute__((pure)) int f() { return 1; }"), model::TraitSet{PureOrConst});
  EXPECT_EQ(traitsOf("int main() { }", {}, "main"), model::TraitSet{Main});
}

TEST(Traits, OfMembers) {
  EXPECT_EQ(traitsOf("struct A { virtual int f() const { return 1; } };", {}, "A::f"),
            (model::TraitSet{Inline, Virtual, Const}));
  EXPECT_EQ(traitsOf("struct B { virtual int f(); }; struct A : B { int f() { return 1; } };", {}, "A::f"),
            (model::TraitSet{Inline, Virtual}));
  EXPECT_EQ(traitsOf("struct A { virtual void f() = 0; };", {}, "A::f"), (model::TraitSet{Virtual, NoBody}));
  EXPECT_EQ(traitsOf("struct A { A() = default; };", {}, "A::A").has(Defaulted), true);
  EXPECT_EQ(traitsOf("struct A { A() = delete; };", {}, "A::A").has(Deleted), true);
  EXPECT_TRUE(traitsOf("struct A { ~A() { } };", {}, "A::~A").has(Noexcept));
  EXPECT_FALSE(traitsOf("struct A { ~A() noexcept(false) { } };", {}, "A::~A").has(Noexcept));
  EXPECT_TRUE(traitsOf("struct A { int a; A() : a(1) { } };", {}, "A::A").has(InitializerList));
  EXPECT_FALSE(traitsOf("struct A { int a = 1; A() { } };", {}, "A::A").has(InitializerList));
  EXPECT_TRUE(
      traitsOf("struct A { void* operator new(unsigned long n) { return 0; } };", {}, "A::operator new")
          .has(Allocation));
  EXPECT_TRUE(traitsOf("template <class T> struct A { void f(); }; template <> void A<int>::f() { }",
                       {.everyBody = true}, "A::f")
                  .has(Template));
  EXPECT_TRUE(
      traitsOf("template <class T> void g(T); template <> void g<int>(int) { }", {}, "g").has(Template));
}

TEST(Traits, OfLambdas) {
  EXPECT_TRUE(traitsOf("auto f = [](int a) { return a; };", {}, "f::(lambda#1)").has(Constexpr));
  EXPECT_FALSE(traitsOf("int g(); auto f = [](int a) { static int b = g(); return b; };", {}, "f::(lambda#1)")
                   .has(Constexpr));
  EXPECT_TRUE(
      traitsOf("int g(int); auto f = [](int a) { return g(a); };", {}, "f::(lambda#1)").has(Constexpr))
      << "nobody knows what g will be";
  EXPECT_TRUE(traitsOf("auto f = [](auto a) { return a; };", {}, "f::(lambda#1)").has(Template));
  for (const char* of :
       {"auto f = [](auto a) { return a; };", "template <class T> auto f = [](T a) { return a; };"}) {
    EXPECT_TRUE(traitsOf(of, {}, "f::(lambda#1)").has(Constexpr))
        << "it may be, when it is instantiated: " << of;
    EXPECT_FALSE(traitsOf(of, {.flags = {"-std=c++14"}}, "f::(lambda#1)").has(Constexpr)) << of;
  }
}

TEST(Traits, OfBodies) {
  EXPECT_TRUE(traitsOf("void f() try { } catch (...) { }").has(FunctionTry));
  EXPECT_EQ(traitsOf("int f(int n) { return n ? 9 / f(n - 1) : 0; }"), model::TraitSet{Recursive});
  EXPECT_EQ(traitsOf("int f(int n) { return n ? f(n - 1) : 0; }"),
            (model::TraitSet{Recursive, SelfTailCall}));
  EXPECT_EQ(traitsOf("void f(int n) { if (n) { f(n - 1); } }"), (model::TraitSet{Recursive, SelfTailCall}));
  EXPECT_EQ(traitsOf("void f(int n) { f(n - 1); n = 2; }"), model::TraitSet{Recursive});
  EXPECT_EQ(traitsOf("template <class T> T f(T n) { return f(n); }"),
            (model::TraitSet{Template, Recursive, SelfTailCall}));
  EXPECT_TRUE(traitsOf("int g(int); int f(int n) { [[clang::musttail]] return g(n); }").has(MustTail));
  EXPECT_TRUE(traitsOf("void longjmp(void*, int); void f() { longjmp(0, 1); }").has(SetjmpLongjmp));
}

TEST(Traits, OfAssemblyLanguage) {
  EXPECT_TRUE(traitsOf(R"(void f() { __asm__ volatile(".globl here\nhere:\n"); })").has(AssemblerLabel));
  EXPECT_TRUE(traitsOf(R"(int f(int n) { __asm__("nop; .Lagain: dec %0" : "+r"(n)); return n; })")
                  .has(AssemblerLabel));
  EXPECT_TRUE(traitsOf(R"(template <class T> void f() { __asm__ volatile("here:"); })").has(AssemblerLabel));
  EXPECT_FALSE(
      traitsOf(R"(int f(int n) { __asm__("1: dec %0\n jnz 1b" : "+r"(n)); return n; })").has(AssemblerLabel));
  EXPECT_FALSE(traitsOf(R"(void f() { __asm__ volatile("here%=: jmp here%=" ::); })").has(AssemblerLabel));
}

TEST(Traits, OfABodyAreNotThoseOfWhatIsNestedInIt) {
  EXPECT_EQ(traitsOf("void longjmp(void*, int); void f() { auto b = ^{ longjmp(0, 1); f(); }; }",
                     {.flags = {"-std=c++20", "-fblocks"}}),
            model::TraitSet{});
  EXPECT_EQ(traitsOf("void longjmp(void*, int); void f() { auto l = [] { longjmp(0, 1); f(); }; struct A { "
                     "void m() { f(); } }; }"),
            model::TraitSet{});
}

TEST(Traits, OfCoroutines) {
  const std::string promise = R"(
namespace std { template <class R, class...> struct coroutine_traits { using promise_type = typename R::promise_type; };
template <class = void> struct coroutine_handle { static coroutine_handle from_address(void*) noexcept; };
struct suspend_never { bool await_ready() noexcept; void await_suspend(coroutine_handle<>) noexcept; void await_resume() noexcept; }; }
struct task { struct promise_type { task get_return_object(); std::suspend_never initial_suspend() noexcept;
std::suspend_never final_suspend() noexcept; void return_void(); void unhandled_exception(); }; };
)";
  EXPECT_TRUE(traitsOf(promise + "task f() { co_return; }").has(Coroutine));
  EXPECT_TRUE(traitsOf(promise + "template <class T> task f(T t) { co_await t; }").has(Coroutine));
  EXPECT_FALSE(traitsOf(promise + "task f() { co_return; }").has(MacroCoReturn));
  const std::string block = "task f() try { co_return; } catch (...) { }";
  EXPECT_TRUE(traitsOf(promise + block).has(Coroutine));
  EXPECT_TRUE(traitsOf(promise + block).has(FunctionTry));
  const test::Scanned around = test::scanCode(promise + "// AI-generated: x\n" + block);
  EXPECT_NE(around.function("f")->entry.bodyBegin.line, 0U);
  EXPECT_TRUE(traitsOf("#define DONE co_return\n" + promise + "task f() { DONE; }").has(MacroCoReturn));
  const test::Scanned scanned = test::scanCode(promise + "// AI-generated: x\ntask f() { co_return; }");
  EXPECT_NE(scanned.function("f")->entry.bodyBegin.line, 0U);
}

TEST(Traits, OfTheTextAroundTheBrace) {
  EXPECT_EQ(traitsOf("int f(a) int a; { return a; }", kC), (model::TraitSet{C, KnrDefinition}));
  EXPECT_EQ(traitsOf("int f() <% return 1; %>"), model::TraitSet{Digraph});
  EXPECT_EQ(traitsOf("int f()\n#if 1\n{\n#else\n#endif\nreturn 1; }"), model::TraitSet{ConditionalBrace});
  EXPECT_EQ(traitsOf("#if 1\nint f() {\n#else\nint f(long) {\n#endif\nreturn 1; }"),
            model::TraitSet{ConditionalBrace});
  EXPECT_EQ(traitsOf("int f() {\n#if 1\nreturn 1;\n#else\n#endif\n}"), model::TraitSet{});
  EXPECT_EQ(traitsOf("#define B {\nint f() B return 1; }"), model::TraitSet{MacroBody});
  EXPECT_EQ(traitsOf("int f() ?\?< return 1; ?\?>", {.flags = {"-std=c++14"}}), model::TraitSet{});
  EXPECT_EQ(traitsOf("#define H(n) int n()\nH(f) { return 1; }"), model::TraitSet{MacroHead});
  EXPECT_EQ(traitsOf("#define W(x) x\nW(int f() { return 1; })"), model::TraitSet{});
  EXPECT_TRUE(traitsOf("void signal(int, void (*)(int)); void f(int) { } int main() { signal(1, f); }")
                  .has(SignalHandler));
}

}  // namespace
}  // namespace assay::scan
