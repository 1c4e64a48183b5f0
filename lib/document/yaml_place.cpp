// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/yaml_place.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::document {
namespace {
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
}

PlaceFinder::PlaceFinder(std::string_view text, unsigned firstLine) : text_(text), line_(firstLine) {
  if (text.starts_with(kByteOrderMark)) offset_ = kByteOrderMark.size();
}

Place PlaceFinder::at(std::size_t character) {
  while (character_ < character && offset_ < text_.size()) {
    if (text_[offset_] == '\n') {
      ++line_;
      lineStart_ = offset_ + 1;
    }
    ++offset_;
    while (offset_ < text_.size() && isContinuationByte(text_[offset_])) ++offset_;
    ++character_;
  }
  return {line_, static_cast<unsigned>(offset_ - lineStart_) + 1};
}

Place placeOfByte(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t lineStart = before.rfind('\n') + 1;
  return {static_cast<unsigned>(std::ranges::count(before, '\n')) + 1,
          static_cast<unsigned>(before.size() - lineStart) + 1};
}

}  // namespace assay::document
