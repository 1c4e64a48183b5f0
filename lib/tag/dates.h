// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Dates as people write them in tags. ISO dates and timestamps are checked and taken; everything else that
// looks like a date is named for what it is, never guessed.
#pragma once

#include <optional>
#include <string_view>

#include "source/span.h"

namespace assay::tag {

enum class DateForm {
  Iso,         ///< a real day, "2024-01-15" or "2026-07-08T14:32:00Z"
  Impossible,  ///< ISO in shape, but there is no such day or time
  Ambiguous,  ///< "7/20/23", "01.02.2024", "2024/01/15": no one order of day and month is certain, or not ISO
  Mistyped,   ///< "20x4-01-15": ISO but for a letter or two
};

struct FoundDate {
  source::Span span;  ///< offsets into the text that was searched
  DateForm form = DateForm::Iso;
};

/// What the whole text is; nothing when it does not look like a date in figures.
std::optional<DateForm> dateForm(std::string_view text);

/// The first date inside the text that stands by itself (no letter, digit or '.', '-', '/' touching it).
std::optional<FoundDate> findDate(std::string_view text);

}  // namespace assay::tag
