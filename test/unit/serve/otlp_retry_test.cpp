// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/otlp_retry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace assay::serve {
namespace {

constexpr std::time_t kRetriedAt = 784'111'777;  // Sun, 06 Nov 1994 08:49:37 GMT

TEST(OtlpRetry, OfTheCodesThatTheSpecificationNames) {
  std::set<unsigned> retried;
  for (unsigned status = 0; status < 600; ++status)
    if (isRetryable(status)) retried.insert(status);
  EXPECT_EQ(retried, (std::set<unsigned>{0, 429, 502, 503, 504}));
}

TEST(OtlpRetry, WhenTheReceiverWantsIt) {
  EXPECT_EQ(retryAfter("7", kRetriedAt), std::chrono::seconds(7));
  EXPECT_EQ(retryAfter(" 0 ", kRetriedAt), std::chrono::seconds(0));
  EXPECT_EQ(retryAfter("99999999999999999999", kRetriedAt), std::chrono::seconds(3600));
  EXPECT_EQ(retryAfter("86400", kRetriedAt), std::chrono::seconds(3600));
  EXPECT_EQ(retryAfter("Sun, 06 Nov 1994 08:50:07 GMT", kRetriedAt), std::chrono::seconds(30));
  EXPECT_EQ(retryAfter("Sun, 06 Nov 1994 08:49:07 GMT", kRetriedAt), std::chrono::seconds(0))
      << "that is over";
  for (const char* nonsense :
       {"", "-1", "1.5", "soon", "7 s", "Sun, 06 Nov 1994", "Sun, 06 Xyz 1994 08:49:37 GMT"})
    EXPECT_EQ(retryAfter(nonsense, kRetriedAt), std::nullopt) << nonsense;
}

TEST(OtlpRetry, LaterEachTimeAndNeverAtOneMoment) {
  Backoff backoff(1);
  std::chrono::milliseconds whole = std::chrono::seconds(1);
  for (int i = 0; i < 12; ++i) {
    const std::chrono::milliseconds wait = backoff.next();
    EXPECT_GE(wait, whole / 2) << i;
    EXPECT_LE(wait, whole) << i;
    whole = std::min<std::chrono::milliseconds>(2 * whole, std::chrono::minutes(1));
  }
  backoff.reset();
  EXPECT_LE(backoff.next(), std::chrono::seconds(1));
  std::set<std::chrono::milliseconds> waits;
  for (std::uint64_t seed = 0; seed < 50; ++seed) waits.insert(Backoff(seed).next());
  EXPECT_GT(waits.size(), 20u);
}

}  // namespace
}  // namespace assay::serve
