// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/output_formats.h"

#include <span>

#include "emit/check/check.h"
#include "emit/report/report.h"
#include "emit/review/review.h"

namespace assay::tool {
namespace {

template <class Row>
std::vector<std::string> namesIn(std::span<const Row> formats) {
  std::vector<std::string> names;
  for (const Row& format : formats) names.emplace_back(format.name);
  return names;
}

}  // namespace

std::vector<std::string> formatsOf(std::string_view verb) {
  if (verb == "alerts") return alertFormats();
  if (verb == "check") return namesIn(emit::check::formats());
  if (verb == "report") return namesIn(emit::report::formats());
  return verb == "review" ? namesIn(emit::review::formats()) : std::vector<std::string>();
}

}  // namespace assay::tool
