// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/window.h"

#include <algorithm>
#include <utility>

#include "vocabulary/histogram.h"

namespace assay::insight {
namespace {

template <class Count>
Cell cellOf(const Count& count) {
  return {static_cast<double>(count.calls), static_cast<double>(count.errors),
          static_cast<double>(count.sumTicks)};
}

void addCell(Cell& to, const Cell& from) {
  to.calls += from.calls;
  to.errors += from.errors;
  to.nanoseconds += from.nanoseconds;
}

template <class Cells>
void addCells(Cells& to, const Cells& from) {
  for (const auto& [key, cell] : from) addCell(to[key], cell);
}

void addTotals(Window& to, const Window& from) {
  to.calls += from.calls;
  to.errors += from.errors;
  to.timed += from.timed;
  to.estimated += from.estimated;
  to.nanoseconds += from.nanoseconds;
  to.longest = std::max(to.longest, from.longest);
  to.memory.calls += from.memory.calls;
  to.memory.allocated += from.memory.allocated;
  to.memory.freed += from.memory.freed;
  to.entryOnly |= from.entryOnly;
  to.start = to.start == 0 ? from.start : std::min(to.start, from.start);
}

void addInputs(Window& window, const telemetry::SiteCounts& counts) {
  for (unsigned bucket = 0; bucket < counts.sizes.size(); ++bucket)
    if (counts.sizes[bucket].calls > 0)
      (counts.coarseSizes ? window.coarseSizes : window.sizes)[bucket] = cellOf(counts.sizes[bucket]);
  for (const auto& [type, count] : counts.types)
    if (count.calls > 0) window.types[type] = cellOf(count);
}

}  // namespace

Window windowOf(const telemetry::SiteCounts& counts) {
  Window window;
  window.calls = static_cast<double>(counts.calls);
  window.errors = static_cast<double>(std::min(counts.errors, counts.calls));
  window.timed = static_cast<double>(counts.timed);
  window.estimated = static_cast<double>(std::min(counts.estimated, counts.timed));
  window.nanoseconds = static_cast<double>(counts.sumTicks);
  window.longest = static_cast<double>(counts.maxTicks);
  window.entryOnly = counts.entryOnly;
  window.memory = {static_cast<double>(counts.memory.calls), static_cast<double>(counts.memory.allocated),
                   static_cast<double>(counts.memory.freed)};
  for (unsigned bucket = 0; bucket < counts.histogram.size(); ++bucket)
    if (counts.histogram[bucket] > 0) window.latencies.emplace_back(bucket, counts.histogram[bucket]);
  addInputs(window, counts);
  for (const auto& [kind, errors] : counts.errorKinds)
    if (errors > 0) window.errorKinds.emplace_back(kind, static_cast<double>(errors));
  return window;
}

void addWindow(Window& to, const Window& from) {
  if (to.calls == 0) {
    to = from;  // with no more room than it needs
    return;
  }
  const Window both[] = {std::move(to), from};
  to = sumOf(both);
}

Window sumOf(std::span<const Window> windows) {
  Window sum;
  std::vector<std::uint64_t> latencies(vocabulary::kBucketCount);
  std::map<std::string, double> kinds;
  for (const Window& window : windows) {
    addTotals(sum, window);
    for (const auto& [bucket, calls] : window.latencies) latencies[bucket] += calls;
    addCells(sum.sizes, window.sizes);
    addCells(sum.coarseSizes, window.coarseSizes);
    addCells(sum.types, window.types);
    for (const auto& [kind, errors] : window.errorKinds) kinds[kind] += errors;
  }
  sum.errorKinds.assign(kinds.begin(), kinds.end());
  for (unsigned bucket = 0; bucket < latencies.size(); ++bucket)
    if (latencies[bucket] > 0) sum.latencies.emplace_back(bucket, latencies[bucket]);
  return sum;
}

telemetry::Histogram histogramOf(const Window& window) {
  telemetry::Histogram histogram(vocabulary::kBucketCount);
  for (const auto& [bucket, calls] : window.latencies) histogram[bucket] += calls;
  return histogram;
}

std::vector<Part> times(std::span<const Window> windows) {
  std::vector<Part> parts;
  for (const Window& window : windows) parts.push_back({window.nanoseconds, window.timed});
  return parts;
}

std::vector<Part> errors(std::span<const Window> windows) {
  std::vector<Part> parts;
  for (const Window& window : windows)
    parts.push_back(window.entryOnly ? Part{} : Part{window.errors, window.calls});
  return parts;
}

}  // namespace assay::insight
