// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.
#include "inputs_of_code.h"
#include "unity_code.h"

namespace assay::scan {
namespace {

using test::allInputsIn;
using test::inputsIn;

const std::string kClass = "struct C { int size() const { return n; } int n; };";

std::string ofClass(const std::string& parameters) {
  return inputsIn(kClass, parameters);
}

/// Of a function with such a pointer.
std::string ofPointer(const std::string& parameters, const std::string& body) {
  return allInputsIn(kClass + "template <class T> struct D { int size() const { return n; } int n; };" +
                     "extern C* const kMark; void* operator new(decltype(sizeof(0)), void*) noexcept;\n" +
                     "int f(" + parameters + ") { " + body + " return 0; }\n");
}

TEST(Inputs, EveryWayToBeGivenOne) {
  EXPECT_EQ(ofClass("C c"), "c.size()");
  EXPECT_EQ(ofClass("const C& c"), "c.size()");
  EXPECT_EQ(ofClass("C& c"), "c.size()");
  EXPECT_EQ(ofClass("C&& c"), "c.size()");
  EXPECT_EQ(ofPointer("const C* c", "return c->n;"), "c->size() if c");
  EXPECT_EQ(ofPointer("C* const c", "return c->n;"), "c->size() if c");
  EXPECT_EQ(ofPointer("C** c", "return (*c)->n;"), "");
  EXPECT_EQ(ofClass("C*& c"), "");
  EXPECT_EQ(ofClass("volatile C& c"), "");
  EXPECT_EQ(ofClass("const C&"), "");
  EXPECT_EQ(ofClass("[[maybe_unused]] const C& c"), "");
}

TEST(Inputs, WhatIsOnlyReadComesFirst) {
  EXPECT_EQ(ofPointer("C& a, const C& b, C* d, C e", "return d->n;"),
            "b.size(), e.size(), a.size(), d->size() if d");
  EXPECT_EQ(ofClass("C& out, C* result"), "") << "what goes out is no input";
}

TEST(Inputs, NumbersComeLastAndOnRequest) {
  EXPECT_EQ(ofClass("unsigned n, const C& c"), "c.size(), n on request");
  EXPECT_EQ(ofClass("bool a, char b, double c, const int& d, __int128 e, volatile int f, wchar_t g"), "");
}

TEST(Inputs, OfAPointerThatTheBodyLooksThrough) {
  for (const char* body : {"return c->n;", "return (*c).n;", "return c != nullptr ? c->n : 0;",
                           "if (!c) return 1; return c->n;", "if (0 == c || c->n) return 1;"})
    EXPECT_EQ(ofPointer("const C* c", body), "c->size() if c") << body;
  for (const char* body : {"", "return c == nullptr;", "extern int g(const C*); return g(c);"})
    EXPECT_EQ(ofPointer("const C* c", body), "") << "who knows what it points to: " << body;
}

TEST(Inputs, APointerMayBeAMark) {
  for (const char* body : {"if (c == kMark) return 1; return c->n;", "if (kMark != c) return c->n;",
                           "if ((unsigned long)c & 1) return 1; return c->n;"})
    EXPECT_EQ(ofPointer("C* c", body), "") << body;
}

TEST(Inputs, APointerMayBeOneToMany) {
  for (const char* body : {"return c[1].n + c->n;", "for (; c->n; ++c) {}", "return (c + 1)->n + c->n;",
                           "c += 1; return c->n;"}) {
    EXPECT_EQ(ofPointer("const C* c", body), "") << body;
    EXPECT_EQ(ofPointer("const C* c, int count", body), "count, count on request") << body;
  }
}

TEST(Inputs, WhatIsMadeInTheBodyIsNotThereBefore) {
  for (const char* body : {"new (c) C; return c->n;", "new (static_cast<void*>(c)) C; return c->n;",
                           "extern C* construct_at(C*); construct_at(c); return c->n;"})
    EXPECT_EQ(ofPointer("C* c", body), "") << body;
  EXPECT_EQ(ofPointer("C& c", "new (&c) C; return c.n;"), "");
}

TEST(Inputs, OfATemplatesPointer) {
  const std::string before = "template <class T> struct D { int size() const { return n; } int n; };";
  EXPECT_EQ(allInputsIn(before + "template <class T> int f(const D<T>* d) { return d->n; }"),
            "d->size() if d");
  EXPECT_EQ(allInputsIn(before + "template <class T> int f(const D<T>* d) { return (*d).n; }"),
            "d->size() if d");
  EXPECT_EQ(allInputsIn(before + "template <class T> int f(const D<T>* d) { return d[0].n + d->n; }"), "");
}

TEST(Inputs, PointersWithTheirLengths) {
  EXPECT_EQ(inputsIn("", "const char* data, unsigned long size"), "size, size on request");
  EXPECT_EQ(inputsIn("", "const void* key, const void* value, int valuelen, int keylen"),
            "keylen, valuelen, valuelen on request, keylen on request");
  EXPECT_EQ(inputsIn("", "int values[], int n"), "n, n on request");
  EXPECT_EQ(inputsIn("", "const char* name, int flags"), "flags on request");
  EXPECT_EQ(inputsIn("", "char* out, int size"), "size on request");
  EXPECT_EQ(inputsIn("", "void (*callback)(), int count"), "count on request");
  EXPECT_EQ(inputsIn("", "const char* data, unsigned long* size"), "");
}

TEST(Inputs, PointersThatBoundARange) {
  EXPECT_EQ(inputsIn("", "const int* first, const int* last"), "last - first");
  EXPECT_EQ(inputsIn("", "const int* first, const long* last"), "");
  EXPECT_EQ(inputsIn("", "const void* first, const void* last"), "");
  EXPECT_EQ(inputsIn("struct N { N* next; };", "const N* first, const N* last"), "");
  EXPECT_EQ(inputsIn("struct N;", "const N* first, const N* last"), "");
  EXPECT_EQ(inputsIn("struct N { int x; };", "const N* first, const N* last"), "last - first");
}

TEST(Inputs, OfC) {
  const test::Code old{.name = "c.c", .flags = {"-std=c89", "-Wno-deprecated-non-prototype"}};
  EXPECT_EQ(allInputsIn("int f(values, n) const int* values; int n; { return values[n]; }", old),
            "n, n on request");
  EXPECT_EQ(allInputsIn(
                "struct s { int a; }; int f(const struct s* first, const struct s* last) { return 0; }", old),
            "last - first");
}

TEST(Inputs, AreNotNamedByAMacro) {
  EXPECT_EQ(inputsIn(kClass + "\n#define NAMED(x) const C& x\n", "NAMED(c)"), "");
}

/// Of the constructor of a class that keeps a C.
std::string ofConstructor(const std::string& text) {
  test::Code code;
  code.text = "// AI-generated[file]: x\n" + kClass + "struct K { " + text + " C own; };";
  const test::Scanned scanned = test::scanCode(code);
  const FoundFunction* found = scanned.function("K::K");
  EXPECT_NE(found, nullptr);
  std::string sizes;
  for (const model::Input& input : found->entry.inputs) sizes += input.size + ";";
  return sizes;
}

TEST(Inputs, OfAConstructorMayBeMovedAway) {
  EXPECT_EQ(ofConstructor("K(C c) : own(static_cast<C&&>(c)) {}"), "");
  EXPECT_EQ(ofConstructor("K(C&& c) : own(static_cast<C&&>(c)) {}"), "");
  EXPECT_EQ(ofConstructor("K(C c) : own() {}"), "c.size();");
  EXPECT_EQ(ofConstructor("K(const C& c) : own(c) {}"), "c.size();");
  EXPECT_EQ(ofConstructor("K(C c) { own = c; }"), "c.size();");
}

TEST(Inputs, OfACoroutineAreItsOwn) {
  const std::string task = R"(
namespace std { template <class R, class...> struct coroutine_traits { using promise_type = typename R::promise_type; };
template <class P = void> struct coroutine_handle { static coroutine_handle from_address(void*) noexcept; };
struct suspend { bool await_ready() noexcept; template <class P> void await_suspend(coroutine_handle<P>) noexcept; void await_resume() noexcept; }; }
struct Task { struct promise_type { Task get_return_object(); std::suspend initial_suspend(); std::suspend final_suspend() noexcept;
void return_void(); void unhandled_exception(); }; };
)";
  EXPECT_EQ(
      allInputsIn(kClass + task +
                  "Task f(C a, const C& b, const C* c, C&& d, C& e) { static_cast<void>(c->n); co_return; }"),
      "a.size()")
      << "its caller may have gone on when it begins";
}

TEST(Inputs, OfWhoTakesALockAreItsOwn) {
  const std::string lock = kClass +
                           "struct mutex { void lock(); }; struct lock_guard { lock_guard(mutex&); }; struct "
                           "Block { Block(mutex&); };";
  EXPECT_EQ(allInputsIn(lock + "void f(mutex& m, C& a, C b) { lock_guard guard(m); }"), "b.size()");
  EXPECT_EQ(allInputsIn(lock + "void f(mutex& m, C& a) { m.lock(); }"), "");
  const std::string shared =
      "namespace std { template <class T> struct shared_ptr { T* operator->() const; }; }";
  EXPECT_EQ(allInputsIn(lock + shared + "void f(std::shared_ptr<C> a) { }"), "a->size() if a");
  EXPECT_EQ(allInputsIn(lock + shared + "void f(mutex& m, std::shared_ptr<C> a) { lock_guard guard(m); }"),
            "");
  EXPECT_EQ(allInputsIn(lock + "void f(mutex& m, C& a) { Block block(m); }"), "a.size()");
}

TEST(Inputs, RestOnTheDefinitionOfTheirClass) {
  const test::Unity together(
      {.sections = {{"a.cc", "#include \"c.h\"\nTAG int a(const C& c) { return 1; }\n"},
                    {"b.cc", "class C;\nTAG int b(const C& c) { return 1; }\n"}},
       .others = {
           {"c.h",
            "#pragma once\n#define X\nclass C { public: int size() const { return n; } int n; };\n"}}});
  together.expectSure("a.cc");
  EXPECT_FALSE(together.of("b.cc").sure) << "alone it knows nothing of the size";
}

const std::string kHeader = "#pragma once\nstruct C { int size() const { return n; } int n; };\n";

TEST(Inputs, OfAClassThatIsDefinedFurtherDown) {
  const test::Unity together(
      {.sections = {{"a.cc", "#include \"c.h\"\nTAG int a(const C& c) { return 1; }\n"},
                    {"b.cc",
                     "struct C;\nTAG int b(const C& c) { return 1; }\n"
                     "#include \"c.h\"\n"},
                    {"d.cc", "#include \"c.h\"\nTAG int d(const C& c) { return 1; }\n"}},
       .others = {{"c.h", kHeader}}});
  together.expectSure("a.cc");
  together.expectUnsure("b.cc", "a class that a file it does not include above defines");
  together.expectSure("d.cc");
}

TEST(Inputs, OfAHeaderRestOnWhatItIncludes) {
  const test::Unity together(
      {.sections = {{"h.h", "#pragma once\n#include \"c.h\"\nTAG inline int h(const C& c) { return 1; }\n"},
                    {"i.h", "#pragma once\nstruct C;\nTAG inline int i(const C& c) { return 1; }\n"},
                    {"a.cc", "#include \"c.h\"\n#include \"i.h\"\nTAG int a(const C& c) { return 1; }\n"}},
       .others = {{"c.h", kHeader}}});
  together.expectSure("h.h");
  EXPECT_FALSE(together.of("i.h").sure) << "who includes it need not know the class";
  together.expectSure("a.cc");
}

TEST(Inputs, OfATemplateThatAnotherFileSpecialises) {
  const std::string array =
      "#pragma once\ntemplate <class T> struct D { int size() const { return n; } int n; };\n";
  const std::string use = "#include \"d.h\"\nTAG template <class T> int b(const D<T>& d) { return 1; }\n";
  const test::Unity together({.sections = {{"a.cc",
                                            "#include \"d.h\"\nstruct Own; template <> struct D<Own> {};\n"
                                            "TAG int a(const D<Own>& d) { return 1; }\n"},
                                           {"b.cc", use}},
                              .others = {{"d.h", array}}});
  together.expectSure("a.cc");
  EXPECT_FALSE(together.of("b.cc").sure);
}

const std::string kVariant =
    "namespace std { inline namespace v1 { template <class... T> struct variant { unsigned long index() "
    "const "
    "noexcept { return at; } unsigned long at; }; } }\n";

std::string typesOf(const std::string& parameters, const std::string& body) {
  return test::allTypesIn(kVariant + "struct S { virtual int sides() const; int n; }; struct A;\n" +
                          "int f(" + parameters + ") { " + body + " return 0; }\n");
}

TEST(InputTypes, OfVariants) {
  EXPECT_EQ(typesOf("std::variant<int, char> v", ""), "v.index()");
  EXPECT_EQ(typesOf("const std::variant<int, char>& v", ""), "v.index()");
  EXPECT_EQ(typesOf("std::variant<int, char>&& v", ""), "v.index()");
  EXPECT_EQ(typesOf("const std::variant<int, char>* v", "return v->at;"), "v->index()");
  EXPECT_EQ(typesOf("const std::variant<int, char>* v", ""), "") << "who knows what it points to";
  EXPECT_EQ(typesOf("const std::variant<A, char>& v", ""), "") << "nobody knows one of its alternatives";
  EXPECT_EQ(typesOf("volatile std::variant<int>& v, const std::variant<int>&", ""), "");
  EXPECT_EQ(typesOf("std::variant<int>& out, std::variant<int>& a, const std::variant<char>& b", ""),
            "b.index(), a.index()")
      << "what is only read comes first";
  EXPECT_EQ(test::allTypesIn("template <class... T> struct variant { int index() const; };\n"
                             "void f(const variant<int>& v) {}\n"),
            "")
      << "of the standard library";
}

TEST(InputTypes, OfObjectsWhoseClassesAreOpen) {
  EXPECT_EQ(typesOf("const S& s", "return s.sides();"), "typeid(s)");
  EXPECT_EQ(typesOf("S& s", "return s.n;"), "typeid(s)");
  EXPECT_EQ(typesOf("const S* s", "return s->sides();"), "typeid(*s)");
  EXPECT_EQ(typesOf("S s", "return s.sides();"), "") << "it is of the class that it is of";
  EXPECT_EQ(typesOf("const A& a, const S& s", ""), "") << "the body has no use for it";
  EXPECT_EQ(typesOf("volatile S* s", "return s->n;"), "");
  const std::string before =
      "struct S { virtual int sides() const; }; struct L final : S {}; struct P { int n; };\n";
  EXPECT_EQ(test::allTypesIn(before + "int f(const L& l, const P& p) { return l.sides() + p.n; }\n"), "")
      << "there is one class that it can be";
  EXPECT_EQ(test::allTypesIn(
                "namespace std { template <class T> struct unique_ptr { T* operator->() const; T* get() "
                "const; }; }\n" +
                before + "int f(const std::unique_ptr<S>& s) { return s->sides(); }\n"),
            "typeid(*s.get())");
}

TEST(InputTypes, OfTemplatesAreTheirArgumentsIfNothingElse) {
  EXPECT_EQ(test::allTypesIn("template <class T> int f(T value) { return value; }\n"), "template arguments");
  EXPECT_EQ(test::allTypesIn(kVariant + "template <class T> void f(const std::variant<T, int>& v) {}\n"),
            "v.index(), template arguments");
  EXPECT_EQ(test::allTypesIn(
                "template <class T> int g(T v); template <> int g(int v);\nint f(int v) { return v; }\n"),
            "");
}

}  // namespace
}  // namespace assay::scan
