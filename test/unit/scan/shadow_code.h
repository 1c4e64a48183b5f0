// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For tests of shadows: code with a tag -> what the scan says of the function in the shadow, without Clang's
// headers.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "support/strings.h"
#include "tagged_code.h"

namespace assay::scan::test {

/// A standard library in small, as a system header.
inline constexpr const char* kSmallLibrary = R"(# 1 "library.h" 3
extern "C" int puts(const char*);
extern "C" double sqrt(double);
extern "C" int remove(const char*);
namespace web { int find(int); }
namespace std {
template <class T> class vector {
 public:
  vector(); vector(const vector&); ~vector();
  T* begin(); T* end(); const T* begin() const; const T* end() const;
  T& operator[](unsigned long); const T& operator[](unsigned long) const;
  void push_back(const T&); unsigned long size() const;
};
template <class T> bool operator==(const vector<T>&, const vector<T>&);
template <class T> class span { public: T* begin() const; T* end() const; T& operator[](unsigned long) const; };
template <class T> struct vector_iterator { T& operator*() const; vector_iterator& operator++(); };
template <class T> class function { public: function(); function(const function&); ~function(); int operator()() const; };
template <class I> void sort(I, I);
template <class I, class O> O copy(I, I, O);
template <class I> I find(I, I, int);
template <class I, class F> I find_if(I a, I, F) { return a; }
template <class I, class O, class F> O transform(I, I, O o, F) { return o; }
template <class A, class B> struct pair { A first; B second; };
template <class T> T&& move(T&);
int rand();
}  // namespace std
# 1 "code.cc"
)";

/// What the scan says of the function `name`, which the tag at "TAG " is about: with `keys` behind
/// `experiment: shadow`. It replaces `slow`.
inline model::Replacement shadowIn(const std::string& text, const std::string& keys = "",
                                   const std::string& name = "fast") {
  const std::string tagged =
      kSmallLibrary +
      replaceAll(text, "TAG ", "// AI-generated: x, replaces: slow, experiment: shadow" + keys + "\n");
  const Scanned scanned = scanCode(tagged);
  for (const UnitDiagnostic& error : scanned.errors) ADD_FAILURE() << error.text << " in\n" << text;
  const FoundFunction* found = scanned.function(name);
  if (found != nullptr)
    for (const model::Replacement& one : found->entry.replaces)
      if (!one.shadow.empty()) return one;
  return {.asked = "none", .shadowProblem = "none was found"};
}

inline std::string shadowProblem(const std::string& text, const std::string& keys = "",
                                 const std::string& name = "fast") {
  const model::Replacement found = shadowIn(text, keys, name);
  return found.problem + found.shadowProblem;
}

/// The same of a function that takes an int, replaces a harmless one, and has this body; `before` stands
/// above.
inline std::string effectOf(const std::string& body, const std::string& before = "") {
  return shadowProblem(before + "int slow(int n) { return n; }\nTAG int fast(int n) {" + body + "}");
}

}  // namespace assay::scan::test
