// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which calls are in an experiment's share: one number per key and experiment, compared with the share. So a
// key stays where it is, a larger share keeps whom a smaller one had, and two experiments divide the same
// keys independently of each other.
#pragma once

#include <cstdint>

namespace assay {
namespace vocabulary {

constexpr std::uint32_t kWholeShare = 10000;  ///< shares are basis points: 10000 is every call

/// All bits of the result depend on all bits of the value: the finaliser of SplitMix64 (Steele, Lea, Flood:
/// Fast splittable pseudorandom number generators, 2014), applied to its increment.
constexpr std::uint64_t mixOnce(std::uint64_t value, unsigned shift, std::uint64_t factor) {
  return (value ^ (value >> shift)) * factor;
}
constexpr std::uint64_t mixLast(std::uint64_t value) {
  return value ^ (value >> 31);
}
constexpr std::uint64_t mix(std::uint64_t value) {
  return mixLast(
      mixOnce(mixOnce(value + 0x9e3779b97f4a7c15u, 30, 0xbf58476d1ce4e5b9u), 27, 0x94d049bb133111ebu));
}

/// 0 … kWholeShare - 1, each as likely as any other for bits that are.
constexpr std::uint32_t placeOf(std::uint64_t bits) {
  return static_cast<std::uint32_t>(((bits >> 32) * kWholeShare) >> 32);
}

/// How many of the 2^32 upper halves of `bits` have a place below the share: they are the smallest ones.
constexpr std::uint64_t numbersBelow(std::uint32_t share) {
  return ((std::uint64_t{share} << 32) + kWholeShare - 1) / kWholeShare;
}

/// An experiment's own salt, while nobody gives it another one.
constexpr std::uint64_t saltOf(std::uint64_t id) {
  return mix(id);
}

/// Where a key stands in the experiment with this salt: in the share when below it.
constexpr std::uint32_t drawOfMixed(std::uint64_t mixedKey, std::uint64_t salt) {
  return placeOf(mix(mixedKey ^ salt));
}
constexpr std::uint32_t drawOf(std::uint64_t key, std::uint64_t salt) {
  return drawOfMixed(mix(key), salt);
}

}  // namespace vocabulary
}  // namespace assay
