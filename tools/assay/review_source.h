// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the numbers of a review come from: a history, a set of segments, or a server that has scraped them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "config/settings.h"
#include "history/reader.h"
#include "insight/function_review.h"
#include "model/manifest.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::tool {

/// What a version of a function did in the window that begins at `start`; in nanoseconds, alive until the
/// visitor returns.
struct SeenWindow {
  history::VersionKey key;
  history::Seconds start = 0;
  const telemetry::SiteCounts& counts;
};
using SeenVisitor = std::function<void(const SeenWindow&)>;

/// One body of a function, as a source has it.
struct BodyLife {
  std::uint64_t body = 0;  ///< 0 = not known: nobody can ask for it
  history::Seconds first = 0;
  history::Seconds last = 0;
};
using Lives = std::map<std::uint64_t, std::vector<BodyLife>>;

/// Not thread-safe.
class ReviewSource {
 public:
  virtual ~ReviewSource() = default;

  /// Functions with calls in windows of `step` from the period's beginning on, by time.
  virtual Expected<void> eachWindow(history::Period period, history::Seconds step,
                                    const SeenVisitor& visit) = 0;
  /// The bodies that had calls in a period, by function. Fails (Usage) where bodies are not told apart.
  virtual Expected<Lives> lives(history::Period period) = 0;
  /// What is known of a version that was visited.
  [[nodiscard]] virtual insight::Subject subject(const history::VersionKey& key) const = 0;
  /// Of what period there is anything.
  virtual Expected<history::Period> known() = 0;
  /// "The history": what that period is said of.
  [[nodiscard]] virtual std::string name() const = 0;
  /// What is not in these numbers, in words; after the visits.
  [[nodiscard]] virtual std::vector<std::string> limits() const { return {}; }
};

/// Of what `assay serve` records.
class HistorySource : public ReviewSource {
 public:
  explicit HistorySource(history::Reader reader) : reader_(std::move(reader)) {}

  Expected<void> eachWindow(history::Period period, history::Seconds step, const SeenVisitor& visit) override;
  Expected<Lives> lives(history::Period period) override;
  [[nodiscard]] insight::Subject subject(const history::VersionKey& key) const override;
  Expected<history::Period> known() override { return reader_.known(); }
  [[nodiscard]] std::string name() const override { return "The history"; }

 private:
  history::Reader reader_;
  std::map<history::VersionKey, history::FunctionVersion> versions_;
};

/// What --from, --segments or --history name; the history where none does. A top-level `segments` of the
/// configuration is for the collectors, and not meant. `known`: the manifest, or null. Fails (Usage) when
/// several are on the command line, and as each of them does.
Expected<std::unique_ptr<ReviewSource>> reviewSourceOf(const config::Settings& settings,
                                                       const model::Manifest* known,
                                                       Diagnostics& diagnostics);

}  // namespace assay::tool
