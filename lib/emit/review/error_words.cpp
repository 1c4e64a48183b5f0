// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/error_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "emit/review/wording.h"
#include "support/strings.h"
#include "telemetry/error_kinds.h"
#include "telemetry/quantity_text.h"

namespace assay::emit::review {
namespace {

using insight::FunctionReview;

constexpr std::size_t kMostShown = 4;  // kinds of errors, shapes of failures

std::string errorsText(double errors) {
  return telemetry::countText(wholeNumber(std::round(errors)));
}

}  // namespace

std::string kindText(std::string_view kind) {
  if (kind == telemetry::kReturnedError) return "a returned error";
  if (kind == telemetry::kUnnamedException) return "an exception of no known class";
  if (kind == telemetry::kOtherExceptions) return "other exceptions";
  return visibleText(kind);
}

std::string kindsText(const FunctionReview& review) {
  std::vector<std::string> parts;
  std::size_t more = 0;
  for (const insight::ErrorKind& kind : review.errorKinds) {
    if (kind.after.events == 0) continue;
    if (parts.size() == kMostShown) {
      ++more;
      continue;
    }
    parts.push_back(fmt::format("{} {} of {} ({})", kindText(kind.kind), errorsText(kind.after.events),
                                errorsText(review.errors.after.events), percentText(kind.share.interval)));
  }
  if (parts.empty()) return {};
  return "errors: " + join(parts, ", ") + (more > 0 ? fmt::format(", and {} kinds more", more) : "");
}

std::string lastFailuresText(const FunctionReview& review) {
  std::vector<std::string> parts;
  const auto shapes = insight::shapesOf(review.failures);
  for (const insight::FailureShape& shape : std::span(shapes).first(std::min(shapes.size(), kMostShown))) {
    std::string text = fmt::format("{} of {}", shape.failures, kindText(shape.kind));
    if (shape.sizeBucket > 0) text += ", size " + sizesText(shape.sizeBucket - 1, shape.sizeBucket - 1);
    if (!shape.type.empty()) text += ", type " + visibleText(shape.type);
    parts.push_back(std::move(text));
  }
  if (parts.empty()) return {};
  const std::size_t more = shapes.size() - parts.size();
  const std::string last = review.failures.size() == 1
                               ? std::string("the last failure")
                               : fmt::format("the last {} failures", review.failures.size());
  return fmt::format("{}: {}{}", last, join(parts, "; "),
                     more > 0 ? fmt::format("; and {} shapes more", more) : "");
}

bool isOfErrors(const insight::Finding& finding) {
  using enum insight::FindingKind;
  return finding.kind == MoreErrors || finding.kind == MoreOfKind || finding.kind == FailsOften ||
         finding.kind == InputsFail;
}

}  // namespace assay::emit::review
