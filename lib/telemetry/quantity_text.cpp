// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/quantity_text.h"

#include <fmt/format.h>

#include <cmath>
#include <span>

namespace assay::telemetry {
namespace {

struct Unit {
  double size;
  const char* name;
};

constexpr Unit kTimeUnits[] = {{1e-9, " ns"}, {1e-6, " µs"}, {1e-3, " ms"}, {1, " s"}};
constexpr Unit kRateUnits[] = {{1, "/s"}, {1e3, "k/s"}, {1e6, "M/s"}, {1e9, "G/s"}};
constexpr Unit kByteUnits[] = {{1, " B"}, {1e3, " kB"}, {1e6, " MB"}, {1e9, " GB"}, {1e12, " TB"}};
constexpr Unit kSizeUnits[] = {{1, ""}, {1e3, "k"}, {1e6, "M"}, {1e9, "G"}, {1e12, "T"}};
constexpr double kLargest = 1e15;  // beyond it a damaged file is speaking

std::string threeFigures(double value) {
  if (value == 0) return "0";
  if (value >= 999.5) return countText(static_cast<std::uint64_t>(std::llround(std::min(value, kLargest))));
  const int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return fmt::format("{:.{}f}", value, decimals);
}

// The largest unit in which the figure is at least 1, rounding to three figures included.
std::string withUnit(double value, std::span<const Unit> units) {
  const Unit* unit = &units.front();
  for (const Unit& candidate : units)
    if (value >= candidate.size * 0.9995) unit = &candidate;
  return threeFigures(value / unit->size) + unit->name;
}

bool isShowable(std::optional<double> value) {
  return value && std::isfinite(*value) && *value >= 0;
}

}  // namespace

std::string countText(std::uint64_t count) {
  std::string digits = fmt::format("{}", count);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string durationText(std::optional<double> seconds) {
  return isShowable(seconds) ? withUnit(*seconds, kTimeUnits) : "-";
}

std::string roughText(double value) {
  if (value <= 0 || !std::isfinite(value)) return "0";
  const double place = std::pow(10.0, std::floor(std::log10(value)));
  const double rounded = std::round(value / place) * place;
  const Unit* unit = &kSizeUnits[0];
  for (const Unit& candidate : kSizeUnits)
    if (rounded >= candidate.size * 0.9995) unit = &candidate;
  return fmt::format("{:.6g}{}", rounded / unit->size, unit->name);
}

std::string bytesText(std::optional<double> bytes) {
  return isShowable(bytes) ? withUnit(*bytes, kByteUnits) : "-";
}

std::string rateText(std::optional<double> perSecond) {
  return isShowable(perSecond) ? withUnit(*perSecond, kRateUnits) : "-";
}

}  // namespace assay::telemetry
