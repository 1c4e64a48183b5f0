// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rows.h"

namespace {

// Inside a function, because others' constructors add to it before this file's would run.
std::vector<assay::bench::Row>& all() {
  static std::vector<assay::bench::Row> rows;
  return rows;
}

}  // namespace

void assay_bench_add_rows(const char* family, const assay_bench_row* rows) {
  for (; rows->name != nullptr; ++rows) all().push_back({std::string(family) + '/' + rows->name, *rows});
}

namespace assay::bench {

const std::vector<Row>& rows() {
  return all();
}

}  // namespace assay::bench
