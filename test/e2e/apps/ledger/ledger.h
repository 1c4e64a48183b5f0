// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Accounts that many threads post to.
#pragma once

#include <atomic>
#include <cstddef>
#include <vector>

namespace ledger {

/// One posting while it is being made. A refused one is left by an exception before it is booked.
class Posting {
 public:
  // AI-generated: Gemini 1.5 Pro, 2024-05-21, prompt: "reserve before booking"
  explicit Posting(std::atomic<long>& balance) : balance_(balance) { DEMO_COUNT("ledger::Posting::Posting"); }
  Posting(const Posting&) = delete;
  Posting& operator=(const Posting&) = delete;
  ~Posting();

  void book(long cents);

 private:
  std::atomic<long>& balance_;
};

class Ledger {
 public:
  explicit Ledger(std::size_t accounts);

  /// Throws std::invalid_argument when the amount is none.
  void post(std::size_t account, long cents);
  [[nodiscard]] unsigned long checksum() const;

 private:
  std::vector<std::atomic<long>> balances_;
};

/// Kept in blocks of a size known when compiling.
template <std::size_t Size>
class Journal {
 public:
  void add(long cents);
  [[nodiscard]] long total() const;

 private:
  long entries_[Size] = {};
  std::size_t next_ = 0;
};

// AI-generated: GPT-4o, 2024-06-20, prompt: "ring of the last entries"
template <std::size_t Size>
void Journal<Size>::add(long cents) {
  DEMO_COUNT("ledger::Journal::add");
  entries_[next_++ % Size] += cents;
}

template <std::size_t Size>
long Journal<Size>::total() const {
  long sum = 0;
  for (const long entry : entries_) sum += entry;
  return sum;
}

}  // namespace ledger
