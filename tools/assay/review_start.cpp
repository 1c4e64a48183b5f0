// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_start.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "assay/review_subject.h"
#include "model/names.h"
#include "source/cost_signs.h"
#include "source/insertion.h"
#include "source/source_text.h"
#include "support/file.h"
#include "support/hash.h"

namespace assay::tool {
namespace {

using emit::review::Start;
using emit::review::StartRow;
using emit::review::StartSign;
using source::CostSign;
using Costs = std::vector<source::CostSignSeen>;

// What the manifest's places are places in; nothing when that is no longer there.
std::optional<source::SourceText> scannedText(const model::Manifest& manifest,
                                              const std::filesystem::path& root, const std::string& file) {
  const auto scanned = std::ranges::find(manifest.files, file, &model::TaggedFile::path);
  const auto text = readFile(root / file);
  if (scanned == manifest.files.end() || !text) return std::nullopt;
  std::string plain = source::stripInsertions(*text);
  if (contentHash(plain) != scanned->hash) return std::nullopt;
  return source::SourceText(file, std::move(plain));
}

// An older manifest says nothing of costs. One that says nothing although it could has nothing to say: its
// files are looked at in vain.
bool hasCosts(const model::Manifest& manifest) {
  return std::ranges::any_of(manifest.functions,
                             [](const auto& function) { return !function.costs.empty(); });
}

Costs costsIn(const source::SourceText& text, const model::AnnotatedFunction& function) {
  const auto begin = text.offsetOf(function.bodyBegin), end = text.offsetOf(function.bodyEnd);
  if (!begin || !end || *end < *begin) return {};
  return source::costSigns(text.bytes(), {*begin, *end + 1}, function.name);
}

// Where a manifest's functions have what costs: in itself, or in the files as they were scanned.
class KnownCosts {
 public:
  KnownCosts(const model::Manifest& manifest, const std::filesystem::path& root)
      : manifest_(manifest), root_(root), recorded_(hasCosts(manifest)) {}

  /// Nothing: its file is not what was scanned.
  std::optional<Costs> of(const model::AnnotatedFunction& function) {
    if (recorded_) return function.costs;
    auto text = texts_.find(function.file);
    if (text == texts_.end())
      text = texts_.emplace(function.file, scannedText(manifest_, root_, function.file)).first;
    return text->second ? std::optional(costsIn(*text->second, function)) : std::nullopt;
  }

 private:
  const model::Manifest& manifest_;
  const std::filesystem::path& root_;
  bool recorded_;
  std::map<std::string, std::optional<source::SourceText>> texts_;
};

std::string wordingOf(const source::CostSignSeen& seen) {
  switch (seen.sign) {
    case CostSign::NestedLoops: return fmt::format("loops in each other, {} deep", seen.depth);
    case CostSign::Recursion: return "it calls itself";
    case CostSign::SearchInLoop: return "it searches in a loop";
    case CostSign::EraseInLoop: return "it erases in a loop";
    case CostSign::AllocationInLoop: return "it allocates in a loop";
    case CostSign::TextInLoop: return "it makes text in a loop";
    case CostSign::OutsideInput: return "it reads input from outside";
    case CostSign::OneCaller: return "it is generic, and this one place calls it";
    case CostSign::AfterLast: break;
  }
  return {};
}

StartSign signOf(const source::CostSignSeen& seen) {
  return {std::string(model::nameOf(seen.sign)), seen.line, wordingOf(seen)};
}

unsigned weightOf(const StartRow& row, const Costs& seen) {
  unsigned weight = 0;
  for (const source::CostSignSeen& one : seen) weight += std::max(1u, 2 * one.depth);
  return weight + (row.signs.size() > seen.size() ? 1 : 0);
}

struct Weighed {
  unsigned weight = 0;
  StartRow row;
};

std::optional<Weighed> weighed(const model::AnnotatedFunction& function, const Costs& seen) {
  if (seen.empty()) return std::nullopt;
  Weighed result{0, {subjectOf(function)}};
  for (const source::CostSignSeen& one : seen) result.row.signs.push_back(signOf(one));
  if (!function.inputs.empty() && !function.inputs.front().size.empty())
    result.row.signs.push_back(
        {"sized-input", function.lines.first, "its input has a size: " + function.inputs.front().size});
  result.weight = weightOf(result.row, seen);
  return result;
}

}  // namespace

Start whereToStart(const model::Manifest& manifest, const std::filesystem::path& root,
                   const std::set<std::uint64_t>& functions) {
  Start start;
  KnownCosts costs(manifest, root);
  std::vector<Weighed> all;
  std::set<std::uint64_t> met;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    if (!functions.contains(function.id) || !function.bodyBegin.known() || !met.insert(function.id).second)
      continue;
    const auto seen = costs.of(function);
    if (!seen)
      ++start.unread;
    else if (auto one = weighed(function, *seen))
      all.push_back(*std::move(one));
  }
  std::ranges::sort(all, {}, [](const Weighed& one) {
    return std::tuple(-static_cast<int>(one.weight), one.row.subject.name, one.row.subject.id);
  });
  for (Weighed& one : all) start.rows.push_back(std::move(one.row));
  return start;
}

}  // namespace assay::tool
