// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/accumulator.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "telemetry/site_totals.h"

namespace assay::telemetry {
namespace {

constexpr double kSameClockRatio = 1e-3;  // two calibrations of one counter differ by far less

bool ofOneClock(double a, double b) {
  return a == b || (a > 0 && b > 0 && std::abs(a / b - 1) < kSameClockRatio);
}

// Where the ends of a function's calls are seen in one process only, its numbers stay apart: nobody could
// tell later how many of the calls had an end.
void addSite(std::vector<SiteCounts>& sites, const SiteCounts& site) {
  const auto key = [](const SiteCounts& one) { return std::pair(one.id, one.entryOnly); };
  const auto at = std::ranges::lower_bound(sites, key(site), {}, key);
  if (at == sites.end() || key(*at) != key(site))
    sites.insert(at, site);
  else
    addCounts(*at, site);
}

}  // namespace

Accumulator::Key Accumulator::keyOf(const ProcessSnapshot& process) {
  const SegmentFile& first = process.files.front();
  return {first.device, first.inode, process.pid, process.processStart, process.startRealtime};
}

void Accumulator::restore(std::vector<ProcessSnapshot> known) {
  for (const ProcessSnapshot& process : known)
    if (process.files.empty()) gone_.push_back(process);
  known_ = std::move(known);
}

const std::vector<ProcessSnapshot>& Accumulator::update(std::vector<ProcessSnapshot> now,
                                                        const IsThere& isThere) {
  begin();
  for (ProcessSnapshot& process : now) take(std::move(process));
  finish(isThere);
  return known_;
}

// Sums over what is gone come anew at the end.
void Accumulator::begin() {
  std::erase_if(known_, [](const ProcessSnapshot& process) { return process.files.empty(); });
  unseen_.clear();
  for (std::size_t i = 0; i < known_.size(); ++i) unseen_.emplace(keyOf(known_[i]), i);
}

void Accumulator::take(ProcessSnapshot process) {
  const auto before = process.files.empty() ? unseen_.end() : unseen_.find(keyOf(process));
  if (before == unseen_.end()) {
    known_.push_back(std::move(process));
    return;
  }
  ProcessSnapshot& place = known_[before->second];
  if (place.secondsPerTick > 0) process.secondsPerTick = place.secondsPerTick;
  place = std::move(process);
  unseen_.erase(before);
}

void Accumulator::finish(const IsThere& isThere) {
  for (const auto& [key, place] : unseen_) {
    if (isThere(known_[place].files.front())) continue;
    retire(known_[place]);
    known_[place].files.clear();
  }
  unseen_.clear();
  std::erase_if(known_, [](const ProcessSnapshot& process) { return process.files.empty(); });
  known_.insert(known_.end(), gone_.begin(), gone_.end());
}

void Accumulator::retire(const ProcessSnapshot& gone) {
  if (keepsRetired_) retired_.push_back(gone);
  const auto same = std::ranges::find_if(gone_, [&](const ProcessSnapshot& other) {
    return ofOneClock(other.secondsPerTick, gone.secondsPerTick);
  });
  const bool isNew = same == gone_.end();
  ProcessSnapshot& total = isNew ? gone_.emplace_back() : *same;
  if (isNew) total.secondsPerTick = gone.secondsPerTick;
  total.lostCalls = saturatingAdd(total.lostCalls, gone.lostCalls);
  total.lostSites = saturatingAdd(total.lostSites, gone.lostSites);
  for (const SiteCounts& site : gone.sites) addSite(total.sites, site);
}

}  // namespace assay::telemetry
