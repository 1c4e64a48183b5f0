// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay review --version A --against B`: two bodies of each function, whenever they were called.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "assay/review_question.h"
#include "assay/review_source.h"
#include "emit/review/review.h"
#include "model/manifest.h"
#include "support/diagnostics.h"

namespace assay::tool {

/// Which body of each function is meant.
struct BodyChoice {
  enum class Kind { Latest, Previous, Manifest, Fingerprint };
  Kind kind = Kind::Latest;
  std::string asked = {};                              ///< as on the command line
  std::map<std::uint64_t, std::uint64_t> bodies = {};  ///< of Manifest: by function
};

struct VersionsQuestion {
  BodyChoice before;
  BodyChoice after;
  PeriodQuestion of;  ///< how far the history is looked at
};

/// `latest`, `previous`, a manifest's file, or the first six digits at least of a body's fingerprint. Fails
/// (Usage) on anything else, (Input) when the manifest cannot be read.
Expected<BodyChoice> bodyChoiceOf(const std::string& text, Diagnostics& diagnostics);

/// Nothing without --version. Against `previous`, and of the last 28 days, when nothing else is said.
Expected<std::optional<VersionsQuestion>> versionsQuestionOf(const config::Settings& settings,
                                                             history::Seconds now, Diagnostics& diagnostics);

/// The bodies that are meant of one function; 0 = it has none. Lives in any order. `previous` is the one that
/// came last before the other one.
struct BodyPair {
  std::uint64_t before = 0;
  std::uint64_t after = 0;
};
BodyPair bodiesMeant(const VersionsQuestion& question, std::uint64_t function, std::vector<BodyLife> lives);

/// Reviews the functions that have two bodies to compare. Of each the shorter of both times makes fourteen
/// windows, as two periods are cut, so that the same holds for false alarms.
Expected<emit::review::Document> readVersions(ReviewSource& source, const VersionsQuestion& question,
                                              const model::Manifest* manifest);

}  // namespace assay::tool
