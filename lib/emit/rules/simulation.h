// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What `assay serve` would export of functions whose calls are made up: series in promtool's notation, a
// sample a minute.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/manifest.h"

namespace assay::emit::rules {

/// A series and its values.
struct SeriesText {
  std::string series;
  std::string values;
};

/// The values of one series, minute by minute.
class Course {
 public:
  explicit Course(double start = 0) : value_(start) {}

  void rise(unsigned minutes, double perMinute);  ///< 0: stays
  void gap(unsigned minutes, double perMinute);   ///< goes on rising where nobody sees it
  void set(double value) { value_ = value; }      ///< from where it goes on

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  double value_;
  std::string text_;
};

/// Calls of a minute, or of their input's type.
struct TypeTraffic {
  std::string_view type;
  double calls = 0;
  double errors = 0;
  double seconds = 0;  ///< of a call
};
/// Calls of a minute whose input is larger than the bound before and up to this one.
struct SizeTraffic {
  unsigned upTo = 0;
  double calls = 0;
  double errors = 0;
};
struct Traffic {
  double calls = 0;
  double errors = 0;
  double seconds = 1;                   ///< of a call
  double size = 0;                      ///< of a call's input; 0 = inputs have none
  std::vector<TypeTraffic> types = {};  ///< of the same calls; empty = inputs have none
  std::vector<SizeTraffic> sizes = {};  ///< of the same calls; empty = buckets of sizes are not played
  double allocated = 0;                 ///< bytes of a call, 0 = they are not counted
  double freed = 0;                     ///< of these
  double open = 0;                      ///< calls under way all the time
};

enum class Seen {
  Yes,
  No,         ///< nobody scrapes
  Restarted,  ///< counters begin at 0 again
};

struct Phase {
  unsigned minutes = 0;
  Traffic traffic = {};
  Seen seen = Seen::Yes;
};

/// A function as the exported labels have it; empty = not said.
struct SimulatedFunction {
  std::uint64_t id = 0;
  std::string name;
  std::string model;
  std::string vendor = {};
  std::string date = {};
  std::string promptHash = {};
  std::string file = {};
  std::string line = {};
};

inline constexpr const char* kSimulatedJob = "assay";
inline constexpr const char* kSimulatedInstance = "host:9465";

/// As `assay serve` takes it from the manifest.
SimulatedFunction simulated(const model::AnnotatedFunction& function);

/// The labels that name the function in every series.
std::vector<std::pair<std::string, std::string>> namingLabels(const SimulatedFunction& function);
/// Those that alerts have in addition.
std::vector<std::pair<std::string, std::string>> factLabels(const SimulatedFunction& function);

std::string seriesName(std::string_view metric,
                       const std::vector<std::pair<std::string, std::string>>& labels);

/// All series of a function over its phases.
std::vector<SeriesText> functionSeries(const SimulatedFunction& function, const std::vector<Phase>& phases);

/// Those of the instance: processes that run, nothing lost, nothing unreadable.
std::vector<SeriesText> instanceSeries(const std::vector<Phase>& phases);

}  // namespace assay::emit::rules
