// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/inserted_input.h"

#include <gtest/gtest.h>

#include "source/insertion.h"

namespace assay::source {
namespace {

TEST(InsertedInput, TheTypeComesOutWithItsGuard) {
  const std::string index = insertedType(7, "v.index()"), object = insertedType(7, "typeid(s)"),
                    arguments = insertedType(7, kTemplateArguments);
  EXPECT_EQ(index, " ASSAY_INSERTED_TYPE_INDEX(0x0000000000000007, v.index());");
  EXPECT_EQ(object, " ASSAY_INSERTED_TYPE_DYNAMIC(0x0000000000000007, __builtin_addressof(s));");
  EXPECT_EQ(arguments, " ASSAY_INSERTED_TYPE_INSTANCE(0x0000000000000007);");
  EXPECT_EQ(insertedType(7, "v->index()"),
            " ASSAY_INSERTED_TYPE_INDEX(0x0000000000000007, v ? static_cast<long long>(v->index()) : -1);");
  EXPECT_EQ(insertedType(7, "typeid(*s)"), " ASSAY_INSERTED_TYPE_DYNAMIC(0x0000000000000007, s);");
  EXPECT_EQ(insertedType(7, "typeid(*s.get())"),
            " ASSAY_INSERTED_TYPE_DYNAMIC(0x0000000000000007, s.get());");
  for (const std::string& type : {index, object, arguments, insertedType(7, "v->index()"),
                                  insertedType(7, "typeid(*s)"), insertedType(7, "typeid(*s.get())")})
    for (const std::string& size : {std::string(), insertedSize(7, "n", "")})
      EXPECT_EQ(stripInsertions("{" + insertedGuard(GuardForm::Ordinary, 7, "f", size + type) + "}"), "{}")
          << size + type;
}

TEST(InsertedInput, OfTheManifestsTypesOnlyWhatTheScanWritesGoesIn) {
  for (const char* type :
       {"", "v", "index()", ".index()", "f().index()", "v.index(), 1", "a.b.index()", "typeid()", "typeid(*)",
        "typeid(f())", "typeid(a); f(b)", "typeid(a, b)", "typeid(**a)", "typeid(*.get())",
        "typeid(*a->get())", "typeid(1)", "template argument", "T"})
    EXPECT_EQ(insertedType(7, type), "") << type;
}

TEST(InsertedInput, OfTheManifestsTextOnlyWhatTheScanWritesGoesIn) {
  for (const char* size : {"", "system(x)", "a.b()", "a.size", "size()", ".size()", "a, b", "a); f(", "a - ",
                           "1", "a.size() - b", "a -b", "a b", "*a", "a.size()()"})
    EXPECT_EQ(insertedSize(7, size, ""), "") << size;
  for (const char* when : {"p.q", "f()", "1", "p, q"}) EXPECT_EQ(insertedSize(7, "n", when), "") << when;
  EXPECT_NE(insertedSize(7, "größe.size()", ""), "");
}

}  // namespace
}  // namespace assay::source
