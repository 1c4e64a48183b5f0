// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/dogstatsd.h"

#include <fmt/format.h>

#include "support/strings.h"

namespace assay::serve {
namespace {

constexpr int kFinishMilliseconds = 1000;

void sayUnreachable(const DogstatsdSocket& socket, Diagnostics& diagnostics) {
  diagnostics.warning(
      "assay-serve-001", {},
      fmt::format("the DogStatsD agent at {} takes nothing ({}): what is counted is kept for a "
                  "minute, then dropped",
                  visibleText(socket.address().text()),
                  socket.trouble().empty() ? "it is too slow" : socket.trouble()));
}

}  // namespace

Dogstatsd::Dogstatsd(DogstatsdSocket socket, exporting::DogstatsdForm form)
    : sender_(std::move(socket)), form_(std::move(form)) {
  form_.packetBytes = sender_.socket().address().packetBytes();
}

void Dogstatsd::begin(std::span<const telemetry::ProcessSnapshot> parts) {
  meter_.measure(parts);
  hasBegun_ = true;
}

exporting::DogstatsdPackets Dogstatsd::packets(std::span<const telemetry::ProcessSnapshot> parts,
                                               const exporting::FactsById& facts) {
  return exporting::dogstatsdPackets(meter_.measure(parts), facts, form_);
}

// By UDP that a packet has left says nothing; that one before it was taken does.
bool Dogstatsd::takesPackets() {
  if (!sender_.isReachable()) return false;
  sender_.send();
  if (sender_.sent() != sent_) isAway_ = false;
  sent_ = sender_.sent();
  return !isAway_ && sender_.isEmpty();
}

void Dogstatsd::flush(std::span<const telemetry::ProcessSnapshot> parts, const exporting::FactsById& facts,
                      Diagnostics& diagnostics) {
  if (takesPackets()) {
    waited_ = 0;
    sender_.add(packets(parts, facts));
    sender_.send();
    isAway_ = sender_.isRefused();
    if (isAway_) sayUnreachable(sender_.socket(), diagnostics);
    return;
  }
  sayUnreachable(sender_.socket(), diagnostics);
  if (++waited_ < kFlushesKept) return;
  waited_ = 0;
  sender_.dropQueue();
  sender_.drop(packets(parts, facts));
}

void Dogstatsd::finish() {
  sender_.finish(kFinishMilliseconds);
  sender_.dropQueue();
}

}  // namespace assay::serve
