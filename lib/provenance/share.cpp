// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/share.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace assay::provenance {
namespace {

// Two spellings of one model are one model.
using ShareKey = std::pair<std::string, std::string>;

ShareKey keyOf(const Claim& claim) {
  return {claim.normalizedModel.empty() ? claim.model : claim.normalizedModel, claim.tool};
}

void addLine(ModelShare& share, const Claim& claim, const std::string& date) {
  if (share.lines == 0) {
    share = {claim.model, claim.normalizedModel, claim.tool,       0,        0,
             "",          claim.source,          claim.confidence, claim.tag};
  }
  if (claim.tag != share.tag) share.tag.clear();
  ++share.lines;
  if (claim.writer == Writer::Mixed) ++share.mixed;
  share.latestDate = std::max(share.latestDate, date);
  share.source = std::min(share.source, claim.source);
  share.confidence = std::min(share.confidence, claim.confidence);
}

template <class ClaimOf>
FunctionShare count(const FileAttribution& file, LineRange range, const ClaimOf& claimOf) {
  FunctionShare share;
  std::map<ShareKey, ModelShare> models;
  const std::size_t last = std::min<std::size_t>(range.last, file.lines.size());
  for (std::size_t number = std::max(range.first, 1U); number <= last; ++number) {
    const AttributedLine& line = file.lines[number - 1];
    const AttributedCommit& commit = file.commitOf(line);
    const Claim& claim = file.claims[claimOf(line)];
    ++share.lines;
    if (commit.hash.empty()) ++share.uncommitted;
    if (commit.cutOff) ++share.cutOff;
    if (!commit.cutOff || claim.source != Source::None)
      share.latestDate = std::max(share.latestDate, commit.date);
    if (claim.writer == Writer::Unknown) ++share.unknown;
    if (claim.writer == Writer::Human) ++share.human;
    if (claim.writer == Writer::Ai || claim.writer == Writer::Mixed) {
      addLine(models[keyOf(claim)], claim, commit.date);
    }
  }
  for (auto& [key, model] : models) share.models.push_back(std::move(model));
  std::ranges::sort(share.models, [](const ModelShare& a, const ModelShare& b) {
    return std::tie(b.lines, a.normalizedModel, a.model, a.tool) <
           std::tie(a.lines, b.normalizedModel, b.model, b.tool);
  });
  return share;
}

}  // namespace

FunctionShare shareOf(const FileAttribution& file, LineRange range) {
  return count(file, range, [](const AttributedLine& line) { return line.best; });
}

FunctionShare shareBySource(const FileAttribution& file, LineRange range, Source source) {
  return count(file, range,
               [&](const AttributedLine& line) { return line.said[static_cast<std::size_t>(source)]; });
}

FunctionShare shareOfBelieved(const FileAttribution& file, LineRange range, Source source) {
  return count(file, range,
               [&](const AttributedLine& line) { return file.best(line).source == source ? line.best : 0U; });
}

}  // namespace assay::provenance
