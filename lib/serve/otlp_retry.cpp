// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/otlp_retry.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "support/strings.h"

namespace assay::serve {
namespace {

constexpr std::chrono::milliseconds kFirstWait = std::chrono::seconds(1);
constexpr std::chrono::milliseconds kLongestWait = std::chrono::minutes(1);
constexpr std::int64_t kMostSecondsToObey = 3600;
constexpr std::size_t kDateBytes = 29;  // "Sun, 06 Nov 1994 08:49:37 GMT"

std::optional<std::int64_t> numberOf(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end != text.data() + text.size() || text.empty() || number < 0) return std::nullopt;
  if (error == std::errc::result_out_of_range) return kMostSecondsToObey;
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

std::optional<std::time_t> dateOf(std::string_view text) {
  if (text.size() != kDateBytes) return std::nullopt;
  std::tm time{};
  const std::string copy(text);
  const char* end = ::strptime(copy.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &time);
  return end != nullptr && *end == '\0' ? std::optional(::timegm(&time)) : std::nullopt;
}

}  // namespace

bool isRetryable(unsigned status) {
  return status == 0 || status == 429 || (status >= 502 && status <= 504);
}

std::optional<std::chrono::milliseconds> retryAfter(std::string_view header, std::time_t now) {
  const std::string_view text = trim(header);
  std::optional<std::int64_t> wait = numberOf(text);
  if (const auto date = wait ? std::nullopt : dateOf(text)) wait = *date - now;
  if (!wait) return std::nullopt;
  return std::chrono::seconds(std::clamp<std::int64_t>(*wait, 0, kMostSecondsToObey));
}

std::chrono::milliseconds Backoff::next() {
  wait_ = wait_.count() == 0 ? kFirstWait : std::min(2 * wait_, kLongestWait);
  std::uniform_int_distribution<std::int64_t> within(wait_.count() / 2, wait_.count());
  return std::chrono::milliseconds(within(random_));
}

void Backoff::reset() {
  wait_ = {};
}

}  // namespace assay::serve
