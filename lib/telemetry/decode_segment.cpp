// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/decode_segment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <map>
#include <utility>

#include "telemetry/error_kinds.h"
#include "telemetry/failure_records.h"
#include "telemetry/memory_cells.h"
#include "telemetry/segment_header.h"
#include "telemetry/shard_of_layout.h"
#include "telemetry/site_totals.h"
#include "telemetry/type_name.h"
#include "vocabulary/old_shards.h"

namespace assay::telemetry {
namespace {

using vocabulary::CarryRecord;
using vocabulary::SegmentHeader;
using vocabulary::SiteRecord;
using vocabulary::TypeCells;
using vocabulary::TypeRecord;

// Reading again because a cell ran over between its shard and the carries helps at once or not at all.
constexpr int kAttempts = 3;
constexpr std::size_t kShardsAtOnce = 64;

// By site, what has been counted in its rows.
using TypeRows = std::map<std::uint32_t, std::array<TypeCount, vocabulary::kOtherTypes>>;

struct SiteFailure {
  std::uint32_t site;
  vocabulary::FailureRecord record;
  std::string type;
  std::string exception;
};

class SegmentDecoder {
 public:
  SegmentDecoder(const ByteSource& source, const std::string& name) : source_(source), name_(name) {}

  Expected<void> decode();
  [[nodiscard]] const SegmentHeader& header() const { return header_; }
  [[nodiscard]] SiteTotals& totals() { return totals_; }
  [[nodiscard]] std::vector<SiteFailure>& failures() { return failures_; }

 private:
  Expected<void> readSites();
  Expected<void> readShards();
  Expected<void> foldShard(std::uint32_t index, const ReadShard& read);
  Expected<std::vector<CarryRecord>> readCarries();
  Expected<void> readLastFailures(std::span<const SiteRecord> records);
  Expected<void> readTypeCells();
  Expected<void> foldTypeCells(std::uint32_t index, const TypeCells& cells);
  Expected<void> addTypes();
  Expected<void> addErrorKinds();
  [[nodiscard]] bool hasCell(std::uint32_t bucket) const;
  Expected<void> addCarries(const std::vector<CarryRecord>& carries);

  template <class T>
  Expected<std::vector<T>> readTable(std::uint64_t offset, std::size_t count);
  [[nodiscard]] std::unexpected<Error> damaged(const std::string& what) const {
    return failAt({name_, 0, 0}, "damaged segment: " + what);
  }

  const ByteSource& source_;
  const std::string& name_;
  SegmentHeader header_{};
  std::uint32_t shardCount_ = 0;
  std::uint32_t cellCount_ = 0;
  std::uint32_t memoryCount_ = 0;
  SiteTotals totals_;
  std::vector<std::uint32_t> siteOfShard_;
  TypeRows typeRows_;
  std::vector<SiteFailure> failures_;
  std::vector<vocabulary::ErrorCells> errorCells_;
};

template <class T>
Expected<std::vector<T>> SegmentDecoder::readTable(std::uint64_t offset, std::size_t count) {
  std::vector<T> rows(count);
  if (!source_.read(offset, std::as_writable_bytes(std::span(rows))))
    return failAt({name_, 0, 0}, "the segment became shorter while it was read");
  return rows;
}

bool equal(const std::vector<CarryRecord>& a, const std::vector<CarryRecord>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(CarryRecord)) == 0);
}

// The header is read twice: the shards of the first reading belong to sites that the second one certainly
// has.
Expected<void> SegmentDecoder::decode() {
  for (int attempt = 1;; ++attempt) {
    ASSAY_TRY(const SegmentHeader first, readHeader(source_, name_));
    ASSAY_TRY(header_, readHeader(source_, name_));
    shardCount_ = std::min(first.shardCount, header_.shardCount);
    cellCount_ = header_.layoutVersion < 5 ? 0 : std::min(first.cellCount, header_.cellCount);
    memoryCount_ = header_.layoutVersion < 7 ? 0 : std::min(first.memoryCount, header_.memoryCount);
    const std::uint32_t errorCount =
        header_.layoutVersion < 7 ? 0 : std::min(first.errorCount, header_.errorCount);
    ASSAY_TRY_VOID(readSites());
    ASSAY_TRY(const auto before, readCarries());
    ASSAY_TRY_VOID(readShards());
    ASSAY_TRY_VOID(readTypeCells());
    ASSAY_TRY_VOID(addMemoryCells({source_, header_.memoryOffset, memoryCount_}, totals_, name_));
    ASSAY_TRY(errorCells_, readErrorCells({source_, header_.errorOffset, errorCount}, name_));
    ASSAY_TRY(header_, readHeader(source_, name_));
    ASSAY_TRY(const auto after, readCarries());
    if (!equal(before, after) && attempt < kAttempts) continue;
    ASSAY_TRY_VOID(addTypes());
    ASSAY_TRY_VOID(addErrorKinds());
    return addCarries(after);
  }
}

