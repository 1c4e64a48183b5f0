// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.
#include "inputs_of_code.h"

namespace assay::scan {
namespace {

using test::inputsIn;

const std::string kStd = R"(
namespace std { using size_t = unsigned long; template <class T> struct allocator {};
template <class T, class A = allocator<T>> struct vector { size_t size() const noexcept; };
template <class T> struct forward_list { };
template <class T> struct list { size_t size() const; };
inline namespace cxx11 { template <class T> struct basic_string { size_t size() const; }; }
using string = basic_string<char>;
template <class T, size_t N> struct array { size_t size() const noexcept; T data_[N]; };
inline constexpr size_t dynamic_extent = size_t(-1);
template <class T, size_t N = dynamic_extent> struct span { size_t size() const noexcept; };
template <class T> struct unique_ptr { T* operator->() const; explicit operator bool() const; };
template <class T> struct weak_ptr { };
template <class T, class C = vector<T>> struct queue { size_t size() const; }; }
struct Ours { int size() const; };
)";

std::string ofStd(const std::string& type) {
  return inputsIn(kStd, type + " c");
}

TEST(SizedType, TheStandardsByName) {
  EXPECT_EQ(ofStd("const std::vector<int>&"), "c.size()");
  EXPECT_EQ(ofStd("std::string"), "c.size()");
  EXPECT_EQ(ofStd("std::span<int>"), "c.size()");
  EXPECT_EQ(ofStd("std::unique_ptr<std::string>"), "c->size() if c");
  EXPECT_EQ(ofStd("std::unique_ptr<std::string[]>"), "");
  EXPECT_EQ(ofStd("std::weak_ptr<std::string>"), "");
  EXPECT_EQ(ofStd("std::forward_list<int>"), "");
  EXPECT_EQ(ofStd("std::array<int, 3>"), "") << "always the same";
  EXPECT_EQ(ofStd("std::span<int, 3>"), "");
  EXPECT_EQ(ofStd("std::queue<int>"), "c.size()");
  EXPECT_EQ(ofStd("std::queue<int, Ours>"), "") << "passes on what somebody else's says";
  EXPECT_EQ(ofStd("std::list<int>"), "") << "the one of GCC before C++11 counts its nodes";
}

TEST(SizedType, OnlyOfWhatIsComplete) {
  EXPECT_EQ(inputsIn(kStd + "struct Item;", "const std::vector<Item>& c"), "");
  EXPECT_EQ(inputsIn(kStd + "struct Item {};", "const std::vector<Item>& c"), "c.size()");
  EXPECT_EQ(inputsIn("struct C;", "const C& c"), "");
  EXPECT_EQ(test::allInputsIn(
                "struct C; void f(const C& c) {}\nstruct C { int size() const { return n; } int n; };"),
            "");
}

TEST(SizedType, OthersByWhatTheyDeclare) {
  const auto of = [](const std::string& members) {
    return inputsIn("struct C { " + members + " int n; };", "const C& c");
  };
  EXPECT_EQ(of("int size() const { return n; }"), "c.size()");
  EXPECT_EQ(of("int length() const { return n; }"), "c.length()");
  EXPECT_EQ(of("int size() const noexcept; const char* data() const;"), "c.size()");
  EXPECT_EQ(of("int size() const noexcept; int* begin(); int* end();"), "c.size()");
  EXPECT_EQ(of("int size() const noexcept;"), "");
  EXPECT_EQ(of("int size() const; const char* data() const;"), "");
  EXPECT_EQ(of("int size() { return n; }"), "");
  EXPECT_EQ(of("int size() const noexcept { int i = 0; for (; i < n; ++i) {} return i; } const char* data() "
               "const;"),
            "")
      << "that takes its time";
  EXPECT_EQ(
      of("int size() const noexcept { return far(); } int far() const noexcept; const char* data() const;"),
      "c.size()");
  EXPECT_EQ(of("consteval int size() const { return n; }"), "");
  EXPECT_EQ(of("int size() && { return n; }"), "");
  EXPECT_EQ(of("int size() const && { return n; }"), "");
  EXPECT_EQ(of("int size() const & { return n; }"), "c.size()");
  EXPECT_EQ(of("int size() const volatile { return n; }"), "");
  EXPECT_EQ(of("int size() const = delete;"), "");
  EXPECT_EQ(of("int size() const noexcept(false); const char* data() const;"), "");
  EXPECT_EQ(of("bool size() const { return n; }"), "");
  EXPECT_EQ(of("double size() const { return n; }"), "");
  EXPECT_EQ(of("int size(int = 0) const { return n; }"), "");
  EXPECT_EQ(of("int size() const { return n; } int size() { return n; }"), "");
  EXPECT_EQ(of("virtual int size() const { return n; }"), "");
  EXPECT_EQ(of("static int size() { return 1; }"), "");
  EXPECT_EQ(of("template <class T> int size() const { return n; }"), "");
  EXPECT_EQ(of("private: int size() const { return n; }"), "");
  EXPECT_EQ(of("struct mutex {}; mutex lock; int size() const { return n; }"), "");
  EXPECT_EQ(of("int size; int length() const { return n; }"), "") << "a size that is something else";
}

TEST(SizedType, WhoseAccessorIsTaggedIsNotAsked) {
  const std::string tag = "\n// AI-generated: GPT-4, 2024-01-15\n";
  EXPECT_EQ(inputsIn("struct C {" + tag + "int size() const { return n; }\nint n; };", "const C& c"), "")
      << "its guard would count the question";
  EXPECT_EQ(inputsIn("int a;" + tag + "struct C {\nint size() const { return n; }\nint n; };", "const C& c"),
            "");
  EXPECT_EQ(
      inputsIn("struct C {\nint size() const;\nint n; };" + tag + "inline int C::size() const { return n; }",
               "const C& c"),
      "");
  EXPECT_EQ(inputsIn("struct A {" + tag +
                         "int size() const { return n; }\nint n; };\n"
                         "struct C { int size() const { return a.size(); }\nA a; };",
                     "const C& c"),
            "")
      << "nor one that asks such a one";
  EXPECT_EQ(inputsIn("struct C {" + tag +
                         "int other() const { return 1; }\nint size() const { return n; }\nint n; };",
                     "const C& c"),
            "c.size()");
  EXPECT_EQ(
      inputsIn("struct C { int size() const { return n; }\nint n; };" + tag + "void g();\n", "const C& c"),
      "c.size()");
}

TEST(SizedType, BasesPassThemOn) {
  const std::string base = "struct A { int size() const { return n; } int n; };";
  EXPECT_EQ(inputsIn(base + "struct C : A { };", "const C& c"), "c.size()");
  EXPECT_EQ(inputsIn(base + "struct C : private A { };", "const C& c"), "");
  EXPECT_EQ(inputsIn(base + "struct C : A { void size(); };", "const C& c"), "");
  EXPECT_EQ(inputsIn(base + "struct B : A { }; struct D : A { }; struct C : B, D { };", "const C& c"), "");
  EXPECT_EQ(inputsIn(base + "struct B { int size; }; struct C : A, B { };", "const C& c"), "") << "ambiguous";
  EXPECT_EQ(inputsIn(base + "struct B { }; struct C : A, B { };", "const C& c"), "c.size()");
}

TEST(SizedType, TemplatesByTheirPattern) {
  const std::string array =
      "template <class T> struct C { using size_type = unsigned; size_type size() const { return n; } "
      "unsigned n; };";
  EXPECT_EQ(inputsIn(array, "const C<int>& c"), "c.size()");
  EXPECT_EQ(test::allInputsIn(array + "template <class T> void f(const C<T>& c) { }"), "c.size()");
  EXPECT_EQ(test::allInputsIn(array + "template <class T> void f(const T& c) { }"), "");
  EXPECT_EQ(test::allInputsIn(array + "template <class T> void f(const typename C<T>::size_type& c) { }"),
            "");
  EXPECT_EQ(inputsIn(array + "template <> struct C<int> { };", "const C<int>& c"), "")
      << "a specialisation has its own";
  EXPECT_EQ(inputsIn(array + "template <class T> struct C<T*> { };", "const C<int*>& c"), "");
  EXPECT_EQ(test::allInputsIn(array +
                              "template <> struct C<int> { }; template <class T> void f(const C<T>& c) { }"),
            "")
      << "of some of them there is none";
  EXPECT_EQ(
      inputsIn(
          "template <class T> struct C { int size() const requires(sizeof(T) > 1) { return n; } int n; };",
          "const C<char>& c"),
      "");
  EXPECT_EQ(
      test::allInputsIn("template <class B> struct C : B { }; template <class T> void f(const C<T>& c) { }"),
      "");
}

}  // namespace
}  // namespace assay::scan
