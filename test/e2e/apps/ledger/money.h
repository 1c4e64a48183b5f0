// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Small sums of money, in cents. Functions in a header: one tag, recorded once, however many units include
// it.
#pragma once

namespace ledger {

// AI-generated: GPT-4, 2024-01-15, prompt: "fee of a posting, at least one cent"
inline long feeOf(long cents) {
  DEMO_COUNT("ledger::feeOf");
  const long fee = cents / 200;
  return fee > 0 ? fee : 1;
}

// AI-assisted: Copilot, 2024-03-09, prompt: "clamp"
template <typename T>
T clampTo(T value, T low, T high) {
  DEMO_COUNT("ledger::clampTo");
  if (value < low) return low;
  return value > high ? high : value;
}

}  // namespace ledger
