// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/host_name.h"

#include <unistd.h>

#include <array>

namespace assay::serve {
namespace {

constexpr std::size_t kHostBytes = 256;  // longer names than Linux has

}  // namespace

std::string hostName() {
  std::array<char, kHostBytes> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "unknown";
  return name.data();
}

}  // namespace assay::serve
