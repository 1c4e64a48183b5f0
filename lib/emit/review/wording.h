// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How numbers and findings are said in words: one place for the review, the explanation and the JSON's codes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "emit/review/review.h"

namespace assay::emit::review {

/// The whole number that a count is, up to 2^63: a damaged history may say more than a number can hold.
std::uint64_t wholeNumber(double count);

/// "2026-11-28 18:00 UTC".
std::string momentText(std::int64_t seconds);
/// "7 d", "90 min": of a whole number of the largest unit that fits.
std::string lengthText(std::int64_t seconds);
/// "1.21 %": three figures, two below 0.01 %, of a rate in [0, 1].
std::string percentText(double rate);
/// "0.10 to 0.31 %".
std::string percentText(const insight::Interval& interval);
/// "0.799 to 1.41 percentage points"
std::string pointsText(const insight::Interval& interval);
/// "x 1.40"; "-" where it is not finite.
std::string factorText(double factor);
/// "x 1.40 (1.31 to 1.50)"; an open end is said.
std::string factorText(const insight::Estimate& factor);
/// "1.2 us (1.1 us to 1.4 us)" of nanoseconds, likewise.
std::string nanosecondsText(const insight::Estimate& nanoseconds);
/// "512 to 1,023", "1", "140,737,488,355,328 or more": of buckets of vocabulary/size_bucket.h.
std::string sizesText(unsigned first, unsigned last);

/// "size 512 to 1,023", "type Polygon", "other types"; visible.
std::string inputText(const insight::Stratum& stratum);

/// "parseHeader (GPT-4) src/parse.cc:120", visible.
std::string subjectText(const insight::Subject& subject);
/// "fails more often": the kind alone, without numbers.
std::string_view phraseOf(insight::FindingKind kind);
/// "more-errors": stable.
std::string_view codeOf(insight::FindingKind kind);
std::string_view codeOf(insight::Standing standing);
/// "too few calls": why a function is neither trusted nor blamed. Empty for Nothing.
std::string_view reasonOf(insight::Missing missing);
/// One finding with its numbers: "fails more often: …".
std::string findingText(const insight::FunctionReview& review, const insight::Finding& finding);
/// How it came: "in one step, at …", "little by little, x 1.02 a day"; empty where that cannot be told.
std::string onsetText(const insight::Finding& finding);
/// Class or exponent and what follows at ten times the largest size; or why there is none.
std::string growthText(const insight::Complexity& complexity);
/// "96.0 B (90.0 B to 102 B)", each rounded, below zero too; an open end is said.
std::string bytesText(const insight::Estimate& bytes);
/// "a call allocates 96.0 B and keeps 64.0 B (60.0 B to 68.0 B)"; or that nothing is known.
std::string memoryText(const insight::MemoryReview& memory);
/// "a call allocates 8.00 B (7.90 B to 8.10 B) more for each unit of its input's size …"; empty where that
/// cannot be told.
std::string memoryBySizeText(const insight::MemoryReview& memory);
/// "inputs became larger: …"; empty when they did not move the mean.
std::string mixText(const insight::FunctionReview& review);
/// The bodies that came into the period: "a new body since …"; empty for none.
std::string bodyText(const insight::FunctionReview& review, const Period& after);

}  // namespace assay::emit::review
