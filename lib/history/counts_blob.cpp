// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/counts_blob.h"

#include <algorithm>
#include <cmath>

#include "telemetry/error_kinds.h"
#include "telemetry/input_types.h"
#include "telemetry/site_totals.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::history {
namespace {

using telemetry::saturatingAdd;
using telemetry::SiteCounts;
using telemetry::SizeCount;

constexpr std::uint64_t kBlobFormat = 1;
constexpr std::uint64_t kEntryOnlyFlag = 1;
constexpr std::uint64_t kHistogramSection = 1;
constexpr std::uint64_t kSizesSection = 2;
constexpr std::uint64_t kTypesSection = 3;
constexpr std::uint64_t kSamplingSection = 4;
constexpr std::uint64_t kMemorySection = 5;
constexpr std::uint64_t kErrorKindsSection = 6;
constexpr std::uint64_t kFailuresSection = 7;
constexpr double kNanosecondsOfSecond = 1e9;
constexpr double kLongestKept = 1e18;  // nanoseconds; damage may say more

void putVarint(std::string& to, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) to += static_cast<char>(value | 0x80);
  to += static_cast<char>(value);
}

// Differences go either way, and wrap: what is added again gives the number back.
void putDifference(std::string& to, std::uint64_t value, std::uint64_t mostly) {
  const std::uint64_t difference = value - mostly;
  putVarint(to, (difference << 1) ^ (0 - (difference >> 63)));
}

void putSection(std::string& to, std::uint64_t number, const std::string& content) {
  if (content.empty()) return;
  putVarint(to, number);
  putVarint(to, content.size());
  to += content;
}

std::string histogramBytes(const telemetry::Histogram& histogram) {
  std::string bytes;
  std::uint64_t empty = 0;
  for (const std::uint64_t calls : histogram) {
    if (calls == 0) {
      ++empty;
      continue;
    }
    putVarint(bytes, std::exchange(empty, 0));
    putVarint(bytes, calls);
  }
  return bytes;
}

std::string sizeBytes(const telemetry::InputSizes& sizes) {
  std::string bytes;
  std::uint64_t empty = 0;
  for (const SizeCount& size : sizes) {
    if (size.calls == 0 && size.errors == 0 && size.sumTicks == 0) {
      ++empty;
      continue;
    }
    putVarint(bytes, std::exchange(empty, 0));
    putVarint(bytes, size.calls);
    putVarint(bytes, size.errors);
    putVarint(bytes, size.sumTicks);
  }
  return bytes;
}

std::string typeBytes(const telemetry::InputTypes& types) {
  std::string bytes;
  for (const auto& [name, count] : types) {
    if (count.calls == 0 && count.errors == 0 && count.sumTicks == 0) continue;
    putVarint(bytes, name.size());
    bytes += name;
    putVarint(bytes, count.calls);
    putVarint(bytes, count.errors);
    putVarint(bytes, count.sumTicks);
  }
  return bytes;
}

std::string errorKindBytes(const telemetry::ErrorKinds& kinds) {
  std::string bytes;
  for (const auto& [kind, errors] : kinds) {
    if (errors == 0) continue;
    putVarint(bytes, kind.size());
    bytes += kind;
    putVarint(bytes, errors);
  }
  return bytes;
}

std::string failureBytes(const std::vector<telemetry::Failure>& failures) {
  std::string bytes;
  for (const telemetry::Failure& failure : failures) {
    if (failure.endedNanoseconds == 0) continue;
    const double took = std::clamp(failure.seconds * kNanosecondsOfSecond, 0.0, kLongestKept);
    putVarint(bytes, failure.endedNanoseconds);
    putVarint(bytes, failure.thrown ? 1 : 0);
    putVarint(bytes, static_cast<std::uint64_t>(std::llround(took)));
    putVarint(bytes, failure.sizeBucket);
    for (const std::string* name : {&failure.type, &failure.exception}) {
      putVarint(bytes, name->size());
      bytes += *name;
    }
  }
  return bytes;
}

std::string samplingBytes(const SiteCounts& counts) {
  std::string bytes;
  if (counts.estimated > 0) putVarint(bytes, counts.estimated);
  return bytes;
}

