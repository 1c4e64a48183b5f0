// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The mean of a sequence that may be looked at after every member: a test and an interval that hold at all
// looks together (mSPRT: Robbins 1970, Annals of Mathematical Statistics 41:1397; for A/B tests Johari,
// Koomen, Pekelis & Walsh 2022, Operations Research 70:1806). A member is a witness of its own, as a window
// is in clusters.h; what it varies is not known beforehand and is estimated from the sequence.
#pragma once

#include <span>

#include "insight/interval.h"

namespace assay::insight {

/// One member. `value` is normal about the mean, with a variance of sigma^2 / weight, weight > 0: of a
/// difference of two means of n and m calls the weight is n m / (n + m), and sigma^2 is the variance of one
/// call.
struct Witness {
  double value = 0;
  double weight = 0;
};

/// What a sequence says of its mean.
struct SequentialMean {
  double witnesses = 0;    ///< as many as stand for themselves: fewer where neighbours are alike
  double value = 0;        ///< the weighted mean
  double variance = 0;     ///< of one witness of average weight
  double persistence = 0;  ///< correlation of neighbours, in [0, 0.9]

  bool operator==(const SequentialMean&) const = default;
};

/// `leastSpread` is a sigma^2 that is known to be there, as that of calls within a window: few witnesses can
/// agree by chance. The correlation of neighbours is freed of the bias that a short sequence has (Kendall
/// 1954, Biometrika 41:403); with it n witnesses are n (1 - r) / (1 + r) (Bartlett 1946, JRSS Supplement
/// 8:27).
SequentialMean sequentialMean(std::span<const Witness> witnesses, double leastSpread = 0);

/// The logarithm of the evidence that the mean is not `mean`: the t-test's likelihood ratio, the effect in
/// units of sigma mixed over N(0, 1) and sigma over its right Haar measure (Gonen, Johnson, Lu & Westfall
/// 2005, The American Statistician 59:252, with one sample):
///   sqrt(r) ((1 + t^2 / v) / (1 + r t^2 / v))^((v + 1) / 2),  r = 1 / (1 + n), v = n - 1.
/// If the mean is `mean`, the chance that it ever reaches 1 / level is at most `level`, whatever sigma is
/// (Ville's inequality; that it holds for this mixture: Wang & Ramdas, "Anytime-valid t-tests and
/// confidence sequences for Gaussian means with unknown variance", arXiv 2310.03722; Perez-Ortiz, Lardy, de
/// Heide & Grunwald 2024, Annals of Statistics 52:1410). Weights that change over time (the effect is mixed
/// in units of a witness of average weight) and a persistence that is estimated leave it approximate;
/// `leastSpread` errs on the safe side. 0 for fewer than two witnesses.
double logEvidenceAgainst(const SequentialMean& sequence, double mean);

/// All means that the evidence does not speak against: it holds the truth at all looks together with a
/// probability of 1 - level. (-infinity, infinity) as long as there are too few witnesses: 5 at 0.05, 6 at
/// 0.01.
Estimate confidenceSequence(const SequentialMean& sequence, double level);

/// The level of an interval of which only one end is asked, so that this end is on the wrong side of the
/// truth with a probability of `level` at most: 2 level / (1 + level). The mixture is the mean of two, over
/// effects above and below; where the sequence lies above, the latter is at most 1 (the likelihood ratio is
/// monotone), so a mixture of (1 / level + 1) / 2 leaves at least 1 / level to the former, which Ville's
/// inequality bounds.
double levelOfOneEnd(double level);

}  // namespace assay::insight
