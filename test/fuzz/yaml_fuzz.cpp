// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the reader of YAML in the layout that writing gives it: never another tree than
// libyaml's.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fuzz/yaml_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!assay::fuzz::yamlElementsHold({reinterpret_cast<const char*>(data), size})) std::abort();
  return 0;
}
