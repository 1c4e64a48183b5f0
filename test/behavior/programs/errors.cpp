// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls left by an exception, in every way that could fool a count of them.
#include <assay/inserted.h>

#include <stdexcept>

static void throws(bool really) {
  ASSAY_INSERTED_GUARD(0x00000000000000b1, "throws");
  if (really) throw std::runtime_error("on purpose");
}

static void catches() {
  ASSAY_INSERTED_GUARD(0x00000000000000b2, "catches");
  try {
    throws(true);
  } catch (const std::exception&) {
  }
}

static void rethrows() {
  ASSAY_INSERTED_GUARD(0x00000000000000b3, "rethrows");
  try {
    throws(true);
  } catch (...) {
    throw;
  }
}

static void duringUnwinding() {
  ASSAY_INSERTED_GUARD(0x00000000000000b4, "duringUnwinding");
}

struct Nested {
  ~Nested() {
    ASSAY_INSERTED_GUARD(0x00000000000000b5, "Nested::~Nested");
    duringUnwinding();
    try {
      throws(true);
    } catch (...) {
    }
  }
};

static void unwinds() {
  ASSAY_INSERTED_GUARD(0x00000000000000b6, "unwinds");
  const Nested nested;
  throw 1;
}

// The very first guard of the process runs, and ends well, while an exception is in flight.
struct First {
  ~First() { ASSAY_INSERTED_GUARD(0x00000000000000b7, "First::~First"); }
};

template <typename Function>
static void swallow(Function function) {
  try {
    function();
  } catch (...) {
  }
}

int main() {
  swallow([] {
    const First first;
    throw 1;
  });
  for (int i = 0; i < 1000; ++i) {
    throws(false);
    swallow([] { throws(true); });
    catches();
    swallow(rethrows);
    swallow(unwinds);
  }
}
