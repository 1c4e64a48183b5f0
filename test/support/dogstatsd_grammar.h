// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A strict reader of DogStatsD packets, written from the protocol's grammar and not from what we write: where
// agents forgive, it refuses.
//   packet = message *( LF message )
//   metric = name ":" value *( ":" value ) "|" type [ "|@" rate ] [ "|#" tag *( "," tag ) ]
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::test {

struct DogstatsdMessage {
  std::string name;
  std::vector<double> values;
  char type = 0;    ///< c, g, h, d; ms is 'm'
  double rate = 1;  ///< above 0, at most 1
  std::vector<std::string> tags;

  /// The calls that an agent takes a value for: 1/rate, cut off.
  [[nodiscard]] std::uint64_t weight() const { return static_cast<std::uint64_t>(1 / rate); }
  /// Of all values, and their sum.
  [[nodiscard]] std::uint64_t count() const { return weight() * values.size(); }
  [[nodiscard]] double sum() const;
  /// The value of a tag; empty = there is none.
  [[nodiscard]] std::string tag(std::string_view key) const;
};

/// All messages of a packet; nothing when one of them, or the packet, is not as the grammar says.
std::optional<std::vector<DogstatsdMessage>> readDogstatsd(std::string_view packet);

}  // namespace assay::test
