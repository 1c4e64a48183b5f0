// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/otlp.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <thread>
#include <utility>

#include "document/value.h"
#include "serve/gzip.h"
#include "support/hash.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"

namespace assay::serve {
namespace {

using exporting::MetricFamily;
using exporting::MetricType;
using exporting::Nanoseconds;

constexpr std::chrono::milliseconds kSoon{10'000};  // the next reading comes then
constexpr std::chrono::milliseconds kPauseAtTheEnd{10};
constexpr int kPartForOutdated = 4;
constexpr std::size_t kMostReasons = 10;
constexpr unsigned kFirstSuccess = 200, kFirstOther = 300;

// One server that is started again does not come back at the same moments.
std::uint64_t seedOf(const OtlpTarget& target) {
  return hash64(target.text() + std::to_string(::getpid()) + std::to_string(std::time(nullptr)));
}

// 64 bits are a string in the protocol's JSON, and a number to many who write it.
std::uint64_t countOf(const document::Value* value) {
  if (value == nullptr) return 0;
  if (const auto number = value->asUnsigned()) return *number;
  std::uint64_t count = 0;
  if (const std::string* text = value->asString())
    std::from_chars(text->data(), text->data() + text->size(), count);
  return count;
}

struct PartialSuccess {
  std::uint64_t rejected = 0;
  std::string message;
};

PartialSuccess partialSuccessOf(const std::string& body) {
  const auto answer = document::parseJson(body, "answer");
  const document::Value* partial = answer ? answer->find("partialSuccess") : nullptr;
  if (partial == nullptr) return {};
  const document::Value* message = partial->find("errorMessage");
  const std::string* text = message == nullptr ? nullptr : message->asString();
  return {countOf(partial->find("rejectedDataPoints")), text == nullptr ? "" : *text};
}

void remember(std::set<std::string>& reasons, std::string reason) {
  if (reasons.size() < kMostReasons) reasons.insert(std::move(reason));
}

MetricFamily counter(const char* name, const char* help,
                     std::initializer_list<std::pair<const char*, std::uint64_t>> states) {
  MetricFamily family{name, help, MetricType::Counter};
  for (const auto& [state, value] : states)
    family.samples.push_back({{{vocabulary::kLabelState, state}}, value});
  return family;
}

}  // namespace

Otlp::Otlp(HttpClient client, OtlpTarget target, exporting::OtlpForm form)
    : client_(std::move(client)),
      target_(std::move(target)),
      form_(std::move(form)),
      backoff_(seedOf(target_)) {}

void Otlp::begin(std::span<const MetricFamily> families, Nanoseconds start) {
  time_ = start;
  streams_.begin(families, start);
}

// Time goes on also where the clock was set back.
void Otlp::flush(std::span<const MetricFamily> families, Nanoseconds now) {
  time_ = std::max(now, time_ + 1);
  auto requests = exporting::otlpRequests(streams_.advance(families, time_), time_, form_);
  for (const Waiting& waiting : queue_) tally_.replaced += waiting.points;
  queue_.clear();
  for (auto& request : requests)
    queue_.push_back({target_.isPacked ? gzip(request.body) : std::move(request.body), request.points});
  if (state_ == Current::UnderWay) state_ = Current::Outdated;
}

bool Otlp::poll(Clock::time_point now) {
  if (state_ != Current::None) {
    if (client_.poll()) return true;
    settle(client_.takeOutcome().value_or(HttpOutcome{}), now);
  }
  if (queue_.empty()) return false;
  if (now < notBefore_) return notBefore_ - now <= kSoon;
  sendFirst();
  return true;
}

void Otlp::sendFirst() {
  current_ = std::move(queue_.front());
  queue_.pop_front();
  HttpSending sending{"POST", target_.path, target_.headers, current_.body};
  sending.headers.emplace_back("User-Agent", "assay/" + form_.version);
  sending.headers.emplace_back("Content-Type", "application/json");
  if (target_.isPacked) sending.headers.emplace_back("Content-Encoding", "gzip");
  state_ = Current::UnderWay;
  client_.send(std::move(sending), target_.timeout);
}

void Otlp::settle(const HttpOutcome& outcome, Clock::time_point now) {
  if (outcome.status >= kFirstSuccess && outcome.status < kFirstOther) {
    takeAnswer(outcome.body);
  } else if (isRetryable(outcome.status)) {
    putOff(outcome, now);
  } else {
    ++tally_.failures;
    tally_.rejected += current_.points;
    remember(refusedBecause_, outcome.text());
  }
  state_ = Current::None;
}

// Part of it is refused at most; to say something without refusing is a receiver's way to warn.
void Otlp::takeAnswer(const std::string& body) {
  const PartialSuccess partial = partialSuccessOf(body);
  const std::uint64_t rejected = std::min<std::uint64_t>(partial.rejected, current_.points);
  ++tally_.requests;
  tally_.sent += current_.points - rejected;
  tally_.rejected += rejected;
  backoff_.reset();
  if (rejected > 0 || !partial.message.empty())
    remember(refusedBecause_,
             "a part of it: " + (partial.message.empty() ? "without a word" : visibleText(partial.message)));
}

void Otlp::putOff(const HttpOutcome& outcome, Clock::time_point now) {
  ++tally_.failures;
  remember(putOffBecause_, outcome.text());
  const std::chrono::milliseconds usual = backoff_.next();
  notBefore_ = now + retryAfter(outcome.retryAfter, std::time(nullptr)).value_or(usual);
  if (state_ == Current::Outdated)
    tally_.replaced += current_.points;
  else
    queue_.push_front(std::move(current_));
}

// Not at once: what arrives after a later reading goes back in time for the receiver.
void Otlp::giveUpOutdated(std::chrono::milliseconds patience) {
  if (state_ != Current::Outdated) return;
  client_.finish(patience);
  if (!client_.poll()) settle(client_.takeOutcome().value_or(HttpOutcome{}), Clock::now());
  if (state_ != Current::Outdated) return;
  client_.stop();
  tally_.replaced += current_.points;
  state_ = Current::None;
}

void Otlp::finish(std::chrono::milliseconds patience, Diagnostics& diagnostics) {
  const Clock::time_point end = Clock::now() + patience;
  giveUpOutdated(patience / kPartForOutdated);
  while ((poll(Clock::now()) || !queue_.empty()) && Clock::now() < end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (state_ == Current::None && notBefore_ > end) break;
    if (state_ == Current::None)
      std::this_thread::sleep_for(kPauseAtTheEnd);
    else
      client_.finish(std::max(left, std::chrono::milliseconds(0)));
  }
  if (state_ != Current::None && !client_.poll())
    settle(client_.takeOutcome().value_or(HttpOutcome{}), Clock::now());
  report(diagnostics);
  for (const Waiting& waiting : queue_) tally_.lost += waiting.points;
  if (state_ == Current::UnderWay) tally_.lost += current_.points;
  client_.stop();
  if (tally_.lost > 0)
    diagnostics.warning("assay-serve-005", {},
                        fmt::format("the last {} points did not reach the OTLP receiver at {}", tally_.lost,
                                    visibleText(target_.text())));
}

void Otlp::report(Diagnostics& diagnostics) {
  const std::string where = visibleText(target_.text());
  for (const std::string& reason : putOffBecause_)
    diagnostics.warning(
        "assay-serve-003", {},
        fmt::format("the OTLP receiver at {} takes nothing now: {}; it is tried again", where, reason));
  for (const std::string& reason : refusedBecause_)
    diagnostics.warning("assay-serve-004", {},
                        fmt::format("the OTLP receiver at {} refuses metrics: {}", where, reason));
  putOffBecause_.clear();
  refusedBecause_.clear();
}

std::vector<MetricFamily> otlpMetrics(const OtlpTally& tally) {
  return {counter(vocabulary::kOtlpPointsTotal, "Points for the OTLP receiver.",
                  {{vocabulary::kStateSent, tally.sent},
                   {vocabulary::kStateRejected, tally.rejected},
                   {vocabulary::kStateReplaced, tally.replaced}}),
          counter(vocabulary::kOtlpRequestsTotal, "Requests with them.",
                  {{vocabulary::kStateSent, tally.requests}, {vocabulary::kStateFailed, tally.failures}})};
}

}  // namespace assay::serve
