// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.

#include <gtest/gtest.h>

#include "model/names.h"
#include "tagged_code.h"

namespace assay::scan {
namespace {

std::string placeText(source::Position place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// "kind begin-end" of every point of `f`; lines count from 1 behind the tag.
std::string pointsIn(const std::string& text, test::Code options = {}) {
  options.text = text + "\n// AI-generated[file]: x\n";
  options.everyBody = true;
  const test::Scanned scanned = test::scanCode(options);
  const FoundFunction* found = scanned.function("f");
  EXPECT_NE(found, nullptr) << options.text;
  std::vector<std::string> points;
  if (found != nullptr)
    for (const model::EditPoint& point : found->entry.points)
      points.push_back(std::string(nameOf(point.kind)) + " " + placeText(point.begin) + "-" +
                       placeText(point.end));
  return join(points, ", ");
}

TEST(EditPoints, AReturnGoesToItsSemicolon) {
  EXPECT_EQ(pointsIn("int* f() { return nullptr; }"), "nullptr 1:12-1:27");
  EXPECT_EQ(pointsIn("int* f() {\nreturn\n  (nullptr) /* ; */ ;\n}"), "nullptr 2:1-3:22");
  EXPECT_EQ(pointsIn("bool g(int*); int* f() { if (g([] { return (int*)0; }())) return nullptr; return 0; }"),
            "nullptr 1:59-1:74, nullptr 1:75-1:84")
      << "a lambda's are its own";
}

TEST(EditPoints, AValueRunsFromItsKeywordToTheSemicolon) {
  EXPECT_EQ(pointsIn("int f(int a) { return(a); }"), "signed 1:22-1:25");
  EXPECT_EQ(pointsIn("bool f(int a) { return /* ; */ a ; }"), "truth 1:23-1:34");
}

TEST(EditPoints, WhatAMacroMakesIsUnseen) {
  EXPECT_EQ(pointsIn("#define FAIL return nullptr\nint* f() { FAIL; }"), "unseen-pointer 2:12-2:12");
  EXPECT_EQ(pointsIn("#define DO(x) x\nint* f() { DO(return nullptr); }"), "unseen-pointer 2:15-2:15");
  EXPECT_EQ(pointsIn("int* f() { return\n#if 1\nnullptr;\n#endif\n}"), "unseen-pointer 1:12-1:12")
      << "no brace can stand around it";
}

TEST(EditPoints, ASemicolonOutOfAMacroIsNotTheNextOneInTheFile) {
  EXPECT_EQ(pointsIn("#define FAIL -1;\nint f(int x) { if (x < 0) return FAIL\n  x += 10; return x + 1; }"),
            "unseen-number 2:27-2:27, signed 3:18-3:24");
  EXPECT_EQ(pointsIn("#define NONE nullptr;\nint* f(int* x) { if (x) return NONE\n  ++x; return nullptr; }"),
            "unseen-pointer 2:25-2:25, nullptr 3:8-3:23");
  EXPECT_EQ(pointsIn("#define ID(x) x\nint* f() { return ID(nullptr); }"), "nullptr 2:12-2:31");
}

TEST(EditPoints, AReturnThatNoEditCanStandAroundIsUnseenThere) {
  EXPECT_EQ(pointsIn("#define FAIL return -1\nint f() { FAIL; }"), "unseen-number 2:11-2:11");
  EXPECT_EQ(pointsIn("#define DO(x) x\nint f(int x) {\n DO(return x;)\n}"), "unseen-number 3:5-3:5");
  EXPECT_EQ(pointsIn("bool f(bool a) { return\n#if 1\na;\n#endif\n}"), "unseen-truth 1:18-1:18");
}

TEST(EditPoints, ATryBlockEndsWithItsLastHandler) {
  EXPECT_EQ(pointsIn("int f() try { return 1; } catch (int) { return 2; }\ncatch (...) { return 3; }"),
            "try 1:9-2:26");
  EXPECT_EQ(pointsIn("#define TRY try\nint f() TRY { return 1; } catch (...) { return 3; }"), "");
  EXPECT_EQ(pointsIn("int* f() try { return 0; } catch (int) { return nullptr; }"),
            "try 1:10-1:59, nullptr 1:16-1:25, nullptr 1:42-1:57");
}

const std::string kPromises =
    R"(namespace std { template <class R, class...> struct coroutine_traits { using promise_type = typename R::promise_type; }; template <class = void> struct coroutine_handle { template <class P> coroutine_handle(coroutine_handle<P>) noexcept; static coroutine_handle from_address(void*) noexcept; }; struct suspend_never { bool await_ready() noexcept; void await_suspend(coroutine_handle<>) noexcept; void await_resume() noexcept; }; } struct base { std::suspend_never initial_suspend() noexcept; std::suspend_never final_suspend() noexcept; void unhandled_exception(); }; struct task { struct promise_type : base { task get_return_object(); void return_void(); }; }; struct number { struct promise_type : base { number get_return_object(); void return_value(int); }; };
)";

TEST(EditPoints, ACoroutineEndsWhereItReturnsAndAtItsBraceWhereItMay) {
  EXPECT_EQ(pointsIn(kPromises + "task f() { co_await std::suspend_never{}; }"), "flows-off 2:43-2:43");
  EXPECT_EQ(pointsIn(kPromises + "task f(int a) { if (a) co_return; co_return; }"),
            "co-return 2:24-2:34, co-return 2:35-2:45");
  EXPECT_EQ(pointsIn(kPromises + "task f(int a) { if (a) co_return; }"),
            "co-return 2:24-2:34, flows-off 2:35-2:35");
  EXPECT_EQ(pointsIn(kPromises + "number f() { co_return 1; }"), "co-return 2:14-2:26");
  EXPECT_EQ(pointsIn(kPromises + "template <class T> T f() { co_return 1; }"), "co-return 2:28-2:40");
  EXPECT_EQ(pointsIn(kPromises + "template <class T> T f(T a) { if (a) co_return; }"),
            "co-return 2:38-2:48, flows-off 2:49-2:49");
  EXPECT_EQ(pointsIn(kPromises + "template <class T> T f() { co_return; }"), "co-return 2:28-2:38");
}

}  // namespace
}  // namespace assay::scan
