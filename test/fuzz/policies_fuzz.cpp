// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the policies in .assay.yaml: a configuration comes with the code that is checked.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/policies_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!assay::fuzz::policiesHold(std::string(reinterpret_cast<const char*>(data), size))) std::abort();
  return 0;
}
