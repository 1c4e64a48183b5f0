// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The words that say which returns of a function are failures: of a tag (`errors: negative`) and of
// `.assay.yaml`.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/edit_point.h"

namespace assay::model {

struct ErrorWord {
  std::string_view word;
  PointKind kind;
  bool byDefault;  ///< counts where nothing is said
};

/// All words that stand for returns; one that stands for several kinds has several rows, those that are not
/// seen among them.
std::span<const ErrorWord> errorWords();

inline constexpr std::string_view kNoFailures = "none";
inline constexpr std::string_view kExceptions = "exceptions";

/// The words of "nullptr, false": what stands between blanks, commas and the like. They live as long as the
/// text.
std::vector<std::string_view> splitErrorWords(std::string_view text);

/// Whether it is one of errorWords(), `none` or `exceptions`, in letters of either case.
bool isErrorWord(std::string_view word);

/// For messages: all that isErrorWord() knows, ordered.
inline constexpr std::string_view kKnownErrorWords =
    "exceptions, false, negative, none, nullopt, nullptr, status, unexpected";

}  // namespace assay::model
