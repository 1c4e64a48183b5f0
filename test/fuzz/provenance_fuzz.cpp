// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the provenance room: notes, traces, messages and blame come from people we do not know.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/provenance_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!assay::fuzz::readersHold(std::string(reinterpret_cast<const char*>(data), size))) std::abort();
  return 0;
}
