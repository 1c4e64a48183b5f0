// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/covered_lines.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace assay::model {
namespace {

struct Stretch {
  std::string_view file;
  LineRange lines;

  auto operator<=>(const Stretch&) const = default;
};

}  // namespace

LineRange bodyLines(const AnnotatedFunction& function) {
  if (function.covered.first != 0) return function.covered;
  if (function.bodyBegin.known() && function.bodyEnd.known())
    return {function.bodyBegin.line, function.bodyEnd.line};
  return function.traits.has(Trait::NoBody) ? LineRange{} : function.lines;
}

std::size_t coveredLines(const std::vector<const AnnotatedFunction*>& functions) {
  std::vector<Stretch> stretches;
  for (const AnnotatedFunction* function : functions)
    if (const LineRange lines = bodyLines(*function); lines.first != 0)
      stretches.push_back({function->file, lines});
  std::ranges::sort(stretches);
  std::size_t count = 0;
  std::string_view file;
  unsigned done = 0;  // last line of `file` that is counted
  for (const Stretch& stretch : stretches) {
    if (stretch.file != file) done = 0;
    file = stretch.file;
    const unsigned first = std::max(stretch.lines.first, done + 1);
    if (first <= stretch.lines.last) count += stretch.lines.last - first + 1;
    done = std::max(done, stretch.lines.last);
  }
  return count;
}

}  // namespace assay::model
