// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/error_words.h"

#include <algorithm>
#include <array>

#include "support/strings.h"

namespace assay::model {
namespace {

constexpr std::array kErrorWords = {
    ErrorWord{"nullopt", PointKind::Nullopt, true},
    ErrorWord{"nullptr", PointKind::Nullptr, true},
    ErrorWord{"unexpected", PointKind::Unexpected, true},
    ErrorWord{"status", PointKind::ErrorStatus, true},
    ErrorWord{"negative", PointKind::Negative, false},
    ErrorWord{"false", PointKind::False, false},
    ErrorWord{"nullptr", PointKind::Pointer, false},
    ErrorWord{"negative", PointKind::Signed, false},
    ErrorWord{"false", PointKind::Truth, false},
    ErrorWord{"negative", PointKind::UnseenNumber, false},
    ErrorWord{"false", PointKind::UnseenTruth, false},
    ErrorWord{"nullptr", PointKind::UnseenPointer, false},
};

}  // namespace

std::span<const ErrorWord> errorWords() {
  return kErrorWords;
}

std::vector<std::string_view> splitErrorWords(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (isWordByte(text[end]) || text[end] == '-')) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool isErrorWord(std::string_view word) {
  return equalsIgnoringCase(word, kNoFailures) || equalsIgnoringCase(word, kExceptions) ||
         std::ranges::any_of(kErrorWords,
                             [&](const ErrorWord& row) { return equalsIgnoringCase(row.word, word); });
}

}  // namespace assay::model
