// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The room's diagnostics: one function that adds place, source line and underline. The ids are explained in
// docs/reference/diagnostics.md.
#pragma once

#include <string>

#include "source/source_text.h"
#include "source/span.h"
#include "support/diagnostics.h"

namespace assay::tag {

namespace complaint {
inline constexpr const char* kQuote = "assay-tag-001";
inline constexpr const char* kDateForm = "assay-tag-002";
inline constexpr const char* kDateValue = "assay-tag-003";
inline constexpr const char* kParenthesis = "assay-tag-004";
inline constexpr const char* kNoValue = "assay-tag-005";
inline constexpr const char* kTwice = "assay-tag-006";
inline constexpr const char* kRegionOpen = "assay-tag-007";
inline constexpr const char* kRegionEnd = "assay-tag-008";
inline constexpr const char* kIgnoreOpen = "assay-tag-009";
inline constexpr const char* kIgnoreEnd = "assay-tag-010";
inline constexpr const char* kProse = "assay-tag-011";
inline constexpr const char* kUnknownName = "assay-tag-012";
inline constexpr const char* kMisspeltHead = "assay-tag-013";
inline constexpr const char* kShare = "assay-tag-014";
}  // namespace complaint

/// What is wrong where; `hint` says how to write it.
struct Complaint {
  const char* id;
  source::Span span;
  std::string message;
  std::string hint = {};
  Severity severity = Severity::Warning;
};

void add(Diagnostics& diagnostics, const source::SourceText& text, Complaint complaint);

}  // namespace assay::tag
