// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/typed_filter.h"

#include "support/strings.h"

namespace assay::tool {
namespace {

constexpr char kBackspace = '\b';
constexpr char kDelete = '\x7f';  // what most terminals send for Backspace

void dropLast(std::string& text) {
  while (!text.empty() && isContinuationByte(text.back())) text.pop_back();
  if (!text.empty()) text.pop_back();
}

bool isControl(char key) {
  return static_cast<unsigned char>(key) < ' ';
}

}  // namespace

void TypedFilter::take(char key) {
  if (key == '\r' || key == '\n') typing_ = false;
  if (key == kBackspace || key == kDelete)
    dropLast(text_);
  else if (!isControl(key))
    text_ += key;
}

void TypedFilter::clear() {
  text_.clear();
  typing_ = false;
}

std::string TypedFilter::prompt() const {
  return "/" + visibleText(text_) + "_";
}

}  // namespace assay::tool
