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
  settle();
  while (!queue_.empty()) takeFirst(dropped_);
  socket_.abandon();
}

void DogstatsdSender::takeFirst(DogstatsdTally& tally) {
  tally += tallyOf(queue_.front());
  queue_.pop_front();
}

// What was sent last is refused, and waits again, or is sent.
void DogstatsdSender::settle() {
  if (!unsettled_) return;
  if (socket_.wasRefused())
    refused();
  else
    sent_ += tallyOf(*std::exchange(unsettled_, {}));
}

DogstatsdSender::Step DogstatsdSender::sentFirst() {
  if (unsettled_) sent_ += tallyOf(*std::exchange(unsettled_, {}));
  if (socket_.address().transport == DogstatsdTransport::Udp) {
    unsettled_ = std::move(queue_.front());
    queue_.pop_front();
  } else {
    takeFirst(sent_);
  }
  return Step::Next;
}

DogstatsdSender::Step DogstatsdSender::refused() {
  if (unsettled_) queue_.push_front(*std::exchange(unsettled_, {}));
  isRefused_ = true;
  return Step::Stop;
}

DogstatsdSender::Step DogstatsdSender::sendFirst() {
  switch (socket_.send(queue_.front().text)) {
    case SendResult::Sent: return sentFirst();
    case SendResult::TooLong: takeFirst(dropped_); return Step::Next;
    case SendResult::Refused: return refused();
    case SendResult::Gone: return Step::Stop;
    case SendResult::Later: break;
  }
  return Step::Pause;
}

void DogstatsdSender::sendBurst() {
  settle();
  for (int i = 0; !isRefused_ && i < kBurst && !queue_.empty(); ++i)
    if (sendFirst() != Step::Next) return;
  // On this machine it is known at once that nobody listens; from elsewhere, by the next time.
  if (unsettled_ && socket_.wasRefused()) refused();
}

bool DogstatsdSender::send() {
  std::size_t addresses = socket_.addresses();
  do {
    isRefused_ = false;
    sendBurst();
  } while (isRefused_ && --addresses > 0);
  return !isRefused_ && !queue_.empty() && socket_.isConnected();
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
