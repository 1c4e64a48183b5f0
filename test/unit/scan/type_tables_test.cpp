// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Room for types as unity.cpp makes it: a type that its table loses, or holds twice, shows as an error or as
// another function than the file alone has.
#include <gmock/gmock.h>

#include <string>

#include "unity_code.h"

namespace assay::scan {
namespace {

// Each declares a function again with types of the same spelling, and calls it.
std::string withTypes(const std::string& type, const std::string& own) {
  std::string text = "template <class T> struct Of { using Type = T; T t(T) { return T(); } };\n";
  std::string pointers;
  for (int i = 0; i < 200; ++i, pointers += '*') {
    const std::string name = "f" + std::to_string(i);
    text += type + pointers + "& " + name + "(Of<" + type + pointers + ">&&);\n";
    text += type + pointers + "& " + name + "(Of<typename Of<" + type + pointers + ">::Type>&&);\n";
    text += "using T" + std::to_string(i) + " = decltype(" + name + "(Of<" + type + pointers + ">()));\n";
  }
  return text + "TAG int " + own + "(Of<" + type + "> of) { return (f0(Of<" + type +
         ">()), of.t({}), 1); }\n";
}

TEST(TypeTables, EachTypeIsThereOnceHoweverManyThereAre) {
  const test::Unity unit({.sections = {{"a.cc", withTypes("int", "a")},
                                       {"b.cc", withTypes("long", "b")},
                                       {"c.cc", withTypes("int", "c")}}});
  unit.expectAllSure();
}

}  // namespace
}  // namespace assay::scan
