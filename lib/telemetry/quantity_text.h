// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Numbers for people: exact counts in groups of three, times and rates in the unit that suits them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace assay::telemetry {

/// "1,234,567".
std::string countText(std::uint64_t count);
/// Three figures: "19.1 ns", "432 µs", "1.02 s", "1,234 s". Empty = "-".
std::string durationText(std::optional<double> seconds);
/// Three figures: "0.25/s", "532/s", "1.23M/s". Empty = "-".
std::string rateText(std::optional<double> perSecond);

/// Three figures: "96 B", "4.10 kB" of 1,000 bytes, "1.23 MB". Empty = "-".
std::string bytesText(std::optional<double> bytes);

/// One figure: "0.3", "40", "2k", "3M", for what is known no better. Not negative.
std::string roughText(double value);

}  // namespace assay::telemetry
