// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_source.h"

#include <utility>

#include "assay/review_segments.h"
#include "assay/review_server.h"
#include "assay/review_subject.h"
#include "assay/served_history.h"

namespace assay::tool {

Expected<void> HistorySource::eachWindow(history::Period period, history::Seconds step,
                                         const SeenVisitor& visit) {
  return reader_.eachWindow(period, step,
                            [&](const history::FunctionVersion& version, history::Seconds start,
                                const telemetry::SiteCounts& counts) {
                              versions_.try_emplace(version.key, version);
                              visit({version.key, start, counts});
                            });
}

Expected<Lives> HistorySource::lives(history::Period period) {
  ASSAY_TRY(const std::vector<history::VersionCounts> all, reader_.read(period));
  Lives lives;
  for (const history::VersionCounts& one : all)
    lives[one.version.key.function].push_back({one.version.key.body, one.firstWindow, one.lastWindow});
  return lives;
}

insight::Subject HistorySource::subject(const history::VersionKey& key) const {
  const auto found = versions_.find(key);
  return found == versions_.end() ? insight::Subject{.id = key.function} : subjectOf(found->second);
}

Expected<std::unique_ptr<ReviewSource>> reviewSourceOf(const config::Settings& settings,
                                                       const model::Manifest* known,
                                                       Diagnostics& diagnostics) {
  const auto isAsked = [&](const char* key) { return settings.originOf(key) == config::Origin::CommandLine; };
  const bool inSection = settings.originOf("segments") == config::Origin::Section;
  if (isAsked("segments") + isAsked("history") + isAsked("from") > 1)
    return fail(ErrorCode::Usage, "a review is of a history, of segments, or of what a server has",
                "one of --history, --segments and --from");
  if (isAsked("from")) {
    ASSAY_TRY(ServerSource source, ServerSource::at(settings.text("from"), known));
    return std::make_unique<ServerSource>(std::move(source));
  }
  if (isAsked("segments") || (inSection && !isAsked("history"))) {
    ASSAY_TRY(SegmentsSource source, SegmentsSource::open(settings.text("segments"), known, diagnostics));
    return std::make_unique<SegmentsSource>(std::move(source));
  }
  ASSAY_TRY(history::Reader reader, openHistory(settings));
  return std::make_unique<HistorySource>(std::move(reader));
}

}  // namespace assay::tool
