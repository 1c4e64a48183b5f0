// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Numbers that may not be there, and sizes of inputs, as the API writes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/value.h"
#include "telemetry/error_kinds.h"
#include "telemetry/input_sizes.h"
#include "telemetry/input_types.h"

namespace assay::serve {

template <class Number>
document::Value orNull(const std::optional<Number>& value) {
  return value ? document::Value(*value) : document::Value(nullptr);
}

inline document::Value textOrNull(const std::string& text) {
  return text.empty() ? document::Value(nullptr) : document::Value(text);
}

/// Time against size: a cell for each power of two that has calls.
inline document::Array sizeCells(const std::vector<telemetry::SizeRow>& rows) {
  document::Array cells;
  for (const telemetry::SizeRow& row : rows)
    cells.push_back(document::Object{{"from", document::Value(row.from)},
                                     {"to", orNull(row.to)},
                                     {"calls", document::Value(row.calls)},
                                     {"errors", document::Value(row.errors)},
                                     {"meanSeconds", orNull(row.meanSeconds)}});
  return cells;
}

/// What calls did to memory; null where nobody counts that.
inline document::Value memoryNumbers(const telemetry::MemoryCount& memory) {
  if (memory.calls == 0) return nullptr;
  return document::Object{{"calls", document::Value(memory.calls)},
                          {"allocatedBytes", document::Value(memory.allocated)},
                          {"freedBytes", document::Value(memory.freed)}};
}

/// Errors by kind. Classes are foreign text.
inline document::Array errorKindRows(const std::vector<telemetry::ErrorKindRow>& rows) {
  document::Array kinds;
  for (const telemetry::ErrorKindRow& row : rows)
    kinds.push_back(document::Object{{"kind", row.kind}, {"errors", document::Value(row.errors)}});
  return kinds;
}

/// The last failures, the latest first.
inline document::Array failureRows(const std::vector<telemetry::Failure>& failures) {
  document::Array rows;
  for (const telemetry::Failure& failure : failures) {
    const auto sizes = telemetry::sizesOf(failure);
    const bool known = failure.endedNanoseconds > 0;
    rows.push_back(document::Object{
        {"ended", known ? document::Value(static_cast<double>(failure.endedNanoseconds) * 1e-9) : nullptr},
        {"seconds", known ? document::Value(failure.seconds) : nullptr},
        {"by", failure.thrown ? "exception" : "return"},
        {"exception", textOrNull(failure.exception)},
        {"sizeFrom", sizes ? document::Value(sizes->from) : nullptr},
        {"sizeTo", sizes ? orNull(sizes->to) : nullptr},
        {"type", textOrNull(failure.type)}});
  }
  return rows;
}

/// Calls by the type of their input. Names are foreign text.
inline document::Array typeRows(const std::vector<telemetry::TypeRow>& rows) {
  document::Array types;
  for (const telemetry::TypeRow& row : rows)
    types.push_back(document::Object{{"type", row.name},
                                     {"calls", document::Value(row.calls)},
                                     {"errors", document::Value(row.errors)},
                                     {"meanSeconds", orNull(row.meanSeconds)}});
  return types;
}

}  // namespace assay::serve