std::string memoryBytes(const telemetry::MemoryCount& memory) {
  std::string bytes;
  if (memory.calls == 0 && memory.allocated == 0 && memory.freed == 0) return bytes;
  putVarint(bytes, memory.calls);
  putVarint(bytes, memory.allocated);
  putVarint(bytes, memory.freed);
  return bytes;
}

// Zero for everything once it has failed.
class BlobReader {
 public:
  explicit BlobReader(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool atEnd() const { return rest_.empty(); }
  [[nodiscard]] bool hasFailed() const { return failed_; }
  void fail() {
    failed_ = true;
    rest_ = {};
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < rest_.size() && i < 10; ++i) {
      const auto byte = static_cast<unsigned char>(rest_[i]);
      value |= std::uint64_t{byte & 0x7FU} << (7 * i);
      if ((byte & 0x80U) != 0) continue;
      rest_.remove_prefix(i + 1);
      return value;
    }
    fail();
    return 0;
  }

  std::uint64_t difference(std::uint64_t mostly) {
    const std::uint64_t folded = number();
    return mostly + ((folded >> 1) ^ (0 - (folded & 1)));
  }

  // So many bytes as the number before them says.
  std::string_view bytes() {
    const std::uint64_t length = number();
    if (length > rest_.size()) fail();
    const std::string_view content = rest_.substr(0, length);
    rest_.remove_prefix(content.size());
    return content;
  }

  BlobReader section() { return BlobReader(bytes()); }

  // The next bucket that has something, of so many; they begin at `bucket`.
  std::uint64_t bucketFrom(std::uint64_t bucket, std::uint64_t count) {
    const std::uint64_t empty = number();
    if (empty < count - bucket) return bucket + empty;
    fail();
    return 0;
  }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

void addTo(std::uint64_t& sum, std::uint64_t value) {
  sum = saturatingAdd(sum, value);
}

bool addHistogramBytes(telemetry::Histogram& to, BlobReader bytes) {
  to.resize(vocabulary::kBucketCount);
  for (std::uint64_t bucket = 0; !bytes.atEnd(); ++bucket) {
    bucket = bytes.bucketFrom(bucket, to.size());
    const std::uint64_t calls = bytes.number();
    if (bytes.hasFailed()) return false;
    addTo(to[bucket], calls);
  }
  return true;
}

bool addSizeBytes(telemetry::InputSizes& to, BlobReader bytes) {
  to.resize(vocabulary::kSizeBucketCount);
  for (std::uint64_t bucket = 0; !bytes.atEnd(); ++bucket) {
    bucket = bytes.bucketFrom(bucket, to.size());
    const std::uint64_t calls = bytes.number();
    const std::uint64_t errors = bytes.number();
    const std::uint64_t sum = bytes.number();
    if (bytes.hasFailed()) return false;
    addTo(to[bucket].calls, calls);
    addTo(to[bucket].errors, errors);
    addTo(to[bucket].sumTicks, sum);
  }
  return true;
}

bool addTypeBytes(telemetry::InputTypes& to, BlobReader bytes) {
  while (!bytes.atEnd()) {
    const std::string name(bytes.bytes());
    telemetry::TypeCount count;
    count.calls = bytes.number();
    count.errors = bytes.number();
    count.sumTicks = bytes.number();
    if (bytes.hasFailed()) return false;
    telemetry::addType(to, name, count);
  }
  return true;
}

bool addErrorKindBytes(telemetry::ErrorKinds& to, BlobReader bytes) {
  while (!bytes.atEnd()) {
    const std::string kind(bytes.bytes());
    const std::uint64_t errors = bytes.number();
    if (bytes.hasFailed()) return false;
    telemetry::addErrors(to, kind, errors);
  }
  return true;
}

bool addFailureBytes(std::vector<telemetry::Failure>& to, BlobReader bytes) {
  std::vector<telemetry::Failure> failures;
  while (!bytes.atEnd()) {
    telemetry::Failure failure;
    failure.endedNanoseconds = bytes.number();
    failure.thrown = bytes.number() != 0;
    failure.seconds = static_cast<double>(bytes.number()) / kNanosecondsOfSecond;
    const std::uint64_t bucket = bytes.number();
    failure.type = bytes.bytes();
    failure.exception = bytes.bytes();
    if (bytes.hasFailed() || bucket > vocabulary::kSizeBucketCount) return false;
    failure.sizeBucket = static_cast<unsigned>(bucket);
    failures.push_back(std::move(failure));
  }
  telemetry::addFailures(to, failures);
  return true;
}

void addNumbers(SiteCounts& to, BlobReader& bytes) {
  const std::uint64_t calls = bytes.number();
  addTo(to.calls, calls);
  addTo(to.timed, bytes.difference(calls));
  addTo(to.errors, bytes.number());
  const std::uint64_t entered = bytes.number();
  addTo(to.entered, entered);
  addTo(to.ended, bytes.difference(entered));
  addTo(to.abandoned, bytes.number());
  addTo(to.sumTicks, bytes.number());
  to.maxTicks = std::max(to.maxTicks, bytes.number());
  to.mostAtOnce = std::max(to.mostAtOnce, static_cast<std::uint32_t>(bytes.number()));
  to.maxDepth = std::max(to.maxDepth, static_cast<std::uint32_t>(bytes.number()));
}

bool addSamplingBytes(SiteCounts& to, BlobReader bytes) {
  addTo(to.estimated, bytes.number());
  return !bytes.hasFailed();
}

bool addMemoryBytes(SiteCounts& to, BlobReader bytes) {
  const std::uint64_t calls = bytes.number();
  const std::uint64_t allocated = bytes.number();
  const std::uint64_t freed = bytes.number();
  if (bytes.hasFailed()) return false;
  telemetry::addMemory(to.memory, {calls, allocated, freed});
  return true;
}

bool addSections(SiteCounts& to, BlobReader& bytes) {
  while (!bytes.atEnd()) {
    const std::uint64_t section = bytes.number();
    const BlobReader content = bytes.section();
    if (bytes.hasFailed()) return false;
    if (section == kHistogramSection && !addHistogramBytes(to.histogram, content)) return false;
    if (section == kSizesSection && !addSizeBytes(to.sizes, content)) return false;
    if (section == kTypesSection && !addTypeBytes(to.types, content)) return false;
    if (section == kSamplingSection && !addSamplingBytes(to, content)) return false;
    if (section == kMemorySection && !addMemoryBytes(to, content)) return false;
    if (section == kErrorKindsSection && !addErrorKindBytes(to.errorKinds, content)) return false;
    if (section == kFailuresSection && !addFailureBytes(to.failures, content)) return false;
  }
  return !bytes.hasFailed();
}

}  // namespace

