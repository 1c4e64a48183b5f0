// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/own_metrics.h"

#include <unistd.h>

#include <string>
#include <utility>

#include "exporter/guard_folder.h"
#include "telemetry/clock.h"
#include "telemetry/read_segment.h"
#include "telemetry/segments.h"

namespace assay::exporter {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> manifestsOf(const fs::path& manifest) {
  return manifest.empty() ? std::vector<fs::path>() : std::vector<fs::path>{manifest};
}

// An earlier process may have had this pid: it does not run any more.
bool isOwn(const telemetry::ProcessSnapshot& snapshot) {
  return snapshot.pid == static_cast<std::uint32_t>(::getpid()) &&
         snapshot.state == telemetry::ProcessState::Running;
}

// Their names begin with the pid, so that of a thousand files few are opened.
Expected<telemetry::Collection> collectOwn(const fs::path& folder, Diagnostics& diagnostics) {
  const std::string beginning = std::to_string(::getpid()) + "-";
  ASSAY_TRY(const auto files, telemetry::listSegments(folder));
  const telemetry::ReaderClock clock = telemetry::readClock();
  telemetry::Collection collection;
  for (const fs::path& file : files) {
    if (!file.filename().string().starts_with(beginning) || telemetry::isUnfinishedSegment(file)) continue;
    auto snapshot = telemetry::readSegment(file, clock);
    if (!snapshot) {
      ++collection.unreadable;
      diagnostics.error("assay-telemetry-001", snapshot.error());
    } else if (isOwn(*snapshot)) {
      collection.processes.push_back(*std::move(snapshot));
    }
  }
  return collection;
}

// It may be that no guard has run yet; but none will have a segment there.
void sayWhereNoneCanBe(const fs::path& folder, Diagnostics& diagnostics) {
  if (const std::string why = whyUnusable(folder); !why.empty())
    diagnostics.error("assay-exporter-001", {folder.string(), 0, 0},
                      "the guards of this process cannot write here: " + why);
}

}  // namespace

OwnMetrics::OwnMetrics(fs::path folder, const fs::path& manifest)
    : folder_(std::move(folder)), facts_(manifestsOf(manifest)) {}

Expected<OwnReading> OwnMetrics::read(Diagnostics& diagnostics) {
  const std::lock_guard<std::mutex> alone(door_);
  ASSAY_TRY(telemetry::Collection own, collectOwn(folder_, diagnostics));
  if (own.processes.empty()) sayWhereNoneCanBe(folder_, diagnostics);
  OwnReading reading;
  reading.parts = accumulator_.update(
      std::move(own.processes), [](const telemetry::SegmentFile& file) { return telemetry::isThere(file); });
  reading.facts = facts_.now(diagnostics);
  reading.families = exporting::functionMetrics(reading.parts, reading.facts, own.unreadable, told_);
  highWater_.raise(reading.families);
  return reading;
}

}  // namespace assay::exporter
