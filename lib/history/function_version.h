// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What calls are counted for: a function as it was written at some time.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace assay::history {

/// Two bodies of a function are two versions of it. `body` is the manifest's fingerprint of the body; 0 = no
/// manifest knew it.
struct VersionKey {
  std::uint64_t function = 0;
  std::uint64_t body = 0;

  auto operator<=>(const VersionKey&) const = default;
};

/// With what a manifest says of it; empty = not said. Foreign text.
struct FunctionVersion {
  VersionKey key = {};
  std::string name = {};
  std::string model = {};
  std::string vendor = {};
  std::string date = {};
  std::string prompt = {};
  std::string file = {};
  unsigned line = 0;

  bool operator==(const FunctionVersion&) const = default;
};

}  // namespace assay::history
