// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the HTTP server and the JSON API behind it: whoever reaches the port says what he
// likes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fuzz/http_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const assay::fuzz::FuzzedServer server;
  if (!server.holds({reinterpret_cast<const char*>(data), size})) std::abort();
  return 0;
}
