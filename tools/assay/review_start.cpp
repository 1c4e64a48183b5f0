// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_start.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "assay/review_subject.h"
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

std::string_view ownName(const std::string& name) {
  const std::size_t colons = name.rfind("::");
  return colons == std::string::npos ? std::string_view(name) : std::string_view(name).substr(colons + 2);
}

StartSign signOf(const source::CostSignSeen& seen) {
  switch (seen.sign) {
    case CostSign::NestedLoops:
      return {"nested-loops", seen.line, fmt::format("loops in each other, {} deep", seen.depth)};
    case CostSign::Recursion: return {"recursion", seen.line, "it calls itself"};
    case CostSign::SearchInLoop: return {"search-in-loop", seen.line, "it searches in a loop"};
    case CostSign::EraseInLoop: return {"erase-in-loop", seen.line, "it erases in a loop"};
    case CostSign::AllocationInLoop: return {"allocation-in-loop", seen.line, "it allocates in a loop"};
    case CostSign::TextInLoop: return {"text-in-loop", seen.line, "it makes text in a loop"};
  }
  return {};
}

unsigned weightOf(const StartRow& row, const std::vector<source::CostSignSeen>& seen) {
  unsigned weight = 0;
  for (const source::CostSignSeen& one : seen) weight += std::max(1u, 2 * one.depth);
  return weight + (row.signs.size() > seen.size() ? 1 : 0);
}

struct Weighed {
  unsigned weight = 0;
  StartRow row;
};

std::optional<Weighed> weighed(const model::AnnotatedFunction& function, const source::SourceText& text) {
  const auto begin = text.offsetOf(function.bodyBegin), end = text.offsetOf(function.bodyEnd);
  if (!begin || !end || *end < *begin) return std::nullopt;
  const auto seen = source::costSigns(text.bytes(), {*begin, *end + 1}, ownName(function.name));
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
  std::map<std::string, std::optional<source::SourceText>> texts;
  std::vector<Weighed> all;
  std::set<std::uint64_t> met;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    if (!functions.contains(function.id) || !function.bodyBegin.known() || !met.insert(function.id).second)
      continue;
    auto text = texts.find(function.file);
    if (text == texts.end())
      text = texts.emplace(function.file, scannedText(manifest, root, function.file)).first;
    if (!text->second) {
      ++start.unread;
      continue;
    }
    if (auto one = weighed(function, *text->second)) all.push_back(*std::move(one));
  }
  std::ranges::sort(all, {}, [](const Weighed& one) {
    return std::tuple(-static_cast<int>(one.weight), one.row.subject.name, one.row.subject.id);
  });
  for (Weighed& one : all) start.rows.push_back(std::move(one.row));
  return start;
}

}  // namespace assay::tool
