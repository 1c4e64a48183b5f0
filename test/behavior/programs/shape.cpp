// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A shared object with a class of its own, made twice under two names of the same length.
#include "shape.h"

namespace {
struct SHAPE_NAME : Shape {
  int sides() const override { return SHAPE_SIDES; }
};
const SHAPE_NAME theShape;
}  // namespace

extern "C" const Shape* pluginShape() {
  return &theShape;
}
