// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), which skips the bodies that this reads.
#include "inputs_of_code.h"

namespace assay::scan {
namespace {

/// Whether a `size()` with this body is asked, in a class with some members.
bool isAsked(const std::string& body, const std::string& before = {}) {
  return test::inputsIn(
             before +
                 "struct Part { int count; int* more; struct { long deep; } in; int size() const "
                 "{ return count; } };"
                 "struct C { long size() const " +
                 body +
                 " long n_; unsigned short s_; int* b_; int* e_; Part part_; Part* far_;"
                 " int* at(long) const; volatile int v_; mutable long m_; int operator()() const; };",
             "const C& c") == "c.size()";
}

TEST(PlainAccessor, ReadsWhatTheObjectHolds) {
  for (const char* body :
       {"{ return n_; }", "{ return this->n_; }", "noexcept { return (n_); }", "{ return e_ - b_; }",
        "{ return static_cast<long>(s_); }", "{ return (long)s_ + 1; }", "{ return long(s_) >> 2; }",
        "{ return n_ / 8; }", "{ return n_ / sizeof(int); }", "{ return part_.count; }",
        "{ return part_.in.deep; }", "{ return part_.size(); }", "{ /* how many */ return n_; }",
        "{ return b_ ? n_ : 0; }"})
    EXPECT_TRUE(isAsked(body)) << body;
}

TEST(PlainAccessor, DoesNothingElse) {
  for (const char* body :
       {"{ return *b_; }", "{ return far_->count; }", "{ return b_[0]; }", "{ return f(n_); }",
        "{ return 4; }", "{ return n_ / s_; }", "{ return n_ / 0; }", "{ long n = n_; return n; }",
        "{ return v_; }", "{ while (n_ > 3) {} return n_; }", "{ return [this] { return n_; }(); }",
        "{ return m_ ++; }", "{ return global; }", "{ return (*this)(); }", "{ }", "{ return sizeof(int); }",
        "{ return far_->size(); }", "{ return READ(n_); }", ";"})
    EXPECT_FALSE(isAsked(body, "int f(long); extern int global;\n#define READ(x) (x)\n")) << body;
}

TEST(PlainAccessor, MayStandBehindItsClass) {
  const std::string declared = "struct C { int size() const; int n_; };";
  EXPECT_EQ(test::inputsIn(declared + "inline int C::size() const { return n_; }", "const C& c"), "c.size()");
  EXPECT_EQ(test::inputsIn(declared, "const C& c"), "") << "nobody knows what it does";
}

TEST(PlainAccessor, AConditionalInItIsNotDecided) {
  EXPECT_FALSE(isAsked("{\n#if 1\n return n_;\n#endif\n }"));
}

}  // namespace
}  // namespace assay::scan
