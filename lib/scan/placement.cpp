// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rules of docs/reference/attachment.md for whole declarations, regions and files; those for tags inside
// bodies and behind code are in placement_in_code.cpp.
#include "scan/placement.h"

#include <algorithm>
#include <iterator>

#include "scan/gap.h"
#include "scan/placement_target.h"
#include "scan/statements.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

/// The item with the smallest part (as `part` gives it) that satisfies `fits`; null when none does.
template <class Items, class Part, class Fits>
auto smallest(const Items& items, Part part, Fits fits) {
  decltype(&items.front()) best = nullptr;
  for (const auto& item : items)
    if (fits(item) && (best == nullptr || part(item).size() < part(*best).size())) best = &item;
  return best;
}

Placement nothing(std::string what, bool stopped) {
  Placement placement;
  placement.standsAbove = std::move(what);
  placement.stopped = stopped;
  return placement;
}

}  // namespace

Placement Placer::place(const tag::TagOccurrence& tag) const {
  const source::Span whole{0, text_.bytes().size()};
  if (tag.reach == tag::Reach::File) return wide(whole, model::Scope::File, "a file without functions");
  if (tag.reach == tag::Reach::RegionBegin) return region(tag.region);
  if (isInactive(tag.span)) {
    Placement placement;
    placement.inactive = true;
    return placement;
  }
  if (isInDirective(tag.run.begin)) return nothing(std::string(kPreprocessorLine), true);
  if (tag.trailing) return trailing(tag.run);
  if (isFileHeader(tag.run)) return wide(whole, model::Scope::File, "a file without functions");
  return above(tag);
}

Placement Placer::above(const tag::TagOccurrence& tag) const {
  const source::Span run = tag.run;
  const FoundFunction* function = innermostBody(run.begin);
  const FoundScope* scope = innermostScope(run.begin);
  const bool inLocalClass =
      function != nullptr && scope != nullptr && isInside(scope->extent, function->body);
  if (function != nullptr && !inLocalClass) return inBody(*function, run);
  if (const FoundFunction* head = headAround(run.begin)) return {.functions = {head}};
  if (const FoundScope* head = scopeHeadAround(run.begin)) return ofScope(*head);
  if (const FoundOther* other = otherAround(run.begin)) return ofOther(*other);
  return aboveDeclaration(run);
}

Placement Placer::aboveDeclaration(source::Span run) const {
  const FoundScope* scope = innermostScope(run.begin);
  const std::size_t limit = scope != nullptr ? scope->body.end : text_.bytes().size();
  const Target target = nextTarget(run.end, limit);
  const std::size_t until = target.found() ? target.extent.begin : limit;
  const GapReading gap = readGap(text_, tokens_, {run.end, until}, facts_.inactive);
  if (gap.gap == Gap::Open && target.found()) return atTarget(target);
  Placement placement =
      nothing(gap.what.empty() ? "the end of the file" : gap.what, gap.gap == Gap::Interrupted);
  placement.inactive = gap.gap == Gap::Inactive;
  placement.unreadable =
      gap.gap == Gap::Interrupted && !gap.what.starts_with("an #") && !gap.what.starts_with("a macro");
  return placement;
}

Placement Placer::atTarget(const Target& target) const {
  if (target.function != nullptr) return {.functions = {target.function}};
  return target.scope != nullptr ? ofScope(*target.scope) : ofOther(*target.other);
}

Placement Placer::ofScope(const FoundScope& scope) const {
  if (scope.kind == ScopeKind::Class) {
    const std::string name = scope.name.empty() ? "an unnamed class" : "the class '" + scope.name + "'";
    return wide(scope.body, model::Scope::Class, name + ", which has no function body");
  }
  Placement placement = wide(scope.body, model::Scope::Namespace, "a namespace without function bodies");
  // Around one function, `extern "C" { }` is a way of writing a specifier.
  const bool single = scope.kind == ScopeKind::ExternC && placement.functions.size() == 1;
  if (single) placement = {.functions = placement.functions};
  return placement;
}

Placement Placer::ofOther(const FoundOther& other) const {
  Placement placement;
  placement.functions = outermostIn(other.extent);
  placement.standsAbove = other.what;
  placement.stopped = true;
  return placement;
}

Placement Placer::wide(source::Span reach, model::Scope scope, std::string what) const {
  Placement placement;
  placement.functions = outermostIn(reach);
  std::ranges::copy(madeByMacrosIn(reach), std::back_inserter(placement.functions));
  placement.scope = scope;
  placement.reach = std::max<std::size_t>(1, reach.size());
  placement.within = reach;
  placement.standsAbove = std::move(what);
  placement.stopped = true;
  return placement;
}

Placement Placer::region(source::Span region) const {
  if (const FoundFunction* around = innermostBody(region.begin);
      around != nullptr && around->body.end >= region.end) {
    const std::size_t first = tokens_.firstFrom(region.begin);
    const bool hasCode = first < tokens_.size() && tokens_[first].span.begin < region.end;
    const source::Span code{hasCode ? tokens_[first].span.begin : region.begin, region.end};
    return block(*around, {code.begin, std::max(code.begin + 1, code.end)});
  }
  Placement placement = wide(region, model::Scope::Region, "a region without functions");
  placement.partly = partlyIn(region);
  return placement;
}

