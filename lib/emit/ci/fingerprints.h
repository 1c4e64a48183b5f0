// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a result is known by in other programs, from one version of the code to the next: its rule and what it
// is about, and no place in the text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace assay::emit::ci {

class Fingerprints {
 public:
  /// Of a result of this rule about what has this id. Another one each time: those that share rule and id are
  /// told apart by their order.
  std::string next(std::string_view rule, std::uint64_t id);

 private:
  std::map<std::pair<std::string, std::uint64_t>, unsigned> seen_;
};

}  // namespace assay::emit::ci
