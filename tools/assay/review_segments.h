// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A set of segments as what a review is made of. A segment has sums and no course of time: a process counts
// as a whole where it ended, or now while it runs. So what is compared are processes: runs of a tool, jobs,
// tests.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "assay/review_source.h"
#include "telemetry/snapshot.h"

namespace assay::tool {

class SegmentsSource : public ReviewSource {
 public:
  /// Reads all of a folder; what cannot be read of it is among the diagnostics. Fails (Input) when there is
  /// no segment. The manifest (or null) has to outlive it.
  static Expected<SegmentsSource> open(const std::filesystem::path& folder, const model::Manifest* manifest,
                                       Diagnostics& diagnostics);
  SegmentsSource(std::vector<telemetry::ProcessSnapshot> processes, const model::Manifest* manifest);
  SegmentsSource(SegmentsSource&&) = default;
  SegmentsSource& operator=(SegmentsSource&&) = default;
  SegmentsSource(const SegmentsSource&) = delete;
  SegmentsSource& operator=(const SegmentsSource&) = delete;
  ~SegmentsSource() override = default;

  Expected<void> eachWindow(history::Period period, history::Seconds step, const SeenVisitor& visit) override;
  Expected<Lives> lives(history::Period period) override;
  [[nodiscard]] insight::Subject subject(const history::VersionKey& key) const override;
  Expected<history::Period> known() override;
  [[nodiscard]] std::string name() const override { return "What the segments hold"; }
  [[nodiscard]] std::vector<std::string> limits() const override;

 private:
  struct Lived {
    history::Seconds begin = 0;
    history::Seconds end = 0;  ///< when it was last seen counting
    const telemetry::ProcessSnapshot* process = nullptr;
  };

  std::vector<telemetry::ProcessSnapshot> processes_;
  std::vector<Lived> lives_;                    // by end
  std::map<std::uint64_t, std::string> names_;  // as guards give them
  std::map<std::uint64_t, const model::AnnotatedFunction*> tagged_;
  std::size_t begunBefore_ = 0;  // processes visited that began before the period they count in
};

}  // namespace assay::tool
