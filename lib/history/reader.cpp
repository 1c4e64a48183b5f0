// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <tuple>

#include "history/counts_blob.h"
#include "history/database_file.h"
#include "history/version_store.h"
#include "history/window_store.h"

namespace assay::history {
namespace {

using telemetry::SiteCounts;

const char* whyNot(FileKind kind) {
  switch (kind) {
    case FileKind::Missing: return "there is no history";
    case FileKind::Newer: return "the history is of a newer version of assay";
    case FileKind::Foreign: return "this is another program's database, not a history";
    case FileKind::Damaged: return "the history: no database at all";
    case FileKind::Ours: break;
  }
  return nullptr;
}

// Everything that one answer is made of is of one moment, though another process writes meanwhile.
template <class Answer>
Expected<Answer> atOnce(Connection& connection, const std::function<Expected<Answer>()>& ask) {
  ASSAY_TRY_VOID(connection.execute("BEGIN"));
  auto answer = ask();
  static_cast<void>(connection.execute("ROLLBACK"));  // nothing was written
  return answer;
}

struct Sum {
  SiteCounts counts = noCounts();
  Seconds first = 0;
  Seconds last = 0;
};
using Sums = std::map<std::int64_t, Sum>;

Expected<void> addRange(Connection& connection, const Range& range, Sums& sums) {
  const Level& level = kLevels[range.level];
  ASSAY_TRY(Statement rows,
            connection.prepare(fmt::format(
                "SELECT start, version, counts FROM {} WHERE start >= ? AND start < ?", level.table)));
  rows.start(range.period.since, range.period.until);
  for (;;) {
    ASSAY_TRY(const bool more, rows.next());
    if (!more) return {};
    const auto [place, isNew] = sums.try_emplace(rows.number(1));
    Sum& sum = place->second;
    if (isNew) sum.first = rows.number(0);
    sum.last = rows.number(0) + level.width;
    ASSAY_TRY_VOID(addCountsBlob(sum.counts, rows.text(2)));
  }
}

// The windows of some versions, a look-up for each: the table is in the order of time.
class CourseSum {
 public:
  CourseSum(Connection& connection, const std::vector<StoredVersion>& versions, Seconds step)
      : connection_(connection), versions_(versions), step_(step) {}

  Expected<void> add(const Range& range) {
    const Level& level = kLevels[range.level];
    ASSAY_TRY(Statement rows, connection_.prepare(fmt::format(
                                  "SELECT counts FROM {} WHERE start = ? AND version = ?", level.table)));
    for (Seconds start = range.period.since; start < range.period.until; start += level.width)
      for (std::size_t version = 0; version < versions_.size(); ++version) {
        rows.start(start, versions_[version].number);
        ASSAY_TRY_VOID(addRows(rows, start, {level.width, version}));
      }
    return {};
  }

  [[nodiscard]] std::vector<Window> take() && {
    std::vector<Window> windows;
    for (auto& [key, counts] : windows_)
      windows.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::move(counts)});
    return windows;
  }

 private:
  Expected<void> addRows(Statement& rows, Seconds start, std::pair<Seconds, std::size_t> widthAndVersion) {
    const auto [width, version] = widthAndVersion;
    const Seconds wide = std::max(width, step_);
    for (;;) {
      ASSAY_TRY(const bool more, rows.next());
      if (!more) return {};
      const auto place = windows_.try_emplace({floorTo(start, wide), wide, version}, noCounts()).first;
      ASSAY_TRY_VOID(addCountsBlob(place->second, rows.text(0)));
    }
  }

  Connection& connection_;
  const std::vector<StoredVersion>& versions_;
  Seconds step_;
  std::map<std::tuple<Seconds, Seconds, std::size_t>, SiteCounts> windows_;
};

std::size_t widestWithin(Seconds step) {
  std::size_t level = kCoarsest;
  while (level > kFinest && step % kLevels[level].width != 0) --level;
  return level;
}

// No window lies in two steps that begin at `since`.
std::size_t widestWithin(Seconds step, Seconds since) {
  std::size_t level = widestWithin(step);
  while (level > kFinest && since % kLevels[level].width != 0) --level;
  return level;
}

