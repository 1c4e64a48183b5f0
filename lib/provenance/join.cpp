// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Traces come last of the reading and need two looks at the file. Their writers name the commit before the
// change, so a line is first sought on top of its commit's parents; what is left then may be of one who named
// the commit itself.
#include "provenance/join.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <ranges>
#include <set>

namespace assay::provenance {
namespace {

constexpr std::size_t at(Source source) {
  return static_cast<std::size_t>(source);
}

class Joiner {
 public:
  Joiner(const Blame& blame, const Evidence& evidence) : blame_(blame), evidence_(evidence) {}

  FileAttribution join(std::string path) {
    made_.path = std::move(path);
    made_.paths = blame_.paths;
    for (const BlamedCommit& commit : blame_.commits) addCommit(commit);
    for (const BlamedLine& line : blame_.lines)
      made_.lines.push_back({line.commit, line.originalLine, 0, {}, line.path});
    for (std::size_t i = 0; i < made_.lines.size(); ++i) readNoteAndMessage(i);
    for (std::size_t i = 0; i < made_.lines.size(); ++i) readTraceBelow(i);
    for (std::size_t i = 0; i < made_.lines.size(); ++i) readTraceAt(i);
    for (std::size_t i = 0; i < made_.lines.size(); ++i) made_.lines[i].best = bestOf(i);
    return std::move(made_);
  }

 private:
  void addCommit(const BlamedCommit& commit) {
    static const CommitEvidence nothing;
    if (commit.uncommitted()) {
      known_.push_back(&nothing);
      parents_.push_back({evidence_.head});
      made_.commits.push_back({"", "", "", false});
      messages_.push_back(0);
      return;
    }
    const auto found = evidence_.commits.find(commit.hash);
    const CommitEvidence& known = found != evidence_.commits.end() ? found->second : nothing;
    known_.push_back(&known);
    parents_.push_back(known.parents);
    made_.commits.push_back({commit.hash, isoDate(commit.authorTime), commit.summary, known.cutOff});
    messages_.push_back(known.cutOff ? 0 : indexOf(claimOfAgents(known.agents)));
  }

  std::uint32_t indexOf(const Claim& claim) {
    if (claim.source == Source::None) return 0;
    const auto [place, isNew] = claims_.try_emplace(claim, static_cast<std::uint32_t>(made_.claims.size()));
    if (isNew) made_.claims.push_back(claim);
    return place->second;
  }

  [[nodiscard]] const std::string& pathOf(std::size_t line) const {
    return blame_.paths[blame_.lines[line].path];
  }

  void readNoteAndMessage(std::size_t i) {
    AttributedLine& line = made_.lines[i];
    line.said[at(Source::Trailer)] = messages_[line.commit];
    const CommitEvidence& known = *known_[line.commit];
    if (!known.note) return;
    if (const Claim* claim = known.note->claimOf(pathOf(i), line.originalLine))
      line.said[at(Source::GitAi)] = indexOf(*claim);
  }

  [[nodiscard]] const std::vector<TraceRange>* rangesOf(const std::string& revision, std::size_t line) const {
    const auto place = evidence_.traces.ranges.find({revision, pathOf(line)});
    return place != evidence_.traces.ranges.end() ? &place->second : nullptr;
  }

  // Whether traces speak of the line's file as it was at a revision, or of what was changed upon it.
  [[nodiscard]] bool hasTraces(const std::string& revision, std::size_t line, bool atRevision) const {
    const std::vector<TraceRange>* ranges = rangesOf(revision, line);
    return ranges != nullptr && std::ranges::count(*ranges, atRevision, &TraceRange::atRevision) > 0;
  }

  template <class Wanted>
  const TraceRange* rangeIn(const std::string& revision, std::size_t line, const Wanted& wanted) const {
    const std::vector<TraceRange>* ranges = rangesOf(revision, line);
    if (ranges == nullptr) return nullptr;
    const std::uint32_t number = made_.lines[line].originalLine;
    for (const TraceRange& range : std::views::reverse(*ranges))
      if (range.first <= number && number <= range.last && wanted(range)) return &range;
    return nullptr;
  }

  void take(std::size_t line, const TraceRange& range, Confidence confidence) {
    Claim claim = evidence_.traces.claims[range.claim];
    claim.confidence = confidence;
    made_.lines[line].said[at(Source::AgentTrace)] = indexOf(claim);
  }

  void readTraceBelow(std::size_t i) {
    for (const std::string& parent : parents_[made_.lines[i].commit]) {
      const TraceRange* range = rangeIn(parent, i, [](const TraceRange& one) { return !one.atRevision; });
      if (range == nullptr) continue;
      used_.insert(range);
      take(i, *range, Confidence::Medium);
      return;
    }
  }

  void readTraceAt(std::size_t i) {
    const AttributedLine& line = made_.lines[i];
    if (line.said[at(Source::AgentTrace)] != 0) return;
    const TraceRange* range = rangeIn(made_.commits[line.commit].hash, i, [&](const TraceRange& one) {
      return one.atRevision || !used_.contains(&one);
    });
    if (range != nullptr) take(i, *range, range->atRevision ? Confidence::Medium : Confidence::Low);
  }

  [[nodiscard]] bool aFinerSourceSpeaks(std::size_t i) const {
    const std::uint32_t commit = made_.lines[i].commit;
    if (known_[commit]->note && known_[commit]->note->readable) return true;
    if (hasTraces(made_.commits[commit].hash, i, true)) return true;
    return std::ranges::any_of(parents_[commit],
                               [&](const std::string& parent) { return hasTraces(parent, i, false); });
  }

  [[nodiscard]] std::uint32_t bestOf(std::size_t i) const {
    const AttributedLine& line = made_.lines[i];
    for (const Source source : {Source::GitAi, Source::AgentTrace})
      if (line.said[at(source)] != 0) return line.said[at(source)];
    const std::uint32_t trailer = line.said[at(Source::Trailer)];
    return trailer != 0 && !aFinerSourceSpeaks(i) ? trailer : 0;
  }

  const Blame& blame_;
  const Evidence& evidence_;
  FileAttribution made_;
  std::vector<const CommitEvidence*> known_;       // by commit
  std::vector<std::vector<std::string>> parents_;  // by commit
  std::vector<std::uint32_t> messages_;            // by commit: the claim of its message
  std::map<Claim, std::uint32_t> claims_;
  std::set<const TraceRange*> used_;
};

}  // namespace

FileAttribution joinSources(std::string path, const Blame& blame, const Evidence& evidence) {
  return Joiner(blame, evidence).join(std::move(path));
}

std::string isoDate(std::int64_t seconds) {
  constexpr std::int64_t kYear0 = -62167219200, kYear10000 = 253402300800;
  if (seconds < kYear0 || seconds >= kYear10000) return {};
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace assay::provenance