Expected<void> SegmentDecoder::readSites() {
  ASSAY_TRY(const auto records, readTable<SiteRecord>(header_.siteOffset, header_.siteCount));
  ASSAY_TRY(const auto names, readTable<char>(header_.nameOffset, header_.nameUsed));
  totals_ = SiteTotals(records.size());
  if (header_.layoutVersion < 4) totals_.deriveEnded();
  if (header_.layoutVersion >= 6) totals_.deriveCalls();
  for (std::size_t i = 0; i < records.size(); ++i) {
    const SiteRecord& record = records[i];
    if (record.nameOffset > names.size() || record.nameLength > names.size() - record.nameOffset)
      return damaged(fmt::format("the name of its site {} lies outside the names", i));
    if (record.nameLength > vocabulary::kLongestSiteName)
      return damaged(fmt::format("the name of its site {} has {} bytes", i, record.nameLength));
    if (record.id == 0 && record.nameLength == 0) continue;  // never registered
    totals_.name(i, record.id, {names.data() + record.nameOffset, record.nameLength});
    if (header_.layoutVersion > 1 && (record.flags & vocabulary::kSiteEntryOnly) != 0)
      totals_.setEntryOnly(i);
    if (header_.layoutVersion >= 4) totals_.setMostAtOnce(i, record.mostAtOnce);
  }
  return readLastFailures(records);
}

// Most sites have none.
Expected<void> SegmentDecoder::readLastFailures(std::span<const SiteRecord> records) {
  failures_.clear();
  if (header_.layoutVersion < 6) return {};
  for (std::uint32_t site = 1; site < records.size(); ++site) {
    if (records[site].failures == 0) continue;
    ASSAY_TRY(const auto last, readFailures(source_, header_, site, name_));
    for (const vocabulary::FailureRecord& record : last) failures_.push_back({site, record, {}, {}});
  }
  return {};
}

Expected<void> SegmentDecoder::readShards() {
  siteOfShard_.assign(shardCount_, 0);
  std::vector<std::byte> buffer(std::min<std::size_t>(shardCount_, kShardsAtOnce) * header_.shardBytes);
  for (std::uint32_t index = 0; index < shardCount_;) {
    const std::size_t count = std::min<std::size_t>(shardCount_ - index, kShardsAtOnce);
    const std::span chunk(buffer.data(), count * header_.shardBytes);
    const std::uint64_t offset = header_.shardOffset + std::uint64_t{index} * header_.shardBytes;
    if (!source_.read(offset, chunk))
      return failAt({name_, 0, 0}, "the segment became shorter while it was read");
    for (std::size_t i = 0; i < count; ++i, ++index) {
      const std::byte* bytes = chunk.data() + i * header_.shardBytes;
      ASSAY_TRY_VOID(foldShard(index, shardOfLayout(bytes, header_.layoutVersion)));
    }
  }
  return {};
}

Expected<void> SegmentDecoder::foldShard(std::uint32_t index, const ReadShard& read) {
  const std::uint32_t site = read.shard.site;
  if (site >= totals_.size())
    return damaged(fmt::format("its shard {} counts for site {} of {}", index, site, totals_.size()));
  if (read.pendingBucket > vocabulary::kTrashBucket)
    return damaged(fmt::format("its shard {} holds back bucket {}", index, read.pendingBucket));
  siteOfShard_[index] = site;
  if (site == 0) return {};  // not yet given to a site
  totals_.add(read.shard);
  totals_.carry(site, vocabulary::kNestedCarry, read.nestedBeyond);
  totals_.carry(site, vocabulary::kAbandonedCarry, read.abandonedBeyond);
  return {};
}

Expected<void> SegmentDecoder::readTypeCells() {
  typeRows_.clear();
  for (std::uint32_t index = 0; index < cellCount_;) {
    const std::size_t count = std::min<std::size_t>(cellCount_ - index, kShardsAtOnce);
    const std::uint64_t offset = header_.cellOffset + std::uint64_t{index} * sizeof(TypeCells);
    ASSAY_TRY(const auto chunk, readTable<TypeCells>(offset, count));
    for (const TypeCells& cells : chunk) ASSAY_TRY_VOID(foldTypeCells(index++, cells));
  }
  return {};
}

Expected<void> SegmentDecoder::foldTypeCells(std::uint32_t index, const TypeCells& cells) {
  if (cells.site >= totals_.size())
    return damaged(
        fmt::format("its rows of types {} count for site {} of {}", index, cells.site, totals_.size()));
  if (cells.site == 0) return {};  // not yet given to a site
  auto& rows = typeRows_[cells.site];
  for (unsigned i = 0; i < rows.size(); ++i) {
    rows[i].calls = saturatingAdd(rows[i].calls, cells.rows[i].calls);
    rows[i].errors = saturatingAdd(rows[i].errors, cells.rows[i].errors);
    rows[i].sumTicks = saturatingAdd(rows[i].sumTicks, cells.rows[i].sumTicks);
  }
  return {};
}

bool hasCounts(const TypeCount& row) {
  return row.calls != 0 || row.errors != 0 || row.sumTicks != 0;
}

