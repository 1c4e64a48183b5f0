// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/check_parts.h"

#include <fmt/format.h>

#include <map>
#include <tuple>
#include <utility>

#include "manifest/places.h"
#include "support/strings.h"

namespace assay::manifest {
namespace {

using model::AnnotatedFunction;
using model::Fragment;

constexpr std::size_t kListed = 10;

// A property that all parts have in common.
struct Same {
  std::string_view id;
  std::string Fragment::* property;
  std::string_view message;  // after "FILE and FILE "
  std::string_view hint;
  bool isShown = false;  // else it is a hash
};

constexpr Same kSame[] = {
    {"assay-merge-004", &Fragment::tree, "are parts of different trees: a file was added, removed or changed",
     "make all parts from the same commit"},
    {"assay-merge-005", &Fragment::options, "were made with different options or build flags",
     "give every part the same options, .assay.yaml and compile_commands.json"},
    {"assay-merge-006", &Fragment::tool, "were made by different programs",
     "make all parts with the same assay", true},
};

void checkSame(const std::vector<Part>& parts, const Same& same, Diagnostics& diagnostics) {
  const Part& first = parts.front();
  for (const Part& part : parts) {
    if (part.fragment.*same.property == first.fragment.*same.property) continue;
    diagnostics.error(std::string(same.id), {part.file},
                      fmt::format("{} and {} {}", first.file, part.file, same.message) +
                          (same.isShown ? fmt::format(": {} and {}", first.fragment.*same.property,
                                                      part.fragment.*same.property)
                                        : ""),
                      std::string(same.hint));
    return;
  }
}

bool sameDivision(const std::vector<Part>& parts, Diagnostics& diagnostics) {
  const Part& first = parts.front();
  for (const Part& part : parts) {
    if (part.fragment.shard.count == first.fragment.shard.count) continue;
    diagnostics.error("assay-merge-003", {part.file},
                      fmt::format("{} is one of {} parts, {} is one of {}", first.file,
                                  first.fragment.shard.count, part.file, part.fragment.shard.count),
                      "merge the parts of one scan");
    return false;
  }
  return true;
}

void reportMissing(const std::vector<unsigned>& missing, unsigned count, Diagnostics& diagnostics) {
  if (missing.empty()) return;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < missing.size() && i < kListed; ++i) names.push_back(std::to_string(missing[i]));
  std::string text = join(names, ", ");
  if (missing.size() > kListed) text += fmt::format(" and {} more", missing.size() - kListed);
  diagnostics.error("assay-merge-001", {},
                    missing.size() == 1 ? fmt::format("part {} of {} is missing", text, count)
                                        : fmt::format("parts {} of {} are missing", text, count),
                    fmt::format("`assay scan --shard {}/{}` makes it", missing.front(), count));
}

void checkEachOnce(const std::vector<Part>& parts, Diagnostics& diagnostics) {
  std::map<unsigned, const Part*> seen;
  for (const Part& part : parts) {
    const auto [other, isNew] = seen.emplace(part.fragment.shard.index, &part);
    if (!isNew)
      diagnostics.error("assay-merge-002", {part.file},
                        fmt::format("{} and {} are both part {} of {}", other->second->file, part.file,
                                    part.fragment.shard.index, part.fragment.shard.count),
                        "name each part once");
  }
  std::vector<unsigned> missing;
  const unsigned count = parts.front().fragment.shard.count;
  for (unsigned index = 1; index <= count; ++index)
    if (!seen.contains(index)) missing.push_back(index);
  reportMissing(missing, count, diagnostics);
}

auto placeOf(const AnnotatedFunction& entry) {
  return std::tie(entry.lines, entry.bodyBegin, entry.tagLine);
}

// A file belongs to one part, so that entries of two parts never speak of the same function of a file; when
// they do and disagree, neither can be believed.
void checkIds(const std::vector<Part>& parts, Diagnostics& diagnostics) {
  struct Holder {
    const Part* part;
    const AnnotatedFunction* entry;
  };
  std::map<std::pair<std::uint64_t, std::string>, Holder> seen;
  for (const Part& part : parts)
    for (const AnnotatedFunction& entry : part.fragment.entries) {
      const auto [other, isNew] = seen.emplace(std::pair(entry.id, entry.file), Holder{&part, &entry});
      if (isNew || other->second.part == &part || placeOf(*other->second.entry) == placeOf(entry)) continue;
      diagnostics.error("assay-merge-007", {entry.file, entry.lines.first},
                        fmt::format("the id {} has two places in this file, by {} and by {}",
                                    idText(entry.id), other->second.part->file, part.file),
                        "make these parts again");
    }
}

void checkComplete(const std::vector<Part>& parts, Diagnostics& diagnostics) {
  for (const Part& part : parts)
    if (!part.fragment.complete)
      diagnostics.warning(
          "assay-merge-008", {part.file},
          fmt::format("part {} of {} is incomplete", part.fragment.shard.index, part.fragment.shard.count),
          "the scan that made it said which files it could not read or parse");
}

}  // namespace

void checkParts(const std::vector<Part>& parts, Diagnostics& diagnostics) {
  for (const Same& same : kSame) checkSame(parts, same, diagnostics);
  if (sameDivision(parts, diagnostics)) checkEachOnce(parts, diagnostics);
  checkIds(parts, diagnostics);
  checkComplete(parts, diagnostics);
}

}  // namespace assay::manifest