std::vector<PartlyCovered> Placer::partlyIn(source::Span region) const {
  std::vector<PartlyCovered> result;
  std::size_t coveredUntil = 0;
  for (const FoundFunction& function : facts_.functions) {
    const source::Span both{std::max(function.extent.begin, region.begin),
                            std::min(function.extent.end, region.end)};
    const bool overlaps = both.begin < both.end && !isInside(function.extent, region);
    if (function.body.empty() || !overlaps || function.extent.begin < coveredUntil) continue;
    coveredUntil = function.extent.end;
    const std::size_t first = tokens_.firstFrom(both.begin);
    if (first >= tokens_.size() || tokens_[first].span.begin >= both.end) continue;
    result.push_back({&function, {lineOf(tokens_[first].span.begin), lineOf(both.end - 1)}});
  }
  return result;
}

bool Placer::isFileHeader(source::Span run) const {
  const std::size_t next = tokens_.firstFrom(run.end);
  for (std::size_t i = 0; i < next && i < tokens_.size(); ++i)
    if (!tokens_.isDirective(i)) return false;
  const std::string_view name = tokens_.directiveName(next);
  const bool guard = name == "ifndef" && tokens_.directiveName(next + 1) == "define";
  const bool once = name == "pragma" && tokens_.text(next).find("once") != std::string_view::npos;
  return name == "include" || guard || once;
}

// In a line that goes on a directive of the line before: of a macro's definition, mostly.
bool Placer::isInDirective(std::size_t offset) const {
  const std::size_t next = tokens_.firstFrom(offset);
  if (next == 0 || !tokens_.isDirective(next - 1)) return false;
  const source::Span directive = tokens_[next - 1].span;
  if (lineOf(directive.begin) == lineOf(offset)) return false;
  if (directive.contains(offset)) return true;
  for (unsigned line = lineOf(directive.begin); line < lineOf(offset); ++line)
    if (!trim(text_.line(line)).ends_with('\\')) return false;
  return true;
}

bool Placer::isInactive(source::Span span) const {
  return std::ranges::any_of(facts_.inactive,
                             [&](source::Span skipped) { return skipped.contains(span.begin); });
}

const FoundFunction* Placer::innermostBody(std::size_t offset) const {
  return smallest(
      facts_.functions, [](const FoundFunction& f) { return f.body; },
      [&](const FoundFunction& f) { return f.body.contains(offset); });
}

const FoundScope* Placer::innermostScope(std::size_t offset) const {
  return smallest(
      facts_.scopes, [](const FoundScope& s) { return s.body; },
      [&](const FoundScope& s) { return s.body.contains(offset); });
}

const FoundFunction* Placer::headAround(std::size_t offset) const {
  return smallest(
      facts_.functions, [](const FoundFunction& f) { return f.extent; },
      [&](const FoundFunction& f) {
        const std::size_t headEnd = f.body.empty() ? f.extent.end : f.body.begin;
        return f.extent.begin < offset && offset < headEnd;
      });
}

const FoundScope* Placer::scopeHeadAround(std::size_t offset) const {
  return smallest(
      facts_.scopes, [](const FoundScope& s) { return s.extent; },
      [&](const FoundScope& s) { return s.extent.begin < offset && offset < s.body.begin; });
}

const FoundOther* Placer::otherAround(std::size_t offset) const {
  return smallest(
      facts_.others, [](const FoundOther& o) { return o.extent; },
      [&](const FoundOther& o) { return o.extent.begin < offset && o.extent.contains(offset); });
}

std::vector<const FoundFunction*> Placer::outermostIn(source::Span span) const {
  std::vector<const FoundFunction*> result;
  std::size_t coveredUntil = 0;
  for (const FoundFunction& function : facts_.functions) {
    const bool counts = !function.body.empty() && isInside(function.extent, span);
    if (!counts || function.extent.begin < coveredUntil) continue;
    result.push_back(&function);
    coveredUntil = function.extent.end;
  }
  return result;
}

// Those whose braces come out of a macro's definition: one expansion may make several, all at one place. What
// stands inside another function is a part of that.
std::vector<const FoundFunction*> Placer::madeByMacrosIn(source::Span span) const {
  std::vector<const FoundFunction*> result;
  for (const FoundFunction& function : facts_.functions)
    if (!function.isLocal && function.body.empty() && function.entry.traits.has(model::Trait::MacroBody) &&
        isInside(function.extent, span))
      result.push_back(&function);
  return result;
}

Placer::Target Placer::nextTarget(std::size_t from, std::size_t limit) const {
  Target best;
  const auto offer = [&](source::Span extent, int rank, auto fill) {
    const bool candidate = extent.begin >= from && extent.begin < limit;
    const bool better = !best.found() || extent.begin < best.extent.begin ||
                        (extent.begin == best.extent.begin && rank < best.rank);
    if (!candidate || !better) return;
    best = {extent, rank, nullptr, nullptr, nullptr};
    fill(best);
  };
  for (const FoundFunction& f : facts_.functions)
    offer(f.extent, !f.body.empty() ? 0 : 1, [&](Target& target) { target.function = &f; });
  for (const FoundScope& s : facts_.scopes) offer(s.extent, 2, [&](Target& target) { target.scope = &s; });
  for (const FoundOther& o : facts_.others) offer(o.extent, 3, [&](Target& target) { target.other = &o; });
  return best;
}

}  // namespace assay::scan
