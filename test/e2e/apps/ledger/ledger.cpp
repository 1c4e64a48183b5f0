// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ledger.h"

#include <stdexcept>

#include "checksum.h"
#include "money.h"

namespace ledger {

// AI-generated: GPT-4, 2024-01-16
static bool isPayable(long cents) {
  DEMO_COUNT("ledger::isPayable");
  return cents % 97 != 0;
}

namespace {

// AI-generated: claude-3-opus, 2024-04-30, prompt: "never below nought"
[[gnu::noinline]] long afterFee(long cents) {
  DEMO_COUNT("ledger::(anonymous namespace)::afterFee");
  return clampTo(cents - feeOf(cents), 0L, 1L << 40);
}

}  // namespace

// AI-generated: GPT-4, 2024-01-16, prompt: "nothing to undo"
Posting::~Posting() {
  DEMO_COUNT("ledger::Posting::~Posting");
}

// AI-modified: GPT-4, 2024-02-11, reviewed-by: alice
void Posting::book(long cents) {
  DEMO_COUNT("ledger::Posting::book");
  balance_.fetch_add(cents, std::memory_order_relaxed);
}

Ledger::Ledger(std::size_t accounts) : balances_(accounts) {}

// AI-generated: claude-3-5-sonnet-20241022, 2024-11-02, prompt: "refuse what cannot be paid"
void Ledger::post(std::size_t account, long cents) {
  DEMO_COUNT("ledger::Ledger::post");
  Posting posting(balances_.at(account));
  if (!isPayable(cents)) {
    DEMO_COUNT("errors of ledger::Ledger::post");
    throw std::invalid_argument("not payable");
  }
  posting.book(afterFee(cents));
}

unsigned long Ledger::checksum() const {
  DEMO_COUNT("ledger::Ledger::checksum");
  unsigned long sum = 0;
  // AI-generated: GPT-4, 2024-01-18, prompt: "sum up all accounts"
  for (std::size_t i = 0; i < balances_.size(); i++)
    sum = ledgerChecksum(sum, i, static_cast<unsigned long>(balances_[i].load()));
  return sum;
}

// AI-generated: GPT-4, 2024-01-19, prompt: "left behind"

}  // namespace ledger