std::string countsBlob(const SiteCounts& counts) {
  std::string blob;
  putVarint(blob, kBlobFormat);
  putVarint(blob, counts.entryOnly ? kEntryOnlyFlag : 0);
  putVarint(blob, counts.calls);
  putDifference(blob, counts.timed, counts.calls);
  putVarint(blob, counts.errors);
  putVarint(blob, counts.entered);
  putDifference(blob, counts.ended, counts.entered);
  for (const std::uint64_t value : {counts.abandoned, counts.sumTicks, counts.maxTicks,
                                    std::uint64_t{counts.mostAtOnce}, std::uint64_t{counts.maxDepth}})
    putVarint(blob, value);
  putSection(blob, kHistogramSection, histogramBytes(counts.histogram));
  putSection(blob, kSizesSection, sizeBytes(counts.sizes));
  putSection(blob, kTypesSection, typeBytes(counts.types));
  putSection(blob, kSamplingSection, samplingBytes(counts));
  putSection(blob, kMemorySection, memoryBytes(counts.memory));
  putSection(blob, kErrorKindsSection, errorKindBytes(counts.errorKinds));
  putSection(blob, kFailuresSection, failureBytes(counts.failures));
  return blob;
}

Expected<void> addCountsBlob(SiteCounts& to, std::string_view blob) {
  BlobReader bytes(blob);
  if (bytes.number() != kBlobFormat) return fail(ErrorCode::Input, "counts in a form that is not known");
  to.entryOnly = (bytes.number() & kEntryOnlyFlag) != 0 && to.entryOnly;
  addNumbers(to, bytes);
  if (!addSections(to, bytes)) return fail(ErrorCode::Input, "damaged counts");
  return {};
}

SiteCounts noCounts() {
  SiteCounts counts;
  counts.entryOnly = true;
  return counts;
}

Expected<SiteCounts> countsOf(std::string_view blob) {
  SiteCounts counts = noCounts();
  ASSAY_TRY_VOID(addCountsBlob(counts, blob));
  return counts;
}

}  // namespace assay::history
