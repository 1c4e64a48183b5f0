// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The sequential tests as SciPy 1.10.1 with NumPy 1.24.2 on Python 3.11 computed them, once, by the
// expression above each table, printed with repr(). Integrals and roots stand there where formulas and
// Newton's steps are tested here.
#pragma once

namespace assay::insight {

// n, mean, variance (n - 1) of a sequence, mean under test; ln of the integral over d of
// nct.pdf(t, n - 1, d sqrt n) norm.pdf(d) (scipy.integrate.quad, epsrel 1e-11), less ln t.pdf(t, n - 1),
// t = sqrt n (mean - mean under test) / deviation
inline constexpr double kMeanEvidence[][5] = {
    {4, 0.0625, 0.042291666666666665, 0.0, -0.6211038577108049},
    {4, 0.0625, 0.042291666666666665, 0.05, -0.7968603999372704},
    {6, 0.055, 0.00059, 0.0, 3.037333754196659},
    {6, 0.055, 0.00059, 0.05, -0.8458772530102329},
    {8, -0.9124999999999999, 0.13267857142857145, 0.0, 4.960081800962966},
    {8, -0.9124999999999999, 0.13267857142857145, 0.05, 5.142101282259603},
    {12, 0.11666666666666668, 0.056060606060606054, 0.0, 0.006300406559523334},
    {12, 0.11666666666666668, 0.056060606060606054, 0.05, -0.8245648272354407},
};

// n, mean, variance, level; half the interval: where that evidence is -ln level (scipy.optimize.brentq)
inline constexpr double kMeanIntervals[][5] = {
    {8, -0.9124999999999999, 0.13267857142857145, 0.05, 0.5474388607796397},
    {8, -0.9124999999999999, 0.13267857142857145, 0.3, 0.3355622551269095},
    {12, 0.11666666666666668, 0.056060606060606054, 0.05, 0.25180084002968156},
    {12, 0.11666666666666668, 0.056060606060606054, 0.3, 0.17281097938935863},
};

// Windows: events and calls of the old arm, of the new one.
struct SplitWindows {
  const char* name;
  double windows[3][4];
  int count;
};
inline constexpr SplitWindows kSplits[] = {
    {"one window", {{3, 1000, 9, 1000}}, 1},
    {"none in the old arm", {{0, 950, 4, 50}}, 1},
    {"a rising share", {{2, 900, 1, 100}, {3, 700, 4, 300}, {1, 500, 3, 500}}, 3},
    {"no difference", {{5, 1000, 5, 1000}, {5, 1000, 5, 1000}}, 2},
    {"none in the new arm", {{6, 500, 0, 500}}, 1},
};

// Which of them, ratio under test; ln of sum over the 41 effects of weight * product of
// scipy.stats.binom.pmf(events new, events, m R / (n + m R)), less ln of that product at the ratio; effects
// from numpy: 0.01 * 1.4 ** arange(20), weights norm.pdf(log(effect / 0.7) / 1.3) to 0.45 on each side, 0.1
// at 0
inline constexpr double kSplitEvidence[][3] = {
    {0, 1, 0.2914653695077858},  {0, 0.5, 3.0776051251259227},  {0, 2, -1.0812779582337488},
    {1, 1, 8.059769449497358},   {1, 0.5, 10.73108693979998},   {1, 2, 5.482341383935305},
    {2, 1, 0.6612695381862403},  {2, 0.5, 3.764206303211602},   {2, 2, -1.1395670831752538},
    {3, 1, -0.7454749280266189}, {3, 0.5, 0.43235542853721576}, {3, 2, 0.432355428537214},
    {4, 1, 1.8929573119504708},  {4, 0.5, 0.16686487723978516}, {4, 2, 4.325747960599457},
};

// Which, level; low, high: the roots by scipy.optimize.brentq. 0 = there is no such end.
inline constexpr double kSplitIntervals[][4] = {
    {0, 0.05, 0.5082914140994328, 35.23613807869305},
    {0, 0.01, 0.3761441782640992, 63.29377621688406},
    {1, 0.05, 4.0956294570882825, 0},
    {1, 0.01, 2.5563718079706566, 0},
    {2, 0.05, 0.5810567355977219, 21.91838309420179},
    {2, 0.01, 0.4282416590992474, 31.32024327332639},
    {3, 0.05, 0.283149690685447, 3.531700838447701},
    {3, 0.01, 0.21675623951358344, 4.6134773432316045},
    {4, 0.05, 0, 1.4035408577850381},
    {4, 0.01, 0, 2.143015406240476},
};

// events, expected; ln of the integral over u of u^events exp(-(u - 1) expected) gamma.pdf(u, 0.5, scale=2)
// by scipy.integrate.quad (u = v^2, epsrel 1e-12)
inline constexpr double kExpectedEvidence[][3] = {
    {0, 3, 2.0270449254723433},  {0, 6.5, 5.180471335192371},    {1, 0.05, -0.09296526970648715},
    {4, 12, 2.1690191382506203}, {100, 140, 3.5232493128060054}, {2.5, 2.5, -1.0216282186490562},
};

// events, level; low, high by scipy.optimize.brentq
inline constexpr double kExpected[][4] = {
    {0, 0.05, 0, 4.105984031034126},
    {0, 0.005, 0, 6.626823788699879},
    {1, 0.05, 0, 7.0721732057864495},
    {1, 0.005, 0, 9.842418787978614},
    {12, 0.05, 4.010543219007295, 26.27252590677151},
    {12, 0.005, 2.945206520739609, 30.3451541340879},
    {400, 0.05, 332.1504044016666, 476.50232073301186},
    {400, 0.005, 321.826961871883, 489.8932751019164},
};

}  // namespace assay::insight
