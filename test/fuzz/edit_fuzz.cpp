// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the rooms that edit: any bytes, with functions at any places in them. Nothing crashes,
// the header comes in where one may stand, and strip gives the bytes back.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/edit_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view broken =
      assay::test::brokenEditProperty({reinterpret_cast<const char*>(data), size});
  if (broken.empty()) return 0;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(broken.size()), broken.data());
  std::abort();
}
