// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/failure_records.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "telemetry/type_name.h"
#include "vocabulary/size_bucket.h"

namespace assay::telemetry {
namespace {

using vocabulary::FailureRecord;
using vocabulary::SegmentHeader;

constexpr double kNanosecondsPerSecond = 1e9;
constexpr double kLatest = 1.8e19;  // that fits into 64 bits

bool isWhole(const FailureRecord& first, const FailureRecord& second) {
  return first.sequence != 0 && first.sequence != vocabulary::kFailureBeingWritten &&
         std::memcmp(&first, &second, sizeof first) == 0;
}

// Ticks go either way: another clock's pair, or nonsense.
std::uint64_t realtimeAt(std::uint64_t ticks, const SegmentHeader& header, double secondsPerTick) {
  const double since = ticks >= header.startTicks ? static_cast<double>(ticks - header.startTicks)
                                                  : -static_cast<double>(header.startTicks - ticks);
  const double at =
      static_cast<double>(header.startRealtime) + since * secondsPerTick * kNanosecondsPerSecond;
  return at > 0 && at < kLatest ? static_cast<std::uint64_t>(at) : 0;
}

}  // namespace

// Twice: a record that is the same both times was not written in between.
Expected<std::vector<FailureRecord>> readFailures(const ByteSource& source, const SegmentHeader& header,
                                                  std::uint32_t site, const std::string& name) {
  vocabulary::Failures readings[2];
  for (vocabulary::Failures& reading : readings)
    if (!source.read(header.failureOffset + site * sizeof reading,
                     std::as_writable_bytes(std::span(reading))))
      return failAt({name, 0, 0}, "the segment became shorter while it was read");
  std::vector<FailureRecord> whole;
  for (unsigned i = 0; i < vocabulary::kKeptFailures; ++i)
    if (isWhole(readings[0][i], readings[1][i])) whole.push_back(readings[0][i]);
  return whole;
}

std::string exceptionOf(const FailureRecord& record, std::span<const char> names) {
  const bool isThere = record.thrownLength <= vocabulary::kLongestTypeName &&
                       record.thrownOffset <= names.size() &&
                       record.thrownLength <= names.size() - record.thrownOffset;
  if (!isThere || record.thrownLength == 0) return {};
  return typeName(vocabulary::TypeKind::Mangled, {names.data() + record.thrownOffset, record.thrownLength});
}

Failure failureOf(const FailureRecord& record, const SegmentHeader& header, double secondsPerTick,
                  FailureNames names) {
  Failure failure;
  failure.thrown = record.kind == static_cast<std::uint8_t>(vocabulary::FailureKind::Exception);
  failure.sizeBucket = std::min<unsigned>(record.size, vocabulary::kSizeBucketCount);
  failure.type = std::move(names.type);
  failure.exception = std::move(names.exception);
  if (secondsPerTick <= 0) return failure;
  failure.endedNanoseconds = realtimeAt(record.ended, header, secondsPerTick);
  failure.seconds = static_cast<double>(record.duration) * secondsPerTick;
  return failure;
}

}  // namespace assay::telemetry
