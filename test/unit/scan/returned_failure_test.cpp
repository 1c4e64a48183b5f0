// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.

#include <gtest/gtest.h>

#include "model/names.h"
#include "tagged_code.h"

namespace assay::scan {
namespace {

/// The kinds of failure that the function `f` returns, in order of place.
std::string failuresIn(const std::string& text, test::Code options = {}) {
  options.text = "// AI-generated[file]: x\n" + text;
  const test::Scanned scanned = test::scanCode(options);
  const FoundFunction* found = scanned.function("f");
  EXPECT_NE(found, nullptr) << options.text;
  std::vector<std::string> words;
  if (found != nullptr)
    for (const model::EditPoint& point : found->entry.points) words.emplace_back(nameOf(point.kind));
  return join(words, " ");
}

const std::string kTypes = R"(
namespace std { struct nullopt_t { explicit nullopt_t(int); }; extern const nullopt_t nullopt;
template <class T> struct optional { optional(); optional(nullopt_t); optional(T); };
template <class E> struct unexpected { unexpected(E); };
template <class T, class E> struct expected { expected(T); template <class G> expected(const unexpected<G>&); };
template <class T> struct unique_ptr { unique_ptr(); unique_ptr(decltype(nullptr)); explicit unique_ptr(T*); unique_ptr(unique_ptr&&); }; }
struct Status { static Status OK(); static Status NotFound(int, int = 0); static Status FromString(const char*); bool ok() const; };
Status DataLossError(); Status current();
template <class T> struct StatusOr { StatusOr(Status); StatusOr(T); };
)";

TEST(ReturnedFailure, OfOptionals) {
  EXPECT_EQ(failuresIn(kTypes + "std::optional<int> f() { return std::nullopt; }"), "nullopt");
  EXPECT_EQ(failuresIn(kTypes + "std::optional<int> f() { return {}; }"), "nullopt");
  EXPECT_EQ(failuresIn(kTypes + "std::optional<int> f() { return (std::nullopt); }"), "nullopt");
  EXPECT_EQ(failuresIn(kTypes + "std::optional<int> f() { return 1; }"), "");
  EXPECT_EQ(failuresIn(kTypes + "std::optional<int> f() { std::optional<int> a; return a; }"), "")
      << "what it holds is known at run time only";
  EXPECT_EQ(failuresIn(kTypes +
                       "template <class T> std::optional<T> f(T) { if (1) return {}; return std::nullopt; }"),
            "nullopt nullopt");
  EXPECT_EQ(failuresIn("struct A { }; A f() { return {}; }"), "");
}

TEST(ReturnedFailure, OfAnEmptyThingInAFullOneIsNone) {
  const std::string types = kTypes + "struct text { text(); }; struct config { std::optional<int> x; };";
  EXPECT_EQ(failuresIn(types + "std::optional<text> f() { return text{}; }"), "");
  EXPECT_EQ(failuresIn(types + "std::optional<std::optional<int>> f() { return std::optional<int>{}; }"), "");
  EXPECT_EQ(failuresIn(types + "config f() { return {std::nullopt}; }"), "");
  EXPECT_EQ(failuresIn(types + "config f() { return config{std::nullopt}; }"), "");
  EXPECT_EQ(failuresIn(types + "std::optional<int> f() { return std::optional<int>{}; }"), "nullopt");
  EXPECT_EQ(failuresIn(types + "std::optional<int> f() { return std::optional<int>(std::nullopt); }"),
            "nullopt");
}

TEST(ReturnedFailure, OfPointers) {
  EXPECT_EQ(failuresIn("int* f() { return nullptr; }"), "nullptr");
  EXPECT_EQ(failuresIn("#define NULL __null\nint* f() { return NULL; }"), "nullptr");
  EXPECT_EQ(failuresIn("int* f() { return 0; }"), "nullptr");
  EXPECT_EQ(failuresIn("#define NULL ((void*)0)\nint* f(void) { return NULL; }",
                       {.name = "c.c", .flags = {"-std=c89"}}),
            "nullptr");
  EXPECT_EQ(failuresIn("template <class T> T* f() { return nullptr; }"), "nullptr");
  EXPECT_EQ(failuresIn("int* f(int* a) { return a; }"), "pointer");
  EXPECT_EQ(failuresIn("decltype(nullptr) f() { return nullptr; }"), "");
  EXPECT_EQ(failuresIn(kTypes + "std::unique_ptr<int> f() { if (1) return nullptr; return {}; }"),
            "nullptr nullptr");
  EXPECT_EQ(failuresIn(kTypes + "std::unique_ptr<int> f() { return std::unique_ptr<int>(new int); }"), "");
}

TEST(ReturnedFailure, OfExpectedValues) {
  EXPECT_EQ(failuresIn(kTypes + "std::expected<int, int> f() { return std::unexpected<int>(1); }"),
            "unexpected");
  EXPECT_EQ(failuresIn(kTypes + "std::expected<int, int> f() { return std::unexpected(1); }"), "unexpected");
  EXPECT_EQ(failuresIn(kTypes + "std::expected<int, int> f() { return 1; }"), "");
  EXPECT_EQ(
      failuresIn(kTypes + "template <class T> std::expected<T, T> f(T t) { return std::unexpected(t); }"),
      "unexpected");
}

TEST(ReturnedFailure, OfStatusClasses) {
  EXPECT_EQ(failuresIn(kTypes + "Status f() { if (1) return Status::NotFound(1); return Status::OK(); }"),
            "error-status");
  EXPECT_EQ(failuresIn(kTypes + "Status f() { return DataLossError(); }"), "error-status");
  EXPECT_EQ(failuresIn(kTypes + "StatusOr<int> f() { return Status::NotFound(1); }"), "error-status");
  EXPECT_EQ(failuresIn(kTypes + "Status f() { return current(); }"), "");
  EXPECT_EQ(failuresIn(kTypes + "Status f() { return Status::FromString(\"OK\"); }"), "");
}

TEST(ReturnedFailure, OfNumbersAndTruthValues) {
  EXPECT_EQ(failuresIn("int f() { return -1; }"), "negative");
  EXPECT_EQ(failuresIn("#define EIO 5\nlong f() { return -EIO; }"), "negative");
  EXPECT_EQ(failuresIn("enum E { Bad = -2, Good }; int f(int a) { if (a) return Good; return Bad; }"),
            "negative negative")
      << "Good is -1";
  EXPECT_EQ(failuresIn("int f(int a) { if (a) return -a; if (a > 1) return 0; return 1; }"), "signed");
  EXPECT_EQ(failuresIn("unsigned f() { return -1; }"), "");
  EXPECT_EQ(failuresIn("bool f(int a) { if (a) return true; return false; }"), "false");
  EXPECT_EQ(failuresIn("_Bool f(void) { return 0; }", {.name = "c.c", .flags = {"-std=c99"}}), "false");
  EXPECT_EQ(failuresIn("bool f() { return {}; }"), "false");
}

TEST(ReturnedFailure, OfNumbersInBraces) {
  EXPECT_EQ(failuresIn("int f() { return {-1}; }"), "negative");
  EXPECT_EQ(failuresIn("template <class T> int f(T) { return {-1}; }"), "negative");
  EXPECT_EQ(failuresIn("bool f() { return {false}; }"), "false");
  EXPECT_EQ(failuresIn("int f() { return {1}; }"), "");
  EXPECT_EQ(failuresIn("int f() { return {}; }"), "");
  EXPECT_EQ(failuresIn("int* f() { return {}; }"), "nullptr");
  EXPECT_EQ(failuresIn("int* f() { return {nullptr}; }"), "nullptr");
}

TEST(ReturnedFailure, OfFloatingNumbers) {
  EXPECT_EQ(failuresIn("double f() { return -1.0; }"), "negative");
  EXPECT_EQ(failuresIn("float f() { return -1; }"), "negative");
  EXPECT_EQ(failuresIn("double f() { return -__builtin_huge_val(); }"), "negative");
  EXPECT_EQ(failuresIn("double f(int a) { if (a) return -0.0; return 1.5; }"), "");
}

TEST(ReturnedFailure, OfPointersToFunctionsAndMembers) {
  EXPECT_EQ(failuresIn("void (*f())(int) { return nullptr; }"), "nullptr");
  EXPECT_EQ(failuresIn("struct A; int A::*f(int a) { if (a) return 0; return nullptr; }"), "nullptr nullptr");
  EXPECT_EQ(failuresIn("struct A; void (A::*f())() { return {}; }"), "nullptr");
}

TEST(ReturnedFailure, OfEnumerations) {
  EXPECT_EQ(
      failuresIn(
          "enum class E : int { Bad = -2, Good }; E f(int a) { if (a) return E::Good; return E::Bad; }"),
      "negative negative");
  EXPECT_EQ(failuresIn("enum class E { Bad, Good }; E f() { return E::Bad; }"), "");
}

TEST(ReturnedValue, OfWhatIsKnownAtRunTimeOnly) {
  EXPECT_EQ(failuresIn("bool f(int a) { if (a) return a > 2; return a; }"), "truth truth");
  EXPECT_EQ(failuresIn("long f(int a) { return a; }"), "signed");
  EXPECT_EQ(failuresIn("unsigned f(int a) { return a; }"), "") << "never negative";
  EXPECT_EQ(failuresIn("int f(unsigned a) { return a; }"), "");
  EXPECT_EQ(failuresIn("const char* f() { return \"x\"; }"), "") << "a constant";
  EXPECT_EQ(failuresIn("char f() { return 'x'; }"), "");
  EXPECT_EQ(failuresIn("double f(float a, int b) { if (b) return b; return a; }"), "signed signed");
  EXPECT_EQ(failuresIn("enum class E : int { A }; E f(E a) { return a; }"), "signed");
  EXPECT_EQ(failuresIn("enum class E : unsigned { A }; E f(E a) { return a; }"), "");
  EXPECT_EQ(failuresIn("typedef void (*P)(int); P f(P* a) { return a[1]; }"), "pointer");
  EXPECT_EQ(failuresIn("struct A; typedef int A::*M; M f(M a) { return a; }"), "pointer");
  EXPECT_EQ(failuresIn("struct B { int b : 3; }; int f(B a) { return a.b; }"), "signed");
  EXPECT_EQ(failuresIn("struct B { bool b : 1; }; bool f(B a) { return a.b; }"), "truth");
}

TEST(ReturnedValue, IsOnlyWhatComesBackTheSame) {
  EXPECT_EQ(failuresIn("int& f(int& a) { return a; }"), "");
  EXPECT_EQ(failuresIn("auto f(int a) { return a; }"), "signed");
  EXPECT_EQ(failuresIn("void g(int); void g(long); void (*f())(int) { return &g; }"), "");
  EXPECT_EQ(failuresIn("void g(int); void (*f())(int) { return g; }"), "") << "never null";
  EXPECT_EQ(failuresIn("struct A { int m; }; int A::*f() { return &A::m; }"), "");
  EXPECT_EQ(failuresIn("int a[2]; int* f() { return a; }"), "");
  EXPECT_EQ(failuresIn("template <class T> T f(T a) { return a; }"), "");
  EXPECT_EQ(failuresIn("struct A { }; A f(A a) { return a; }"), "");
}

TEST(ReturnedValue, IsUnseenWhereItIsConvertedOrCannotBeHandedOn) {
  EXPECT_EQ(failuresIn("decltype(auto) f(int a) { return a; }"), "unseen-number");
  EXPECT_EQ(failuresIn("short f(int a) { return a ? 1 : 2; }"), "unseen-number") << "a narrowing";
  EXPECT_EQ(failuresIn("int f(double a) { return a; }"), "unseen-number") << "-0.5 becomes 0";
  EXPECT_EQ(failuresIn("int f(int a) { return {a}; }"), "unseen-number");
  EXPECT_EQ(failuresIn("bool f(bool a) { return {a}; }"), "unseen-truth");
  EXPECT_EQ(failuresIn("struct A { operator int*() const; }; int* f(A a) { return a; }"), "unseen-pointer");
  EXPECT_EQ(failuresIn("double f(double a) { return a; }", {.flags = {"-std=c++20", "-m32"}}),
            "unseen-number")
      << "the processor's numbers are wider";
  EXPECT_EQ(failuresIn("struct B { int b : 3; }; int f(struct B* a) { return a->b; }",
                       {.name = "c.c", .flags = {"-std=c11"}}),
            "unseen-number");
}

TEST(ReturnedValue, IsUnseenWhereCMakesAnEnumerationOfAnInt) {
  const std::string both = "enum e { bad = -1, good }; ";
  const test::Code inC{.name = "c.c", .flags = {"-std=c11"}};
  EXPECT_EQ(failuresIn(both + "enum e f(int a) { return a ? bad : good; }", inC), "unseen-number");
  EXPECT_EQ(failuresIn(both + "enum e f(enum e a) { return a; }", inC), "signed");
  EXPECT_EQ(failuresIn(both + "int f(enum e a) { return a; }", inC), "signed");
  EXPECT_EQ(failuresIn(both + "e f(int a) { return a ? bad : good; }"), "signed");
}

TEST(ReturnedFailure, ALambdaAsAPointerIsNeverNull) {
  const std::string pointer = "using P = int (*)(int); P f() ";
  EXPECT_EQ(failuresIn(pointer + "{ return [](int a) { return a; }; }"), "");
  EXPECT_EQ(failuresIn(pointer + "{ return +[](int a) { return a; }; }"), "");
  EXPECT_EQ(failuresIn(pointer + "{ return [](auto a) { return a; }; }"), "");
  EXPECT_EQ(failuresIn(pointer + "{ auto g = [](int a) { return a; }; return g; }"), "");
  EXPECT_EQ(
      failuresIn(
          "using P = int (*)(int); P f(bool b) { if (b) return nullptr; return [](int a) { return a; }; }"),
      "nullptr");
  EXPECT_EQ(failuresIn("using P = int (*)(int); struct A { operator P() const; }; P f(A a) { return a; }"),
            "unseen-pointer");
}

}  // namespace
}  // namespace assay::scan
