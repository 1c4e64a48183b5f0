// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <iterator>

#include "emit/review/review.h"

namespace assay::emit::review {
namespace {

constexpr Format kFormats[] = {
    {"text", "for a terminal", writeText},
    {"markdown", "for an issue or a mail", writeMarkdown},
    {"html", "one page, with charts", writeHtml},
    {"json", "everything, for programs", writeJson},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* findFormat(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &Format::name);
  return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace assay::emit::review
