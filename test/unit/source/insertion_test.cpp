// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/insertion.h"
#include "source/inserted_input.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/strings.h"

namespace assay::source {
namespace {

const std::string kGuard = insertedGuard(GuardForm::Ordinary, 0x0123456789abcdefU, "ns::f");

TEST(Insertion, GuardIsOneStatementWithAllDigits) {
  EXPECT_EQ(kGuard, " ASSAY_INSERTED_GUARD(0x0123456789abcdef, \"ns::f\");");
  EXPECT_EQ(insertedGuard(GuardForm::Ordinary, 0x1f, "f"),
            " ASSAY_INSERTED_GUARD(0x000000000000001f, \"f\");");
}

TEST(Insertion, NamesAreEscapedAsCStringsWithoutTrigraphs) {
  EXPECT_EQ(insertedGuard(GuardForm::Ordinary, 0, "operator\"\"_km"),
            " ASSAY_INSERTED_GUARD(0x0000000000000000, \"operator\\\"\\\"_km\");");
  EXPECT_EQ(insertedGuard(GuardForm::Ordinary, 0, "a\\b\nc"),
            " ASSAY_INSERTED_GUARD(0x0000000000000000, \"a\\\\b\\012c\");");
  EXPECT_EQ(insertedGuard(GuardForm::Ordinary, 0, "?\?="),
            " ASSAY_INSERTED_GUARD(0x0000000000000000, \"?\\?=\");");
  EXPECT_EQ(insertedGuard(GuardForm::Ordinary, 0,
                          "\xc3\xa9"
                          "1"),
            " ASSAY_INSERTED_GUARD(0x0000000000000000, \"\\303\\2511\");");
}

TEST(Insertion, StrippingGivesTheBytesBack) {
  for (const std::string& name : std::vector<std::string>{"f", "operator\"\"_km", "a\\", "?\?/", "x)\";y"}) {
    const std::string guard = insertedGuard(GuardForm::Ordinary, 7, name);
    const std::string text =
        "#include <assay/inserted.h> // licence\r\nint f() {" + guard + "}\nint g() <%" + guard + "\n%>\n";
    EXPECT_TRUE(hasInsertions(text));
    EXPECT_EQ(stripInsertions(text), "// licence\r\nint f() {}\nint g() <%\n%>\n") << name;
  }
}

TEST(Insertion, EveryFormStandsWhereItBelongs) {
  EXPECT_EQ(insertedGuard(GuardForm::Literal, 7, "f"),
            " ASSAY_INSERTED_LITERAL_GUARD(0x0000000000000007, \"f\");");
  EXPECT_EQ(insertedGuard(GuardForm::Count, 7, "f"), " ASSAY_INSERTED_COUNT(0x0000000000000007, \"f\");");
  EXPECT_EQ(insertedGuard(GuardForm::Try, 7, "f"), "{ ASSAY_INSERTED_TRY_GUARD(0x0000000000000007, \"f\"); ");
  EXPECT_EQ(insertedNotice(Notice::Fails, 7), "{ ASSAY_INSERTED_FAILS(0x0000000000000007); ");
  EXPECT_EQ(insertedNotice(Notice::Returns, 7), "{ ASSAY_INSERTED_RETURNS(0x0000000000000007); ");
  EXPECT_EQ(insertedNotice(Notice::FlowsOff, 7), " ASSAY_INSERTED_FLOWS_OFF(0x0000000000000007);");
}

TEST(Insertion, ASampleStandsBehindTheName) {
  EXPECT_EQ(insertedGuard({GuardForm::Ordinary, 256}, 7, "f", " SIZE"),
            " ASSAY_INSERTED_SAMPLED_GUARD(0x0000000000000007, \"f\", 256); SIZE");
  EXPECT_EQ(insertedGuard({GuardForm::Try, 1}, 7, "f"),
            "{ ASSAY_INSERTED_SAMPLED_TRY_GUARD(0x0000000000000007, \"f\", 1); ");
  for (const GuardForm form : {GuardForm::Recursive, GuardForm::Count, GuardForm::Coroutine})
    EXPECT_EQ(insertedGuard({form, 256}, 7, "f"), insertedGuard(form, 7, "f")) << "each is timed, or none";
}

TEST(Insertion, StrippingKnowsSampledGuards) {
  for (const GuardForm form : {GuardForm::Ordinary, GuardForm::Literal})
    EXPECT_EQ(stripInsertions("f() {" + insertedGuard({form, 256}, 7, "f", insertedSize(7, "n", "")) + "}"),
              "f() {}");
  EXPECT_EQ(stripInsertions("f() " + insertedGuard({GuardForm::Try, 2}, 7, "f") + "try {} catch (...) {}" +
                            std::string(kInsertedEnd)),
            "f() try {} catch (...) {}");
  const std::string odd = "f() { ASSAY_INSERTED_SAMPLED_GUARD(0x0000000000000007, \"f\", n);}";
  EXPECT_EQ(stripInsertions(odd), odd);
}

TEST(Insertion, StrippingKnowsEveryForm) {
  for (const GuardForm form :
       {GuardForm::Literal, GuardForm::Recursive, GuardForm::Count, GuardForm::Coroutine})
    EXPECT_EQ(stripInsertions("f() {" + insertedGuard(form, 7, "f") + "}"), "f() {}");
  const std::string end(kInsertedEnd);
  EXPECT_EQ(stripInsertions("int f() " + insertedGuard(GuardForm::Try, 7, "f") +
                            "try { g(); } catch (...) {}" + end),
            "int f() try { g(); } catch (...) {}");
  for (const Notice notice : {Notice::Fails, Notice::Returns})
    EXPECT_EQ(stripInsertions("else\n" + insertedNotice(notice, 7) + "return 0;" + end + "\nelse"),
              "else\nreturn 0;\nelse");
  for (const Failure failure : {Failure::Negative, Failure::Zero})
    EXPECT_EQ(stripInsertions("return" + insertedValueBegin(failure, 7) + "(x)" +
                              insertedValueEnd(failure, 7) + ";"),
              "return(x);");
  EXPECT_EQ(stripInsertions("g();\n" + insertedNotice(Notice::FlowsOff, 7) + "}"), "g();\n}");
}

TEST(Insertion, ABraceGoesWithItsPartnerOrNotAtAll) {
  const std::string end(kInsertedEnd);
  const std::string fails = insertedNotice(Notice::Fails, 7);
  for (const std::string& text : {"// the text" + end + " is put behind it\n", "{" + fails + "return 0;\n"}) {
    EXPECT_FALSE(hasInsertions(text)) << text;
    EXPECT_EQ(stripInsertions(text), text);
  }
  EXPECT_EQ(stripInsertions("a " + end + fails + "return " + fails + "x;" + end + "; " + end + "b"),
            "a " + end + "return x;; b");
}

TEST(Insertion, WhatStandsInACommentOrALiteralIsTheUsers) {
  const std::string end(kInsertedEnd);
  const std::string fails = insertedNotice(Notice::Fails, 7);
  const std::string user = "return /* closes with ASSAY_INSERTED_END } */ nullptr;";
  EXPECT_EQ(stripInsertions("{" + fails + user + end + "}"), "{" + user + "}");
  for (const std::string& text : std::vector<std::string>{
           "auto a = R\"x(int f() {" + kGuard + " return 1; })x\";\n", "// int f() {" + kGuard + " }\n",
           "/* {" + kGuard + " */\n", "auto a = \"int f() { ASSAY_INSERTED_END }\";\n"}) {
    EXPECT_FALSE(hasInsertions(text)) << text;
    EXPECT_EQ(stripInsertions(text), text);
  }
}

TEST(Insertion, APartnerIsOfTheSameKind) {
  const std::string value = insertedValueBegin(Failure::Negative, 7);
  EXPECT_EQ(stripInsertions("{" + insertedNotice(Notice::Fails, 7) + "a" + value + " b" +
                            std::string(kInsertedEnd)),
            "{a" + value + " b")
      << "the value's end was edited away";
  EXPECT_EQ(stripInsertions("a" + value + " b" + insertedValueEnd(Failure::Zero, 7)),
            "a" + value + " b" + insertedValueEnd(Failure::Zero, 7));
}

TEST(Insertion, IncludeIsFoundAfterAByteOrderMarkAndOnABlankLine) {
  EXPECT_EQ(stripInsertions("\xef\xbb\xbf#include <assay/inserted.h> /* c */\n"), "\xef\xbb\xbf/* c */\n");
  EXPECT_EQ(stripInsertions("int a;\n#include <assay/inserted.h> \n"), "int a;\n\n");
  EXPECT_EQ(stripInsertions("#include <assay/inserted.h>  \t\n"), " \t\n");
  EXPECT_EQ(stripInsertions("#include <assay/inserted_experiment.h> // c\n"), "// c\n");
  EXPECT_EQ(stripInsertions("#include <assay/inserted_others.h> // c\n"),
            "#include <assay/inserted_others.h> // c\n");
}

TEST(Insertion, WhatAFormatterMadeOfItComesOutToo) {
  EXPECT_EQ(
      stripInsertions("#include <assay/inserted.h>\nvoid f() {\n  ASSAY_INSERTED_GUARD(0x0123456789abcdef,\n"
                      "                       \"ns::f\");\n  g();\n}\n"),
      "\nvoid f() {\n  g();\n}\n");
}

TEST(Insertion, TextAboutAssayStays) {
  for (const std::string& text : std::vector<std::string>{
           "// write `" + kGuard + "`\n", std::string("  // #include <assay/inserted.h> \n"),
           std::string("{ ASSAY_INSERTED_GUARD(id, name);"),
           std::string("{ ASSAY_INSERTED_GUARD(0x12, \"f\");"),
           std::string("{ ASSAY_INSERTED_GUARD(0x0123456789abcdef, \"f"),
           std::string("{ ASSAY_INSERTED_GUARD"),
           std::string("{ ASSAY_INSERTED_GUARD(0x0123456789abcdef, \"f\\"),
           std::string("{ASSAY_INSERTED_GUARD(0x0123456789abcdef, \"f\");")}) {
    EXPECT_FALSE(hasInsertions(text)) << text;
    EXPECT_EQ(stripInsertions(text), text);
  }
}

TEST(Insertion, OtherLinesMayHaveChanged) {
  EXPECT_EQ(stripInsertions("int added;\nint f() {" + kGuard + " return 2; }\n"),
            "int added;\nint f() { return 2; }\n");
}

TEST(Insertion, IsFoundAtEveryOffset) {
  for (std::size_t before = 0; before < 40; ++before)
    for (std::size_t after = 0; after < 20; ++after) {
      const std::string padding(before, ' ');
      EXPECT_TRUE(
          hasInsertions(padding + "{" + insertedGuard(GuardForm::Ordinary, 7, "f") + std::string(after, ' ')))
          << before;
      EXPECT_TRUE(
          hasInsertions(std::string(before, '\n') + std::string(kInsertedInclude) + std::string(after, 'x')));
      EXPECT_FALSE(hasInsertions(padding + "y/inset _INSE any_insert" + std::string(after, ' '))) << before;
    }
}

TEST(Insertion, TheInputComesOutWithItsGuard) {
  const std::string size = insertedSize(7, "items.size()", "");
  const std::string perhaps = insertedSize(7, "p->length()", "p");
  EXPECT_EQ(size, " ASSAY_INSERTED_SIZE(0x0000000000000007, items.size());");
  EXPECT_EQ(perhaps, " ASSAY_INSERTED_SIZE_IF(0x0000000000000007, p, p->length());");
  for (const std::string& input :
       {size, perhaps, insertedSize(7, "last - first", ""), insertedSize(7, "n", "")})
    EXPECT_EQ(stripInsertions("{" + insertedGuard(GuardForm::Ordinary, 7, "f", input) + "}"), "{}") << input;
  EXPECT_EQ(stripInsertions("f() " + insertedGuard(GuardForm::Try, 7, "f", size) + "try {} catch (...) {}" +
                            std::string(kInsertedEnd)),
            "f() try {} catch (...) {}");
}

TEST(Insertion, AFormatterMayHaveWrappedTheInput) {
  const std::string guard = "{\n  ASSAY_INSERTED_GUARD(0x0000000000000007, \"f\");";
  EXPECT_EQ(stripInsertions(guard + "\n  ASSAY_INSERTED_SIZE_IF(0x0000000000000007, p,\n    p->size());\n}"),
            "{\n}");
}

TEST(Insertion, AnInputWithoutAGuardIsSomebodysText) {
  for (const std::string text : {"{ ASSAY_INSERTED_SIZE(0x0000000000000007, n); }",
                                 "{ x(); ASSAY_INSERTED_SIZE(0x0000000000000007, n); }"}) {
    EXPECT_EQ(stripInsertions(text), text);
    EXPECT_FALSE(hasInsertions(text));
  }
  const std::string guard = "{ ASSAY_INSERTED_GUARD(0x0000000000000007, \"f\");";
  for (const std::string behind :
       {" ASSAY_INSERTED_SIZE(0x07, n);", " ASSAY_INSERTED_SIZE(0x0000000000000007, (n);",
        " ASSAY_INSERTED_SIZE(0x0000000000000007, \"n\");", " ASSAY_INSERTED_SIZE(0x0000000000000007, n)",
        " ASSAY_INSERTED_SIZES(0x0000000000000007, n);", " ASSAY_INSERTED_SIZE"})
    EXPECT_EQ(stripInsertions(guard + behind), "{" + behind);
}

}  // namespace
}  // namespace assay::source
