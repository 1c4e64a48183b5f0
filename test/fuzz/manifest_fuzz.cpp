// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the manifest: a baseline, and the parts that are merged, come from other machines.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/manifest_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!assay::fuzz::manifestHolds(std::string(reinterpret_cast<const char*>(data), size))) std::abort();
  return 0;
}
