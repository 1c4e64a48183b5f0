// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Parses targets: many of the same flags in one unit, what is not sure then in a smaller one, the rest alone.
// With ScanOptions::exact each alone, with every body: the oracle that the fast way is held to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scan/parse_unit.h"
#include "scan/preprocess_unit.h"
#include "scan/read_sources.h"
#include "scan/result_cache.h"
#include "scan/scan.h"
#include "scan/scan_target.h"
#include "scan/unit_inputs.h"
#include "scan/unity_plan.h"
#include "source/span.h"

namespace assay::scan {

class TargetParser {
 public:
  /// All must outlive it. Results are looked up in `cache` first and noted there.
  TargetParser(const std::vector<TaggedSource>& sources, const ParseEnvironment& environment,
               const ScanOptions& options, ResultCache& cache);

  enum class Leftovers : bool {
    Settled,
    Postponed  ///< those that clash again and again, and may wait, are for the next call
  };
  /// One result per target. Calls options.onProgress from several threads, one at a time.
  std::vector<TargetResult> parse(const std::vector<Target>& targets,
                                  Leftovers leftovers = Leftovers::Settled);

  [[nodiscard]] const ParseStats& stats() const { return stats_; }

 private:
  struct Batch;

  [[nodiscard]] std::uint64_t keyOf(const Target& target) const;
  [[nodiscard]] std::uint64_t filesKeyOf(const CompileCommand& command) const;
  void noteInputs(const Target& target, const TargetResult& result);
  bool isSeen(Batch& batch, std::size_t index);
  void lookUp(Batch& batch);
  void findBodies(const Batch& batch);
  void parseTogether(Batch& batch);
  [[nodiscard]] std::vector<std::size_t> suitedForUnity(const Batch& batch) const;
  std::size_t parseRound(Batch& batch);
  void postpone(Batch& batch);
  std::vector<std::size_t> parseGroup(const UnityGroup& group, Batch& batch) const;
  void settleAlone(Batch& batch, std::size_t index, Remains remains) const;
  void parseAlone(Batch& batch);
  [[nodiscard]] std::string reasonFor(const Target& target) const;
  [[nodiscard]] ShownLines preprocess(const Target& target) const;
  [[nodiscard]] std::optional<TargetResult> lookForHidden(const Target& target) const;
  [[nodiscard]] TargetResult parseOne(const Target& target, Remains remains) const;
  [[nodiscard]] std::vector<WantedText> wantedBy(const Target& target) const;
  [[nodiscard]] std::string textOf(const std::string& file) const;
  void progress(Batch& batch, std::size_t count) const;

  const std::vector<TaggedSource>& sources_;
  const ParseEnvironment& environment_;
  const ScanOptions& options_;
  ResultCache& cache_;
  std::uint64_t environmentKey_ = 0;
  std::vector<std::uint64_t> texts_;                              // hashes, by source
  std::vector<std::optional<std::vector<source::Span>>> bodies_;  // by source, see findBodies()
  UnitInputs inputs_;                                             // of the units that were parsed
  std::set<std::uint64_t> clashed_;  // keys of postponed targets that clash with headers of others
  ParseStats stats_;
};

}  // namespace assay::scan
