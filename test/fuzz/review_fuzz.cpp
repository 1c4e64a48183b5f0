// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the readers of reviews in JSON: a gate fetches them from where production is.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/review_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!assay::fuzz::reviewHolds(std::string(reinterpret_cast<const char*>(data), size))) std::abort();
  return 0;
}
