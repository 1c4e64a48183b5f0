// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/mark_handlers.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

using model::AnnotatedFunction;

AnnotatedFunction functionOf(std::string name, std::string signature) {
  AnnotatedFunction function;
  function.name = std::move(name);
  function.signature = std::move(signature);
  return function;
}

bool isMarked(AnnotatedFunction function) {
  std::vector<AnnotatedFunction> all = {std::move(function)};
  markSignalHandlers({"onSignal", "other"}, all);
  return all.front().traits.has(model::Trait::SignalHandler);
}

TEST(MarkHandlers, WhatASignalCouldCall) {
  for (const char* signature : {"void (int)", "void (int, siginfo_t *, void *)", "void ()", "int (void)",
                                "void (signal_number_t)", "void (*(int))(int) (int)"})
    EXPECT_TRUE(isMarked(functionOf("onSignal", signature))) << signature;
  for (const char* signature : {"void (Server &)", "void (const char *)", "void (int, short)",
                                "void (int, ...)", "void (std::span<int>)", "void (int, int, int, int)"})
    EXPECT_FALSE(isMarked(functionOf("onSignal", signature))) << signature;
}

TEST(MarkHandlers, WhateverItStandsIn) {
  EXPECT_TRUE(isMarked(functionOf("shop::onSignal", "void (int)")));
  EXPECT_FALSE(isMarked(functionOf("onSignal::f", "void (int)")));
  EXPECT_FALSE(isMarked(functionOf("shop::onSignals", "void (int)")));
  AnnotatedFunction again = functionOf("first", "void (int)");
  again.also = {"n::other"};
  EXPECT_TRUE(isMarked(again));
}

TEST(MarkHandlers, NoMemberThatNeedsAnObject) {
  AnnotatedFunction member = functionOf("Server::onSignal", "void (int)");
  member.kind = model::FunctionKind::Method;
  EXPECT_FALSE(isMarked(member));
  member.traits.add(model::Trait::Static);
  EXPECT_TRUE(isMarked(member));
  member.kind = model::FunctionKind::Constructor;
  EXPECT_FALSE(isMarked(member));
}

}  // namespace
}  // namespace assay::scan
