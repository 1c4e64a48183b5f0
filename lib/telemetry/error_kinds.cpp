// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/error_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "telemetry/type_name.h"

namespace assay::telemetry {
namespace {

using vocabulary::ErrorCells;
using vocabulary::ThrownClass;

std::size_t classesOf(const ErrorKinds& kinds) {
  return static_cast<std::size_t>(
      std::ranges::count_if(kinds, [](const auto& one) { return hasClass(one.first); }));
}

bool hasPlace(const ErrorKinds& kinds, const std::string& kind) {
  return !hasClass(kind) || kinds.contains(kind) || classesOf(kinds) < kMostExceptions;
}

std::string className(const ThrownClass& thrown, std::span<const char> names) {
  const bool isThere = thrown.length != 0 && thrown.length <= vocabulary::kLongestTypeName &&
                       thrown.offset <= names.size() && thrown.length <= names.size() - thrown.offset;
  if (!isThere) return kOtherExceptions;
  return typeName(vocabulary::TypeKind::Mangled, {names.data() + thrown.offset, thrown.length});
}

void addToSite(SiteTotals& totals, const ErrorCells& cells, std::span<const char> names) {
  totals.addErrors(cells.site, kReturnedError, cells.returned);
  totals.addErrors(cells.site, kUnnamedException, cells.unnamed);
  totals.addErrors(cells.site, kOtherExceptions, cells.others);
  for (const vocabulary::ExceptionCell& row : cells.rows)
    if (row.calls != 0) totals.addErrors(cells.site, className(row.thrown, names), row.calls);
}

}  // namespace

bool hasClass(const std::string& kind) {
  return kind != kReturnedError && kind != kUnnamedException && kind != kOtherExceptions;
}

void addErrors(ErrorKinds& to, const std::string& kind, std::uint64_t errors) {
  if (errors == 0) return;
  std::uint64_t& sum = to[hasPlace(to, kind) ? kind : kOtherExceptions];
  sum = saturatingAdd(sum, errors);
}

void keepErrorKind(ErrorKinds& in, const std::string& kind) {
  if (hasPlace(in, kind)) in.try_emplace(kind, 0);
}

void addErrorKinds(ErrorKinds& to, const ErrorKinds& from) {
  for (const auto& [kind, errors] : from) addErrors(to, kind, errors);
}

std::vector<ErrorKindRow> rowsOf(const ErrorKinds& kinds) {
  std::vector<ErrorKindRow> rows;
  for (const auto& [kind, errors] : kinds)
    if (errors > 0) rows.push_back({kind, errors});
  std::ranges::sort(rows, [](const ErrorKindRow& a, const ErrorKindRow& b) {
    return std::tuple(a.kind == kOtherExceptions, b.errors, a.kind) <
           std::tuple(b.kind == kOtherExceptions, a.errors, b.kind);
  });
  return rows;
}

Expected<std::vector<ErrorCells>> readErrorCells(const ErrorCellTable& table, const std::string& name) {
  if (table.count == 0) return {};
  std::vector<ErrorCells> cells(table.count);
  if (!table.source.read(table.offset, std::as_writable_bytes(std::span(cells))))
    return failAt({name, 0, 0}, "the segment became shorter while it was read");
  return cells;
}

Expected<void> addErrorCells(std::span<const ErrorCells> cells, std::span<const char> names,
                             SiteTotals& totals, const std::string& name) {
  for (const ErrorCells& one : cells) {
    if (one.site >= totals.size())
      return failAt({name, 0, 0}, fmt::format("damaged segment: an error cell counts for site {} of {}",
                                              one.site, totals.size()));
    if (one.site != 0) addToSite(totals, one, names);
  }
  return {};
}

}  // namespace assay::telemetry