// The names are read last: then each row that has been read has its name, unless that is in another file of
// the process. Such a row is counted with those that never had one.
Expected<void> SegmentDecoder::addTypes() {
  if (typeRows_.empty() && failures_.empty()) return {};
  ASSAY_TRY(const auto records, readTable<TypeRecord>(header_.typeOffset, header_.typeCount));
  ASSAY_TRY(const auto names, readTable<char>(header_.nameOffset, header_.nameUsed));
  for (SiteFailure& failure : failures_) failure.exception = exceptionOf(failure.record, names);
  for (const TypeRecord& record : records) {
    if (record.nameOffset > names.size() || record.nameLength > names.size() - record.nameOffset ||
        record.nameLength > vocabulary::kLongestTypeName || record.row == 0 ||
        record.row > vocabulary::kNamedTypes || record.kind > vocabulary::TypeKind::Text)
      return damaged(fmt::format("a type of its site {} is none", record.site));
    const std::string_view written(names.data() + record.nameOffset, record.nameLength);
    for (SiteFailure& failure : std::ranges::equal_range(failures_, record.site, {}, &SiteFailure::site))
      if (failure.record.type == record.row) failure.type = typeName(record.kind, written);
    const auto rows = typeRows_.find(record.site);
    if (rows == typeRows_.end()) continue;
    TypeCount& row = rows->second[record.row - 1u];
    if (!hasCounts(row)) continue;
    totals_.addType(record.site, typeName(record.kind, written), std::exchange(row, {}));
  }
  for (const auto& [site, rows] : typeRows_)
    for (const TypeCount& row : rows)
      if (hasCounts(row)) totals_.addType(site, "", row);
  return {};
}

Expected<void> SegmentDecoder::addErrorKinds() {
  if (errorCells_.empty()) return {};
  ASSAY_TRY(const auto names, readTable<char>(header_.nameOffset, header_.nameUsed));
  return addErrorCells(errorCells_, names, totals_, name_);
}

bool SegmentDecoder::hasCell(std::uint32_t bucket) const {
  if (header_.layoutVersion < 3) return bucket < vocabulary::kBucketCount;
  const std::uint32_t cells =
      header_.layoutVersion < 8 ? vocabulary::kCarryCellCountBefore8 : vocabulary::kCarryCellCount;
  return bucket < cells && bucket != vocabulary::kBucketCount;
}

Expected<std::vector<CarryRecord>> SegmentDecoder::readCarries() {
  return readTable<CarryRecord>(header_.carryOffset, header_.carryCount);
}

Expected<void> SegmentDecoder::addCarries(const std::vector<CarryRecord>& carries) {
  for (const CarryRecord& carry : carries) {
    if (carry.shard >= header_.shardCount || !hasCell(carry.bucket) || carry.carries >> 32 != 0)
      return damaged(
          fmt::format("it carries {} for bucket {} of shard {}", carry.carries, carry.bucket, carry.shard));
    // A shard that is younger than this reading has been left out with its carries.
    if (carry.shard < siteOfShard_.size() && siteOfShard_[carry.shard] != 0)
      totals_.carry(siteOfShard_[carry.shard], carry.bucket, carry.carries << 32);
  }
  return {};
}

std::string textOf(std::span<const char> field) {
  return {field.data(), ::strnlen(field.data(), field.size())};
}

double secondsBetween(std::uint64_t from, std::uint64_t to) {
  return to > from ? static_cast<double>(to - from) * 1e-9 : 0;
}

}  // namespace

Expected<DecodedSegment> decodeSegment(const ByteSource& source, const std::string& name,
                                       const ReaderClock& clock) {
  SegmentDecoder decoder(source, name);
  ASSAY_TRY_VOID(decoder.decode());
  const SegmentHeader& header = decoder.header();
  DecodedSegment decoded;
  decoded.ofThisBoot = isOfThisBoot(header, clock);
  if (decoded.ofThisBoot) decoded.secondsSinceStart = secondsBetween(header.startMonotonic, clock.monotonic);
  ProcessSnapshot& snapshot = decoded.snapshot;
  snapshot.pid = header.pid;
  snapshot.processStart = header.processStart;
  snapshot.program = textOf(header.program);
  snapshot.guardsOn = header.guardsOn != 0;
  snapshot.startRealtime = header.startRealtime;
  if (header.finished != 0)
    snapshot.observedSeconds = secondsBetween(header.startMonotonic, header.recentMonotonic);
  snapshot.secondsPerTick = secondsPerTick(header, clock);
  for (SiteFailure& failure : decoder.failures())
    decoder.totals().addFailure(failure.site,
                                failureOf(failure.record, header, snapshot.secondsPerTick,
                                          {std::move(failure.type), std::move(failure.exception)}));
  snapshot.lostCalls = header.lostCalls;
  snapshot.lostSites = header.lostSites;
  snapshot.sites = std::move(decoder.totals()).take();
  return decoded;
}

}  // namespace assay::telemetry
