// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Any bytes as a segment: the reader gives an answer or an error. The first byte chooses between the bytes as
// they are and a valid segment with patches (offset, value), which gets past the magic. The process that it
// names is asked after nowhere: decoding knows no system.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "support/segment_image.h"
#include "telemetry/decode_segment.h"
#include "telemetry/function_table.h"
#include "telemetry/table_text.h"

namespace {

using namespace assay;

std::string validSegment() {
  test::SegmentImage image;
  const auto first = image.addSite(7, "ns::first"), second = image.addSite(5, "second");
  for (const auto site : {first, first, second}) {
    const auto shard = image.addShard(site);
    for (std::uint64_t ticks = 1; ticks < 100000; ticks *= 3) image.call(shard, ticks);
  }
  image.addCarry(1, 4, 2);
  image.shard(0).nested = 5;
  image.shard(0).maxDepth = 3;
  image.shard(1).abandoned = 2;
  image.shard(0).sizes[5] = {.sumTicks = 90, .count = 3, .errors = 1};
  image.shard(1).sizes[47] = {.sumTicks = 9, .count = 1, .errors = 0};
  image.addCarry(0, vocabulary::kFirstSizeCarry + 5, 1);
  image.addMemory(first, 3, 3000, 100);
  image.addMemory(second, 2, 0, 5000);
  // The class of its exception is any text among the names.
  image.addFailure(first, 0, {1, 0, 3, 0, 0, 2000, 9, 4, 5, 0});
  image.errorCells(image.addErrors(first, 3, 2, 1)).rows[0] = {{4, 5, 0}, 9};
  image.addFailure(second, 3, {2, 1, 0, 1, 0, 3000, 9, 0, 0, 0});
  image.shard(image.addShard(image.addSite(3, "entries", vocabulary::kSiteEntryOnly))).entered = 8;
  return image.bytes();
}

std::string patched(const std::uint8_t* data, std::size_t size) {
  static const std::string valid = validSegment();
  std::string bytes = valid;
  struct Patch {
    std::uint16_t place;
    std::uint8_t value[4];
  };
  for (; size >= sizeof(Patch); data += sizeof(Patch), size -= sizeof(Patch)) {
    Patch patch;
    std::memcpy(&patch, data, sizeof patch);
    const std::size_t at = patch.place % bytes.size();
    std::memcpy(bytes.data() + at, patch.value, std::min(sizeof patch.value, bytes.size() - at));
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes = data[0] % 4 == 0 ? std::string(reinterpret_cast<const char*>(data) + 1, size - 1)
                                             : patched(data + 1, size - 1);
  const telemetry::ReaderClock clock{.bootId = "boot", .monotonic = 9000, .counter = {}};
  auto decoded = telemetry::decodeSegment(telemetry::MemorySource(test::bytesOf(bytes)), "segment", clock);
  if (!decoded) return 0;
  telemetry::FunctionTable table = telemetry::mergeProcesses({&decoded->snapshot, 1});
  telemetry::sortRows(table, telemetry::SortKey::P99, false);
  for (const telemetry::FunctionRow& row : table.rows)
    if (row.p50.has_value() != row.max.has_value()) std::abort();
  for (const telemetry::FunctionRow& row : table.rows)
    if (row.p50 && (*row.p50 > *row.max || *row.p99 > *row.max || *row.p50 > *row.p99)) std::abort();
  for (const telemetry::FunctionRow& row : table.rows)
    for (const telemetry::SizeRow& of : row.sizes)
      if (of.calls == 0 || (of.to && *of.to <= of.from)) std::abort();
  if (telemetry::tableLines(table, {.columns = 40}).empty()) std::abort();
  return 0;
}
