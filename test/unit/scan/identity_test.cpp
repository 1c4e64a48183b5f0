// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.

#include <gmock/gmock.h>

#include <map>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using test::Code;
using test::collect;

const model::AnnotatedFunction* find(const std::vector<FileFacts>& facts, std::string_view name) {
  for (const FileFacts& file : facts)
    for (const FoundFunction& function : file.functions)
      if (function.entry.name == name) return &function.entry;
  return nullptr;
}

std::uint64_t idIn(const Code& code, std::string_view name) {
  const auto facts = collect(code);
  const model::AnnotatedFunction* entry = find(facts, name);
  EXPECT_NE(entry, nullptr) << name << " in " << code.text;
  return entry != nullptr ? entry->id : 0;
}

Code all(std::string text, std::string name = "code.cc") {
  return {.text = "// AI-generated[file]: x\n" + std::move(text), .name = std::move(name)};
}

constexpr const char* kBefore = R"(
static int s(int a) { return a; }
namespace { int t() { return 1; } }
int user() {
  auto one = [] { return 1; };
  auto two = [] { return [] { return 2; }; };
  struct Local { int m(int) { return 3; } };
  return one() + two()() + Local().m(1);
}
auto top = [] { return 1; };
)";
constexpr const char* kAfter = R"(
// moved, edited
struct Unrelated { int x; };
auto top = [] { return 10; };
int user() {
  int extra = 0;
  struct Local { int n() { return 0; } int m(int a) { return 3 + a; } };
  auto one = [] { return 11; };
  auto two = [] { int y = 0; return [y] { return 2 + y; }; };
  return one() + two()() + Local().m(1) + extra;
}
namespace { int t() { return 100; } }
static int s(int a) { return a + 1; }
)";

TEST(Identity, SurvivesMovesWithinTheFileAndEditsOfBodies) {
  for (const char* name : {"s", "(anonymous namespace)::t", "user", "user::(lambda#1)", "user::(lambda#2)",
                           "user::(lambda#2)::(lambda#1)", "user::Local::m", "top::(lambda#1)"})
    EXPECT_EQ(idIn(all(kBefore), name), idIn(all(kAfter), name)) << name;
}

TEST(Identity, OfDifferentFunctionsDiffers) {
  std::map<std::uint64_t, std::string> names;
  for (const FileFacts& file : collect(all(kBefore)))
    for (const FoundFunction& function : file.functions)
      EXPECT_TRUE(names.emplace(function.entry.id, function.entry.name).second) << function.entry.name;
  EXPECT_EQ(names.size(), 8U);
}

TEST(Identity, OfAHeadersFunctionIsTheSameInEveryUnit) {
  const std::string header =
      "// AI-generated: x\ninline int h(int a) { return [a] { return a; }(); }\n"
      "// AI-generated: y\nstatic int i() { return 1; }\n";
  Code one{
      .text = "#include \"h.h\"\nint a() { return h(1); }\n", .name = "one.cc", .others = {{"h.h", header}}};
  Code two{.text = "namespace z { int b() { return 1; } }\n#include \"h.h\"\n",
           .name = "two.cc",
           .others = {{"h.h", header}}};
  two.flags = {"-std=c++17", "-O2"};
  for (const char* name : {"h", "h::(lambda#1)", "i"}) EXPECT_EQ(idIn(one, name), idIn(two, name)) << name;
}

TEST(Identity, OfInternalFunctionsAndMainHasThePath) {
  EXPECT_NE(idIn(all("static int s() { return 1; }", "a/x.cc"), "s"),
            idIn(all("static int s() { return 1; }", "b/x.cc"), "s"));
  EXPECT_NE(idIn(all("int main() { }", "a.cc"), "main"), idIn(all("int main() { }", "b.cc"), "main"));
  EXPECT_EQ(idIn(all("int e() { return 1; }", "a.cc"), "e"), idIn(all("int e() { return 1; }", "b.cc"), "e"));
}

