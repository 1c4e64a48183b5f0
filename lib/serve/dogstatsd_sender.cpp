// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/dogstatsd_sender.h"

#include <chrono>
#include <thread>
#include <utility>

#include "vocabulary/metrics.h"

namespace assay::serve {
namespace {

using exporting::DogstatsdPacket;
using exporting::MetricFamily;
using exporting::MetricType;

// Of a receive buffer of usual size a third.
constexpr int kBurst = 32;
constexpr std::chrono::milliseconds kPauseOfBursts{10};

DogstatsdTally tallyOf(const DogstatsdPacket& packet) {
  return {packet.messages, 1, packet.text.size()};
}

DogstatsdTally& operator+=(DogstatsdTally& to, const DogstatsdTally& more) {
  to.messages += more.messages;
  to.packets += more.packets;
  to.bytes += more.bytes;
  return to;
}

DogstatsdTally& operator-=(DogstatsdTally& from, const DogstatsdTally& less) {
  from.messages -= less.messages;
  from.packets -= less.packets;
  from.bytes -= less.bytes;
  return from;
}

MetricFamily family(const char* name, const char* help, std::uint64_t sent, std::uint64_t dropped) {
  return {name,
          help,
          MetricType::Counter,
          "",
          {{{{vocabulary::kLabelState, vocabulary::kStateSent}}, sent},
           {{{vocabulary::kLabelState, vocabulary::kStateDropped}}, dropped}}};
}

}  // namespace

void DogstatsdSender::add(exporting::DogstatsdPackets packets) {
  dropped_.messages += packets.tooLong;
  for (DogstatsdPacket& packet : packets.packets) queue_.push_back(std::move(packet));
}

void DogstatsdSender::drop(const exporting::DogstatsdPackets& packets) {
  dropped_.messages += packets.tooLong;
  for (const DogstatsdPacket& packet : packets.packets) dropped_ += tallyOf(packet);
}

void DogstatsdSender::dropQueue() {
  while (!queue_.empty()) takeFirst(dropped_);
}

void DogstatsdSender::takeFirst(DogstatsdTally& tally) {
  tally += tallyOf(queue_.front());
  queue_.pop_front();
}

DogstatsdSender::Step DogstatsdSender::sendFirst() {
  switch (socket_.send(queue_.front().text)) {
    case SendResult::Sent:
      last_ = tallyOf(queue_.front());
      takeFirst(sent_);
      return Step::Next;
    case SendResult::TooLong: takeFirst(dropped_); return Step::Next;
    case SendResult::Refused:  // which was counted as sent
      sent_ -= last_;
      dropped_ += std::exchange(last_, {});
      isRefused_ = true;
      return Step::Stop;
    case SendResult::Gone: return Step::Stop;
    case SendResult::Later: break;
  }
  return Step::Pause;
}

bool DogstatsdSender::send() {
  isRefused_ = false;
  for (int i = 0; i < kBurst && !queue_.empty(); ++i) {
    const Step step = sendFirst();
    if (step == Step::Stop) return false;
    if (step == Step::Pause) break;
  }
  return !queue_.empty();
}

void DogstatsdSender::finish(int milliseconds) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + std::chrono::milliseconds(milliseconds);
  while (send() && Clock::now() < end) std::this_thread::sleep_for(kPauseOfBursts);
}

std::vector<MetricFamily> dogstatsdMetrics(const DogstatsdSender& sender) {
  const DogstatsdTally& sent = sender.sent();
  const DogstatsdTally& dropped = sender.dropped();
  return {family(vocabulary::kDogstatsdMessagesTotal, "Messages to the DogStatsD agent.", sent.messages,
                 dropped.messages),
          family(vocabulary::kDogstatsdPacketsTotal, "Packets with them.", sent.packets, dropped.packets),
          family(vocabulary::kDogstatsdBytesTotal, "Bytes of these packets.", sent.bytes, dropped.bytes)};
}

}  // namespace assay::serve
