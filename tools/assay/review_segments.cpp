// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_segments.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <utility>

#include "assay/review_subject.h"
#include "history/counts_blob.h"
#include "history/growth.h"
#include "history/levels.h"
#include "support/sort_stably.h"
#include "telemetry/quantity_text.h"
#include "telemetry/segments.h"
#include "telemetry/site_totals.h"

namespace assay::tool {
namespace {

using history::Seconds;
using telemetry::ProcessSnapshot;

constexpr std::uint64_t kNanosecondsInSecond = 1'000'000'000;

// When it was written last: all that is known of a process that was killed.
Seconds writtenAt(const ProcessSnapshot& process) {
  Seconds latest = 0;
  for (const telemetry::SegmentFile& file : process.files) {
    struct stat state = {};
    if (::stat(file.path.c_str(), &state) == 0) latest = std::max<Seconds>(latest, state.st_mtime);
  }
  return latest;
}

Seconds beginOf(const ProcessSnapshot& process) {
  return static_cast<Seconds>(process.startRealtime / kNanosecondsInSecond);
}

Seconds endOf(const ProcessSnapshot& process) {
  if (process.state == telemetry::ProcessState::Running) return std::time(nullptr);
  if (process.observedSeconds > 0) return beginOf(process) + static_cast<Seconds>(process.observedSeconds);
  return std::max(beginOf(process), writtenAt(process));
}

}  // namespace

Expected<SegmentsSource> SegmentsSource::open(const std::filesystem::path& folder,
                                              const model::Manifest* manifest, Diagnostics& diagnostics) {
  ASSAY_TRY(telemetry::Collection collection, telemetry::collect(folder, diagnostics));
  if (collection.processes.empty())
    return std::unexpected(Error{ErrorCode::Input,
                                 "there are no segments here",
                                 {folder.string(), 0, 0},
                                 "guarded programs write them to the folder that $ASSAY_DIR names"});
  return SegmentsSource(std::move(collection.processes), manifest);
}

SegmentsSource::SegmentsSource(std::vector<ProcessSnapshot> processes, const model::Manifest* manifest)
    : processes_(std::move(processes)) {
  // A period that goes up to now ends before this second: what has just ended is in it all the same.
  const Seconds latest = std::time(nullptr) - 1;
  for (const ProcessSnapshot& process : processes_) {
    const Seconds end = std::min(endOf(process), latest);
    lives_.push_back({std::min(beginOf(process), end), end, &process});
    for (const telemetry::SiteCounts& site : process.sites) names_.try_emplace(site.id, site.name);
  }
  sortStably(lives_, std::less<>{}, &Lived::end);
  if (manifest == nullptr) return;
  for (const model::AnnotatedFunction& function : manifest->functions)
    tagged_.try_emplace(function.id, &function);
}

Expected<void> SegmentsSource::eachWindow(history::Period period, Seconds step, const SeenVisitor& visit) {
  std::map<Seconds, std::map<std::uint64_t, telemetry::SiteCounts>> windows;
  for (const Lived& lived : lives_) {
    if (lived.end < period.since || lived.end >= period.until) continue;
    if (lived.begin < period.since) ++begunBefore_;
    auto& window = windows[period.since + history::floorTo(lived.end - period.since, step)];
    for (const telemetry::SiteCounts& site : lived.process->sites) {
      if (site.calls == 0) continue;
      telemetry::addCounts(window.try_emplace(site.id, history::noCounts()).first->second,
                           history::inNanoseconds(site, lived.process->secondsPerTick));
    }
  }
  for (const auto& [start, functions] : windows)
    for (const auto& [id, counts] : functions) visit({{id, 0}, start, counts});
  return {};
}

Expected<Lives> SegmentsSource::lives(history::Period) {
  return fail(ErrorCode::Usage, "segments do not say which body of a function ran",
              "compare periods, or let `assay serve` record a history");
}

insight::Subject SegmentsSource::subject(const history::VersionKey& key) const {
  if (const auto found = tagged_.find(key.function); found != tagged_.end()) return subjectOf(*found->second);
  const auto name = names_.find(key.function);
  return {.id = key.function, .name = name == names_.end() ? std::string() : name->second};
}

Expected<history::Period> SegmentsSource::known() {
  history::Period known{lives_.front().begin, lives_.back().end + 1};
  for (const Lived& lived : lives_) known.since = std::min(known.since, lived.begin);
  return known;
}

std::vector<std::string> SegmentsSource::limits() const {
  std::vector<std::string> limits = {
      "segments have sums and no course of time: a process counts as a whole where it ended, or now",
      "segments do not say which body of a function ran"};
  if (begunBefore_ > 0)
    limits.push_back(fmt::format("processes that began before the period in which they count: {}",
                                 telemetry::countText(begunBefore_)));
  return limits;
}

}  // namespace assay::tool