// Adds up one step after the other, and hands each on when it is over.
class Steps {
 public:
  Steps(Connection& connection, const std::vector<StoredVersion>& versions, const WindowVisitor& visit)
      : connection_(connection), visit_(visit) {
    for (const StoredVersion& version : versions) versions_[version.number] = &version.version;
  }

  Expected<void> add(const Range& range, Period period, Seconds step) {
    ASSAY_TRY(Statement rows,
              connection_.prepare(fmt::format("SELECT start, version, counts FROM {} WHERE start >= ? AND "
                                              "start < ? ORDER BY start",
                                              kLevels[range.level].table)));
    rows.start(range.period.since, range.period.until);
    for (;;) {
      ASSAY_TRY(const bool more, rows.next());
      if (!more) return {};
      // What is kept in days only may begin before the period does.
      const Seconds into = std::max<Seconds>(0, rows.number(0) - period.since);
      const Seconds start = period.since + floorTo(into, step);
      if (start != start_) end();
      start_ = start;
      ASSAY_TRY_VOID(
          addCountsBlob(sums_.try_emplace(rows.number(1), noCounts()).first->second, rows.text(2)));
    }
  }

  void end() {
    for (const auto& [number, counts] : sums_)
      if (const auto version = versions_.find(number); version != versions_.end())
        visit_(*version->second, start_, counts);
    sums_.clear();
  }

 private:
  Connection& connection_;
  const WindowVisitor& visit_;
  std::map<std::int64_t, const FunctionVersion*> versions_;
  Seconds start_ = 0;
  std::map<std::int64_t, SiteCounts> sums_;
};

}  // namespace

Expected<Reader> Reader::open(const std::filesystem::path& file) {
  if (const char* why = whyNot(kindOf(file))) return failAt({file.string(), 0, 0}, why);
  ASSAY_TRY(Connection connection, Connection::open(file, OpenMode::Read));
  return Reader(std::move(connection));
}

Expected<std::vector<VersionCounts>> Reader::read(Period period) {
  return atOnce<std::vector<VersionCounts>>(connection_, [&]() -> Expected<std::vector<VersionCounts>> {
    ASSAY_TRY(const Kept kept, keptIn(connection_));
    Sums sums;
    for (const Range& range : cover(period, kept)) ASSAY_TRY_VOID(addRange(connection_, range, sums));
    ASSAY_TRY(auto versions, versionsIn(connection_));
    std::vector<VersionCounts> all;
    for (StoredVersion& version : versions) {
      const auto sum = sums.find(version.number);
      if (sum == sums.end()) continue;
      all.push_back(
          {std::move(version.version), std::move(sum->second.counts), sum->second.first, sum->second.last});
    }
    return all;
  });
}

Expected<Course> Reader::course(std::uint64_t function, Period period, Seconds step) {
  return atOnce<Course>(connection_, [&]() -> Expected<Course> {
    ASSAY_TRY(const Kept kept, keptIn(connection_));
    ASSAY_TRY(const auto versions, versionsIn(connection_, function));
    CourseSum sum(connection_, versions, step);
    for (const Range& range : cover(period, kept, widestWithin(step))) ASSAY_TRY_VOID(sum.add(range));
    Course course;
    for (const StoredVersion& version : versions) course.versions.push_back(version.version);
    course.windows = std::move(sum).take();
    return course;
  });
}

Expected<void> Reader::eachWindow(Period period, Seconds step, const WindowVisitor& visit) {
  const auto done = atOnce<bool>(connection_, [&]() -> Expected<bool> {
    ASSAY_TRY(const Kept kept, keptIn(connection_));
    ASSAY_TRY(const auto versions, versionsIn(connection_));
    Steps steps(connection_, versions, visit);
    for (const Range& range : cover(period, kept, widestWithin(step, period.since)))
      ASSAY_TRY_VOID(steps.add(range, period, step));
    steps.end();
    return true;
  });
  if (!done) return std::unexpected(done.error());
  return {};
}

Expected<Period> Reader::known() {
  ASSAY_TRY(const Kept kept, keptIn(connection_));
  Period known = kept[kFinest];
  for (const Period& level : kept)
    if (level.since < level.until)
      known = {std::min(known.since, level.since), std::max(known.until, level.until)};
  return known;
}

}  // namespace assay::history
