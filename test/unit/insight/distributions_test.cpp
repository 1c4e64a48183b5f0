// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/distributions.h"

#include <gtest/gtest.h>

#include <cmath>

#include "reference_table.h"

namespace assay::insight {
namespace {

constexpr double kDigits = 1e-9;  // relative

void expectClose(double value, double expected, const char* what, double argument) {
  EXPECT_NEAR(value, expected, kDigits * std::abs(expected)) << what << " of " << argument;
}

TEST(NormalDistribution, HasTheTailsOfTheReference) {
  for (const auto& [z, tail] : kNormalTails) expectClose(normalTail(z), tail, "tail", z);
}

TEST(NormalDistribution, HasQuantilesThatAreItsInverse) {
  EXPECT_NEAR(normalQuantile(0.975), 1.959963984540054, 1e-12);
  for (const double p : {1e-12, 1e-5, 0.01, 0.3, 0.5, 0.9, 0.9999})
    EXPECT_NEAR(normalTail(-normalQuantile(p)), p, 1e-10 * p);
}

TEST(StudentDistribution, HasTheTailsOfTheReference) {
  for (const auto& [t, degrees, tail] : kStudentTails) expectClose(studentTail(t, degrees), tail, "tail", t);
}

TEST(StudentDistribution, HasTheQuantilesOfTheReference) {
  for (const auto& [p, degrees, t] : kStudentQuantiles)
    expectClose(studentQuantile(p, degrees), t, "quantile", p);
  EXPECT_NEAR(studentFactor(0.95, 1e9), 1.959963984540054, 1e-9);
}

TEST(BetaDistribution, HasTheValuesOfTheReference) {
  for (const auto& [x, a, b, p] : kBetas) expectClose(betaCdf(x, a, b), p, "cdf", x);
  EXPECT_EQ(betaCdf(0, 2, 3), 0);
  EXPECT_EQ(betaCdf(1, 2, 3), 1);
}

TEST(BetaDistribution, HasTheQuantilesOfTheReference) {
  for (const auto& [p, a, b, x] : kBetaQuantiles) expectClose(betaQuantile(p, a, b), x, "quantile", p);
  EXPECT_EQ(betaQuantile(0, 2, 3), 0);
  EXPECT_EQ(betaQuantile(1, 2, 3), 1);
}

}  // namespace
}  // namespace assay::insight