TEST(Identity, LambdasAreNumberedAsTheyStandInTheText) {
  const auto facts =
      collect(all("struct A { int a, b; A() : b([] { return 1; }()), a([] { return 2; }()) {} };"));
  const auto* first = find(facts, "A::A::(lambda#1)");
  const auto* second = find(facts, "A::A::(lambda#2)");
  ASSERT_NE(first, nullptr);
  ASSERT_NE(second, nullptr);
  EXPECT_LT(first->bodyBegin, second->bodyBegin);
}

TEST(Identity, NamesAreQualifiedWithoutTemplateArguments) {
  const auto facts = collect(all(R"(
namespace n { inline namespace v1 { template <class T> struct V {
  V(); ~V(); operator T() const; T operator[](int) const; template <class U> void m(U);
  friend bool operator==(const V&, const V&) { return true; } }; } }
template <> template <> inline void n::V<int>::m<long>(long) { }
typedef struct { int f() { return 1; } } Named;
int operator""_x(unsigned long long) { return 1; }
)"));
  for (const char* name : {"n::v1::V::V", "n::v1::V::~V", "n::v1::V::operator T", "n::v1::V::operator[]",
                           "n::v1::V::m", "n::v1::operator==", "Named::f", "operator\"\"_x"})
    EXPECT_NE(find(facts, name), nullptr) << name;
}

TEST(Identity, SignaturesAreAsWritten) {
  const auto facts = collect(all(R"(
#define NOTHING
using size = unsigned long; struct S { S(int, ...); ~S(); operator bool() const; size f(const S &, int a[3]) const &; };
auto t(int) -> S; template <class T> T g(T, bool) noexcept; auto d() { return 1; }
)"));
  const std::map<std::string, std::string> expected = {{"S::S", "(int, ...)"},
                                                       {"S::~S", "()"},
                                                       {"S::operator bool", "() const"},
                                                       {"S::f", "size (const S &, int *) const &"},
                                                       {"t", "S (int)"},
                                                       {"g", "T (T, bool)"},
                                                       {"d", "auto ()"}};
  for (const auto& [name, signature] : expected) {
    ASSERT_NE(find(facts, name), nullptr) << name;
    EXPECT_EQ(find(facts, name)->signature, signature);
  }
  const auto c =
      collect({.text = "// AI-generated[file]: x\nint v(void) { return 1; } int k(a) int a; { return a; }",
               .name = "c.c",
               .flags = {"-std=c99"}});
  EXPECT_EQ(find(c, "v")->signature, "int (void)");
  EXPECT_EQ(find(c, "k")->signature, "int (int)");
}

TEST(Identity, KindsAndLinkage) {
  using enum model::FunctionKind;
  const auto facts = collect(all(R"(
struct A { A(); ~A(); operator int(); A& operator+=(int); void m(); }; int f(); static int s(); namespace { struct B { void m(); }; }
template <class T> struct G { G(T); }; template <class T> G(T*) -> G<T>; auto l = [] {};
)"));
  const std::map<std::string, model::FunctionKind> kinds = {
      {"A::A", Constructor},       {"A::~A", Destructor},    {"A::operator int", Conversion},
      {"A::operator+=", Operator}, {"A::m", Method},         {"f", Function},
      {"G", DeductionGuide},       {"l::(lambda#1)", Lambda}};
  for (const auto& [name, kind] : kinds) {
    ASSERT_NE(find(facts, name), nullptr) << name;
    EXPECT_EQ(find(facts, name)->kind, kind) << name;
  }
  EXPECT_EQ(find(facts, "f")->linkage, model::Linkage::External);
  EXPECT_EQ(find(facts, "s")->linkage, model::Linkage::Internal);
  EXPECT_EQ(find(facts, "(anonymous namespace)::B::m")->linkage, model::Linkage::Internal);
  EXPECT_EQ(find(facts, "l::(lambda#1)")->linkage, model::Linkage::None);
}

}  // namespace
}  // namespace assay::scan
