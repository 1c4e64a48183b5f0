// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What came since the last time -> packets of DogStatsD (docs/reference/dogstatsd.md). Protocol 1.1, which
// packs values: https://docs.datadoghq.com/developers/dogstatsd/datagram_shell/. Knows no socket.
#pragma once

#include <string>
#include <vector>

#include "export/function_metrics.h"
#include "export/growth.h"

namespace assay::exporting {

struct DogstatsdForm {
  bool histograms = false;             ///< times and sizes as histograms, in place of distributions
  std::vector<std::string> tags = {};  ///< of every message: clean (cleanTag())
  std::size_t packetBytes = 1432;      ///< at most, of each packet
};

struct DogstatsdPacket {
  std::string text;  ///< messages, a line each, without a line break at the end
  std::size_t messages = 0;
};

struct DogstatsdPackets {
  std::vector<DogstatsdPacket> packets = {};
  std::size_t tooLong = 0;  ///< messages that would not fit into a packet: they are in none
};

/// By function; no line for what did not grow. How many there are depends on the functions and on how far
/// their times are spread, and not on how many calls there were.
DogstatsdPackets dogstatsdPackets(const Growth& growth, const FactsById& facts, const DogstatsdForm& form);

}  // namespace assay::exporting
