// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One program of parts that are built in different ways; see mixed.h.
#include "mixed.h"

#include <cstdio>

static Seen seenHere() {
  const assay::Snapshot all = assay::snapshot();
  return {all.guardsOn, all.functions.size()};
}

static void print(const char* part, const Seen& seen) {
  std::printf("%s on %d functions %u\n", part, seen.guardsOn, static_cast<unsigned>(seen.functions));
}

int main() {
  int sum = 0;
  for (int i = 0; i < 3; ++i) sum += shared(i);
  try {
    shared(-1);
  } catch (const std::out_of_range&) {
    sum += 10;
  }
  sum += generic(1) + static_cast<int>(generic(2.0)) + static_cast<int>(levels(4)) + later(5);
  print("here", seenHere());
  print("later", seenLater());
  print("without", seenWithout());
  std::printf("shared %llu sum %d\n", callsIn(assay::snapshot(), "shared"), sum);
}
