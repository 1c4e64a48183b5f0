// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/baseline.h"

#include <algorithm>
#include <set>

#include "history/counts_blob.h"
#include "history/growth.h"
#include "telemetry/site_totals.h"

namespace assay::history {
namespace {

using telemetry::ProcessSnapshot;
using telemetry::SiteCounts;

bool sameHead(const ProcessSnapshot& a, const ProcessSnapshot& b) {
  const auto pathOf = [](const ProcessSnapshot& one) {
    return one.files.empty() ? std::filesystem::path() : one.files.front().path;
  };
  return a.secondsPerTick == b.secondsPerTick && a.lostCalls == b.lostCalls && a.lostSites == b.lostSites &&
         a.program == b.program && pathOf(a) == pathOf(b);
}

ProcessSnapshot headOf(const ProcessSnapshot& process) {
  ProcessSnapshot head;
  if (!process.files.empty()) head.files.push_back(process.files.front());
  head.pid = process.pid;
  head.processStart = process.processStart;
  head.startRealtime = process.startRealtime;
  head.program = process.program;
  head.secondsPerTick = process.secondsPerTick;
  head.lostCalls = process.lostCalls;
  head.lostSites = process.lostSites;
  return head;
}

// A reading that is a call short must not make the next one count it again.
SiteCounts withGrowth(SiteCounts before, const SiteCounts& more, const SiteCounts& now) {
  before.entryOnly = now.entryOnly;
  telemetry::addCounts(before, more);
  before.maxTicks = std::max(before.maxTicks, now.maxTicks);
  return before;
}

}  // namespace

// One advance() under way.
class Baseline::Step {
 public:
  Step(Baseline& baseline, const VersionOf& versionOf, TotalsStore& store)
      : before_(baseline.segments_), staged_(baseline.staged_), versionOf_(versionOf), store_(store) {}

  Expected<void> segment(const ProcessSnapshot& now, std::uint64_t number, bool saved) {
    const SegmentKey key = keyOf(now, number);
    seen_.insert(key);
    const auto known = before_.find(key);
    was_ = known == before_.end() ? nullptr : &known->second;
    change_ = Segment{was_ == nullptr ? 0 : was_->number, headOf(now), {}};
    saves_ = saved;
    if (saved && (change_.number == 0 || !sameHead(was_->head, change_.head))) {
      ASSAY_TRY(change_.number, store_.saveHead(key, change_.head));
    }
    counts_ = !now.files.empty();
    for (const SiteCounts& site : now.sites) ASSAY_TRY_VOID(advanceSite(site));
    if (saved) staged_.changed.insert_or_assign(key, std::move(change_));
    return {};
  }

  // What is neither there nor has a sum any more is gone.
  Expected<void> forgetOthers() {
    for (const auto& [key, segment] : before_) {
      if (seenSaved_.contains(key)) continue;
      if (segment.number != 0) ASSAY_TRY_VOID(store_.forget(segment.number));
      staged_.gone.push_back(key);
    }
    return {};
  }

  void sawAll() { seenSaved_ = seen_; }
  [[nodiscard]] GrowthByVersion take() && { return std::move(growth_); }

 private:
  Expected<void> advanceSite(const SiteCounts& now) {
    const Site* was = nullptr;
    if (was_ != nullptr) {
      const auto found = was_->sites.find({now.id, now.entryOnly});
      if (found != was_->sites.end()) was = &found->second;
    }
    Site site;
    site.counts = countsBlob(now);
    if (was != nullptr && was->counts == site.counts && was->saved) return {};
    site.name = now.name;
    site.body = was != nullptr ? was->body : 0;
    if (site.body == 0 && counts_) site.body = versionOf_(now.id).key.body;
    if (counts_) ASSAY_TRY_VOID(count(site, was, now));
    if (!saves_) return {};
    ASSAY_TRY_VOID(
        store_.saveSite(change_.number, {now.id, now.entryOnly, site.body, site.name, site.counts}));
    site.saved = true;
    change_.sites.insert_or_assign({now.id, now.entryOnly}, std::move(site));
    return {};
  }

  Expected<void> count(Site& site, const Site* was, const SiteCounts& now) {
    SiteCounts before;
    if (was != nullptr) {
      ASSAY_TRY(before, countsOf(was->counts));
    }
    const SiteCounts more = growth(before, now);
    if (was != nullptr) site.counts = countsBlob(withGrowth(std::move(before), more, now));
    if (isGrowth(more)) add({now.id, site.body}, inNanoseconds(more, change_.head.secondsPerTick));
    return {};
  }

  void add(VersionKey key, const SiteCounts& more) {
    const auto [place, isNew] = growth_.try_emplace(key);
    VersionGrowth& sum = place->second;
    if (isNew) {
      sum.version = versionOf_(key.function);
      if (sum.version.key.body != key.body) sum.version = {};
      sum.version.key = key;
      sum.counts.entryOnly = true;
    }
    if (sum.version.name.empty()) sum.version.name = more.name;
    telemetry::addCounts(sum.counts, more);
  }

  const Segments& before_;
  Staged& staged_;
  const VersionOf& versionOf_;
  TotalsStore& store_;
  GrowthByVersion growth_;
  std::set<SegmentKey> seen_, seenSaved_;
  const Segment* was_ = nullptr;  // of the segment at hand
  Segment change_;
  bool saves_ = true;
  bool counts_ = true;
};

void Baseline::load(std::vector<StoredSegment> segments) {
  segments_.clear();
  for (StoredSegment& stored : segments) {
    Segment& segment = segments_[stored.key];
    segment.number = stored.number;
    segment.head = std::move(stored.head);
    for (StoredSite& site : stored.sites)
      segment.sites[{site.function, site.entryOnly}] = {site.body, std::move(site.name),
                                                        std::move(site.counts), true};
  }
}

Expected<std::vector<ProcessSnapshot>> Baseline::processes() const {
  std::vector<ProcessSnapshot> processes;
  for (const auto& [key, segment] : segments_) {
    ProcessSnapshot& process = processes.emplace_back(segment.head);
    for (const auto& [id, site] : segment.sites) {
      ASSAY_TRY(SiteCounts counts, countsOf(site.counts));
      counts.id = id.first;
      counts.name = site.name;
      counts.entryOnly = id.second;
      process.sites.push_back(std::move(counts));
    }
  }
  return processes;
}

Expected<GrowthByVersion> Baseline::advance(const Reading& reading, const VersionOf& versionOf,
                                            TotalsStore& store) {
  Step step(*this, versionOf, store);
  std::uint64_t sums = 0;
  for (const ProcessSnapshot& process : reading.processes) {
    const std::uint64_t number = process.files.empty() ? sums++ : 0;
    ASSAY_TRY_VOID(step.segment(process, number, true));
  }
  step.sawAll();
  for (const ProcessSnapshot& process : reading.retired) ASSAY_TRY_VOID(step.segment(process, 0, false));
  ASSAY_TRY_VOID(step.forgetOthers());
  return std::move(step).take();
}

void Baseline::keep() {
  for (auto& [key, change] : staged_.changed) {
    Segment& segment = segments_[key];
    segment.number = change.number;
    segment.head = std::move(change.head);
    for (auto& [id, site] : change.sites) segment.sites.insert_or_assign(id, std::move(site));
  }
  for (const SegmentKey& key : staged_.gone) segments_.erase(key);
  staged_ = {};
}

void Baseline::saveAllAgain() {
  for (auto& [key, segment] : segments_) {
    segment.number = 0;
    for (auto& [id, site] : segment.sites) site.saved = false;
  }
}

}  // namespace assay::history
