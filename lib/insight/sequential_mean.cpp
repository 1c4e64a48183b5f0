// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/sequential_mean.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::insight {
namespace {

constexpr double kMostPersistence = 0.9;

// The effect in units of sigma is mixed over a normal distribution of variance 1: one witness' worth.
double shrinkage(double witnesses) {
  return 1 / (1 + witnesses);
}

struct WeightedSum {
  double weight = 0;
  double value = 0;
  double count = 0;
};

WeightedSum sumOfWitnesses(std::span<const Witness> witnesses) {
  WeightedSum sum;
  for (const Witness& witness : witnesses) {
    if (witness.weight <= 0) continue;
    sum.weight += witness.weight;
    sum.value += witness.weight * witness.value;
    ++sum.count;
  }
  return sum;
}

struct Squares {
  double own = 0;
  double neighbours = 0;  // products of each with the next
};

Squares squaresAbout(std::span<const Witness> witnesses, double mean) {
  Squares squares;
  double last = 0;
  for (const Witness& witness : witnesses) {
    if (witness.weight <= 0) continue;
    const double residual = std::sqrt(witness.weight) * (witness.value - mean);
    squares.own += residual * residual;
    squares.neighbours += residual * last;
    last = residual;
  }
  return squares;
}

double persistenceOf(const Squares& squares, double count) {
  if (squares.own <= 0 || count < 4) return 0;
  const double raw = squares.neighbours / squares.own;
  return std::clamp((raw + 1 / count) / (1 - 3 / count), 0.0, kMostPersistence);
}

}  // namespace

SequentialMean sequentialMean(std::span<const Witness> witnesses, double leastSpread) {
  const WeightedSum sum = sumOfWitnesses(witnesses);
  if (sum.count < 2) return {sum.count, sum.count > 0 ? sum.value / sum.weight : 0};
  const double mean = sum.value / sum.weight;
  const Squares squares = squaresAbout(witnesses, mean);
  const double persistence = persistenceOf(squares, sum.count);
  const double spread = std::max(squares.own / (sum.count - 1), leastSpread);
  return {sum.count * (1 - persistence) / (1 + persistence), mean, spread * sum.count / sum.weight,
          persistence};
}

double logEvidenceAgainst(const SequentialMean& sequence, double mean) {
  const double n = sequence.witnesses;
  if (n < 2) return 0;
  const double distance = sequence.value - mean;
  if (distance == 0) return std::log(shrinkage(n)) / 2;
  if (sequence.variance <= 0) return std::numeric_limits<double>::infinity();
  const double square = n / (n - 1) * distance * distance / sequence.variance;  // t^2 / v
  return std::log(shrinkage(n)) / 2 + n / 2 * (std::log1p(square) - std::log1p(shrinkage(n) * square));
}

double levelOfOneEnd(double level) {
  return 2 * level / (1 + level);
}

Estimate confidenceSequence(const SequentialMean& sequence, double level) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double n = sequence.witnesses;
  const double r = shrinkage(n);
  const double most = n < 2 ? kInfinity : std::exp(-2 / n * (std::log(level) + std::log(r) / 2));
  if (r * most >= 1) return {sequence.value, {-kInfinity, kInfinity}};
  const double square = std::max(0.0, most - 1) / (1 - r * most);  // t^2 / v
  const double half = std::sqrt(square * (n - 1) / n * sequence.variance);
  return {sequence.value, {sequence.value - half, sequence.value + half}};
}

}  // namespace assay::insight
