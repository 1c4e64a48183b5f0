// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/costs.h"

#include <algorithm>
#include <string>

#include "scan/file_kind.h"

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using source::CostSign;
using source::CostSignSeen;

// What comes from a stream or the command line was written by others.
bool takesOutsideInput(const AnnotatedFunction& function) {
  constexpr std::string_view kStreams[] = {"istream", "FILE *"};
  return function.traits.has(model::Trait::Main)
             ? function.signature.find("char **") != std::string::npos
             : std::ranges::any_of(kStreams, [&](std::string_view stream) {
                 return function.signature.find(stream) != std::string::npos;
               });
}

bool isGeneric(const AnnotatedFunction& function) {
  return function.traits.has(model::Trait::Template) ||
         function.signature.find("std::function<") != std::string::npos;
}

// All who call it are in its file.
bool isOfItsFileAlone(const AnnotatedFunction& function) {
  return function.linkage == model::Linkage::Internal && isUnit(kindOf(function.file));
}

// Of the body alone, whose lines are known: to count those before it would take as long for each function as
// its whole file.
std::vector<CostSignSeen> signsOfBody(const FoundFunction& found, const source::SourceText& text) {
  const std::string_view body = text.slice(found.body);
  std::vector<CostSignSeen> signs = source::costSigns(body, {0, body.size()}, found.entry.name);
  for (CostSignSeen& sign : signs) sign.line += text.positionOf(found.body.begin).line - 1;
  return signs;
}

}  // namespace

std::vector<CostSignSeen> costsOf(const FoundFunction& found, const source::SourceText& text) {
  const AnnotatedFunction& function = found.entry;
  std::vector<CostSignSeen> costs = signsOfBody(found, text);
  const bool parsed = function.precision != model::Precision::Lexical;
  if (parsed && !function.traits.has(model::Trait::Recursive))
    std::erase_if(costs, [](const CostSignSeen& cost) { return cost.sign == CostSign::Recursion; });
  const bool reads = std::ranges::find(costs, CostSign::OutsideInput, &CostSignSeen::sign) != costs.end();
  if (!reads && takesOutsideInput(function))
    costs.push_back({CostSign::OutsideInput, text.positionOf(found.extent.begin).line, 0});
  if (isGeneric(function) && isOfItsFileAlone(function))
    if (const auto line = source::onlyCall(text.bytes(), found.extent, function.name))
      costs.push_back({CostSign::OneCaller, *line, 0});
  return costs;
}

}  // namespace assay::scan
