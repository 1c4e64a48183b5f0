// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/join_segments.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "telemetry/site_totals.h"

namespace assay::telemetry {
namespace {

void addSites(std::vector<SiteCounts>& to, std::vector<SiteCounts>&& from) {
  std::map<std::uint64_t, SiteCounts*> known;
  for (SiteCounts& site : to) known[site.id] = &site;
  std::vector<SiteCounts> fresh;
  for (SiteCounts& site : from) {
    if (const auto it = known.find(site.id); it != known.end()) {
      addCounts(*it->second, site);
    } else {
      fresh.push_back(std::move(site));
    }
  }
  std::ranges::move(fresh, std::back_inserter(to));
  std::ranges::sort(to, {}, &SiteCounts::id);
}

void joinPart(ProcessSnapshot& whole, ProcessSnapshot&& part) {
  std::ranges::move(part.files, std::back_inserter(whole.files));
  if (part.startRealtime < whole.startRealtime)
    whole.guardsOn = part.guardsOn;  // the oldest one follows the switch
  whole.startRealtime = std::min(whole.startRealtime, part.startRealtime);
  whole.residentBytes = std::max(whole.residentBytes, part.residentBytes);
  whole.observedSeconds = std::max(whole.observedSeconds, part.observedSeconds);
  if (whole.secondsPerTick == 0) whole.secondsPerTick = part.secondsPerTick;
  whole.lostCalls = saturatingAdd(whole.lostCalls, part.lostCalls);
  whole.lostSites = saturatingAdd(whole.lostSites, part.lostSites);
  addSites(whole.sites, std::move(part.sites));
}

}  // namespace

std::vector<ProcessSnapshot> joinSegments(std::vector<ProcessSnapshot> parts) {
  std::vector<ProcessSnapshot> processes;
  std::map<std::tuple<std::uint32_t, std::uint64_t, std::string, ProcessState>, std::size_t> places;
  for (ProcessSnapshot& part : parts) {
    const auto [place, fresh] =
        places.try_emplace({part.pid, part.processStart, part.program, part.state}, processes.size());
    if (fresh) {
      processes.push_back(std::move(part));
    } else {
      joinPart(processes[place->second], std::move(part));
    }
  }
  return processes;
}

}  // namespace assay::telemetry
