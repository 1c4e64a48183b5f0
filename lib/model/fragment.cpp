// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/fragment.h"

#include <charconv>

#include "support/hash.h"
#include "support/strings.h"

namespace assay::model {
namespace {

// Digits only; 0 for anything else.
unsigned numberOf(std::string_view digits) {
  unsigned value = 0;
  if (digits.empty() || !isDigit(digits.front())) return 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? value : 0;
}

}  // namespace

std::optional<Shard> shardOf(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const Shard shard{numberOf(text.substr(0, slash)), numberOf(text.substr(slash + 1))};
  if (shard.index == 0 || shard.index > shard.count || shard.count > kMostShards) return std::nullopt;
  return shard;
}

std::string textOf(Shard shard) {
  return std::to_string(shard.index) + '/' + std::to_string(shard.count);
}

bool owns(Shard shard, std::string_view path) {
  return hash64(path) % shard.count == shard.index - 1;
}

}  // namespace assay::model
