// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A tag wants the bodies of the declaration around it, the one that ends before it and the one that begins
// behind it: one of them is what the tag means, and to parse three bodies costs nothing. Those of a class
// that ends before it may be hundreds: only a tag behind its last brace can mean them.
#include "scan/wanted.h"

#include <algorithm>
#include <set>

#include "model/rollout.h"
#include "scan/lexical_items.h"

namespace assay::scan {
namespace {

using Spans = std::vector<source::Span>;

bool holdsItems(const LexicalItem& item) {
  return !item.members.empty();
}

/// A tag on the line of a scope's opening brace may mean the whole scope.
bool isInsideScope(const source::SourceText& text, const LexicalItem& item, std::size_t offset) {
  if (!holdsItems(item) || !item.body.contains(offset)) return false;
  return text.positionOf(item.body.begin).line != text.positionOf(offset).line;
}

/// How a tag's neighbours are taken.
struct Around {
  const source::SourceText& text;
  bool doubts;  ///< what it may be near and hardly mean counts too
  Spans wanted = {};
};

bool mayMeanTheOneBefore(const Around& around, const LexicalItem& before,
                         const tag::TagOccurrence& occurrence) {
  if (around.doubts) return occurrence.trailing || !holdsItems(before);
  const auto lineOf = [&](std::size_t offset) { return around.text.positionOf(offset).line; };
  return lineOf(before.extent.end) == lineOf(occurrence.run.begin);
}

void wantAround(Around& around, const std::vector<LexicalItem>& items, const tag::TagOccurrence& occurrence) {
  const source::Span run = occurrence.run;
  const auto next =
      std::ranges::find_if(items, [&](const LexicalItem& item) { return item.extent.end > run.begin; });
  if (next != items.begin() && mayMeanTheOneBefore(around, *std::prev(next), occurrence))
    around.wanted.push_back(std::prev(next)->extent);
  if (next == items.end()) return;
  if (isInsideScope(around.text, *next, run.begin)) return wantAround(around, next->members, occurrence);
  around.wanted.push_back(next->extent);
  if (around.doubts && next->extent.begin < run.begin && std::next(next) != items.end())
    around.wanted.push_back(std::next(next)->extent);
}

void wantOverlapping(const std::vector<LexicalItem>& items, source::Span region, Spans& wanted) {
  for (const LexicalItem& item : items) {
    if (item.extent.end <= region.begin || item.extent.begin >= region.end) continue;
    if (holdsItems(item))
      wantOverlapping(item.members, region, wanted);
    else
      wanted.push_back(item.extent);
  }
  wanted.push_back(region);
}

Spans joined(Spans spans) {
  std::ranges::sort(spans, {}, &source::Span::begin);
  Spans result;
  for (const source::Span span : spans) {
    if (!result.empty() && span.begin <= result.back().end)
      result.back().end = std::max(result.back().end, span.end);
    else
      result.push_back(span);
  }
  return result;
}

/// A tag before all code may turn out to mean the whole file.
bool isFileHeader(const TokenStream& tokens, const tag::TagOccurrence& occurrence) {
  const std::size_t next = tokens.firstFrom(occurrence.run.end);
  if (!tokens.isDirective(next)) return false;
  for (std::size_t i = 0; i < next; ++i)
    if (!tokens.isDirective(i)) return false;
  return true;
}

bool isShadow(const tag::TagOccurrence& occurrence) {
  return model::experimentOf(occurrence.tag).kind == model::ExperimentKind::Shadow;
}

/// What both functions of a shadow do is followed through the file, and whether an old one calls the new one.
bool hasOldToFollow(const tag::TagReading& reading) {
  return std::ranges::any_of(reading.tags, [](const tag::TagOccurrence& occurrence) {
    return model::extraOf(occurrence.tag, "replaces") != nullptr;
  });
}

std::vector<source::Span> bodiesFor(const source::SourceText& text, const tag::TagReading& reading,
                                    bool doubts) {
  if (reading.tags.empty()) return {};
  const TokenStream tokens(text.bytes());
  const source::Span whole{0, text.bytes().size() + 1};
  if (!tokens.balanced() || (doubts && hasOldToFollow(reading))) return {whole};
  const std::vector<LexicalItem> items = lexicalItems(tokens);
  Around around{text, doubts};
  for (const tag::TagOccurrence& occurrence : reading.tags) {
    if (occurrence.reach == tag::Reach::File || isFileHeader(tokens, occurrence)) return {whole};
    if (occurrence.reach == tag::Reach::RegionBegin)
      wantOverlapping(items, occurrence.region, around.wanted);
    else
      wantAround(around, items, occurrence);
  }
  return joined(std::move(around.wanted));
}

}  // namespace

std::vector<std::string> replacedBy(const tag::TagReading& reading) {
  std::set<std::string> names;
  for (const tag::TagOccurrence& occurrence : reading.tags)
    if (const std::string* name = model::extraOf(occurrence.tag, "replaces")) names.insert(*name);
  return {names.begin(), names.end()};
}

std::vector<AskedShadow> shadowsIn(const tag::TagReading& reading) {
  std::set<AskedShadow> shadows;
  for (const tag::TagOccurrence& occurrence : reading.tags) {
    const std::string* name = model::extraOf(occurrence.tag, "replaces");
    if (name == nullptr || !isShadow(occurrence)) continue;
    shadows.insert({*name, model::comparatorOf(occurrence.tag), model::statesNoEffects(occurrence.tag)});
  }
  return {shadows.begin(), shadows.end()};
}

std::vector<source::Span> wantedBodies(const source::SourceText& text, const tag::TagReading& reading) {
  return bodiesFor(text, reading, true);
}

std::vector<source::Span> meantBodies(const source::SourceText& text, const tag::TagReading& reading) {
  return bodiesFor(text, reading, false);
}

}  // namespace assay::scan
