// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Objects that were compiled without type_info.
#include <assay/inserted.h>

struct Shape {
  virtual int sides() const { return 4; }
};

static int draws(const Shape& shape) { ASSAY_INSERTED_GUARD(0x0000000000000171, "draws"); ASSAY_INSERTED_TYPE_DYNAMIC(0x0000000000000171, &shape);
  return shape.sides();
}

int main() {
  const Shape shape;
  return draws(shape) - 4;
}
