// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/collector.h"

#include <algorithm>
#include <iterator>

#include "telemetry/join_segments.h"
#include "telemetry/segments.h"
#include "telemetry/site_totals.h"

namespace assay::serve {
namespace {

using telemetry::ProcessSnapshot;

std::map<std::uint64_t, std::uint64_t> callsOf(const std::vector<ProcessSnapshot>& processes) {
  std::map<std::uint64_t, std::uint64_t> calls;
  for (const ProcessSnapshot& process : processes)
    for (const telemetry::SiteCounts& site : process.sites)
      calls[site.id] = telemetry::saturatingAdd(calls[site.id], site.calls);
  return calls;
}

}  // namespace

void Collector::recordInto(history::Recorder recorder) {
  accumulator_.keepRetired();
  accumulator_.restore(recorder.takeRestored());
  recorder_.emplace(std::move(recorder));
}

Expected<void> Collector::collect(Diagnostics& diagnostics) {
  ASSAY_TRY(const auto files, telemetry::listSegments(folder_));
  accumulator_.begin();
  unreadable_ = telemetry::readSegments(
      files, diagnostics, [&](ProcessSnapshot process) { accumulator_.take(std::move(process)); });
  accumulator_.finish([](const telemetry::SegmentFile& file) { return telemetry::isThere(file); });
  return {};
}

// Sums over what is gone are no parts of one process, though they have the same name: none.
std::vector<ProcessSnapshot> Collector::processes() const {
  std::vector<ProcessSnapshot> segments, sums;
  for (const ProcessSnapshot& part : parts()) (part.files.empty() ? sums : segments).push_back(part);
  segments = telemetry::joinSegments(std::move(segments));
  std::ranges::move(sums, std::back_inserter(segments));
  return segments;
}

void Collector::record(history::Seconds now, const history::VersionOf& versionOf, Diagnostics& diagnostics) {
  if (recorder_ && recorder_->record(now, {parts(), accumulator_.retired()}, versionOf, diagnostics))
    accumulator_.forgetRetired();
}

void Collector::measureRates(Clock::time_point now) {
  auto calls = callsOf(parts());
  const double seconds = measured_ ? std::chrono::duration<double>(now - *measured_).count() : 0;
  rates_.clear();
  if (seconds > 0)
    for (const auto& [id, count] : calls) {
      const std::uint64_t before = calls_[id];
      rates_[id] = count > before ? static_cast<double>(count - before) / seconds : 0;
    }
  calls_ = std::move(calls);
  measured_ = now;
}

}  // namespace assay::serve
