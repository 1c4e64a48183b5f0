// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Agent Trace 0.1.0: a record a line for each function and each commit that has lines of it, as a reader
// finds them again by blame. The whole tag goes along in the metadata, for assay to read back.
#include <map>
#include <optional>
#include <utility>

#include "document/json_line.h"
#include "document/value.h"
#include "emit/report/document_identity.h"
#include "emit/report/inventory.h"
#include "emit/report/writers.h"
#include "support/hash.h"
#include "tag/read_tags.h"

namespace assay::emit::report {
namespace {

using document::Array;
using document::Value;
using model::AnnotatedFunction;

constexpr std::size_t kLongestModelId = 250;  // of the format

Value contributorOf(const model::Tag& tag) {
  Value contributor;
  contributor.set("type", tag.authorship == model::Authorship::Generated ? "ai" : "mixed");
  const std::string& model = modelNameOf(tag);
  if (!model.empty() && model.size() <= kLongestModelId) contributor.set("model_id", model);
  return contributor;
}

Value rangeValue(model::LineRange lines) {
  Value range;
  return range.set("start_line", lines.first).set("end_line", lines.last);
}

Value fileValue(const AnnotatedFunction& entry, const std::string& path, Array ranges) {
  Value conversation, file;
  conversation.set("contributor", contributorOf(entry.tag)).set("ranges", std::move(ranges));
  return file.set("path", path).set("conversations", Array{std::move(conversation)});
}

// What is the same in all records of an entry.
Value commonOf(const AnnotatedFunction& entry, const std::string& time) {
  Value ours, metadata, common;
  ours.set("id", "0x" + hex64(entry.id)).set("function", entry.name).set("tag", tag::printTag(entry.tag));
  metadata.set("dev.assay", std::move(ours));
  common.set("timestamp", time).set("metadata", std::move(metadata));
  if (!entry.tag.tool.empty()) {
    Value tool;
    common.set("tool", tool.set("name", entry.tag.tool));
  }
  return common;
}

std::string recordLine(Value content, Array files) {
  content.set("files", std::move(files));
  Value record;
  record.set("version", "0.1.0").set("id", uuidOf(document::writeJsonLine(content)));
  for (document::Member& member : *content.asObject()) record.set(member.key, std::move(member.value));
  return document::writeJsonLine(record) + '\n';
}

std::string recordsOf(const AnnotatedFunction& entry, const std::vector<CommittedLines>& pieces,
                      const Value& common) {
  std::map<std::string, std::map<std::string, Array>> revisions;  // their files, and the ranges in these
  for (const CommittedLines& piece : pieces)
    revisions[piece.revision][piece.path].push_back(rangeValue(piece.lines));
  std::string text;
  for (auto& [revision, paths] : revisions) {
    Value vcs, content = common;
    // What version of the file lines are of that no commit has cannot be said.
    if (!revision.empty()) content.set("vcs", vcs.set("type", "git").set("revision", revision));
    Array files;
    for (auto& [path, ranges] : paths) files.push_back(fileValue(entry, path, std::move(ranges)));
    text += recordLine(std::move(content), std::move(files));
  }
  return text;
}

}  // namespace

std::string writeAgentTraceReport(const model::Manifest& manifest, const Presentation& presentation) {
  const Origin& origin = presentation.origin;
  const std::string time = timeOf(manifest, origin);
  std::string text;
  for (const AnnotatedFunction* entry : takeInventory(manifest).functions) {
    const auto found = origin.committed.find(entry);
    if (found == origin.committed.end() || entry->lines.first == 0) continue;
    text += recordsOf(*entry, found->second, commonOf(*entry, time));
  }
  return text;
}

}  // namespace assay::emit::report
