// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The three distributions that intervals and tests here are made of. Tails are computed as such, so that
// small ones are exact in their digits. Relative errors are below 1e-9 where parameters are below 1e7.
// Threads: any.
#pragma once

namespace assay::insight {

/// P(Z >= z) of the standard normal distribution: erfc(z / sqrt 2) / 2 (DLMF 7.17).
double normalTail(double z);

/// The z with P(Z <= z) = p, 0 < p < 1: Abramowitz & Stegun 26.2.23, made exact by Newton's steps.
double normalQuantile(double p);

/// P(X <= x) of Beta(a, b), a and b > 0: the regularised incomplete beta function by its continued fraction
/// (DLMF 8.17.22), evaluated by Lentz's method.
double betaCdf(double x, double a, double b);

/// The x with P(X <= x) = p, p in [0, 1].
double betaQuantile(double p, double a, double b);

/// P(T >= t) of Student's distribution with `degrees` > 0: by betaCdf (DLMF 8.17, Abramowitz & Stegun
/// 26.7.1).
double studentTail(double t, double degrees);

/// The t with P(T <= t) = p, 0 < p < 1.
double studentQuantile(double p, double degrees);

/// The two-sided one: P(|T| <= t) = confidence. 1.96 for 0.95 and many degrees.
double studentFactor(double confidence, double degrees);

}  // namespace assay::insight
