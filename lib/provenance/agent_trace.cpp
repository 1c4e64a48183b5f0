// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/agent_trace.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "document/value.h"
#include "support/strings.h"
#include "tag/read_tags.h"

namespace assay::provenance {
namespace {

using document::Value;

// The reference writer says "1.0" where its own schema wants three numbers.
constexpr std::string_view kVersions[] = {"0.1.0", "0.1", "1.0"};
// What the reference writer calls edits that it cannot place.
constexpr std::string_view kPseudoFiles[] = {".sessions", ".shell-history", ".unknown"};

std::string memberText(const Value* map, std::string_view key) {
  const Value* value = map != nullptr ? map->find(key) : nullptr;
  const std::string* text = value != nullptr ? value->asString() : nullptr;
  return text != nullptr ? *text : std::string();
}

const document::Array* memberList(const Value& map, std::string_view key) {
  const Value* value = map.find(key);
  return value != nullptr ? value->asArray() : nullptr;
}

Writer writerOf(const std::string& type) {
  if (type == "ai") return Writer::Ai;
  if (type == "mixed") return Writer::Mixed;
  return type == "human" ? Writer::Human : Writer::Unknown;
}

Claim contributorsClaim(const Value* contributor, const std::string& tool) {
  Claim claim;
  claim.source = Source::AgentTrace;
  claim.writer = writerOf(memberText(contributor, "type"));
  if (claim.writer == Writer::Human) return claim;
  claim.tool = tool;
  claim.model = memberText(contributor, "model_id");
  claim.normalizedModel = tag::normalizeModel(claim.model);
  return claim;
}

std::optional<std::uint32_t> lineOf(const Value& range, std::string_view key) {
  const Value* value = range.find(key);
  const std::optional<std::uint64_t> line = value != nullptr ? value->asUnsigned() : std::nullopt;
  if (!line || *line == 0 || *line > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(*line);
}

// Relative to the root, with '/': nothing for a path that leads out of it.
std::optional<std::string> pathInside(std::string path) {
  while (path.starts_with("./")) path.erase(0, 2);
  if (path.empty() || path[0] == '/' || path.find('\0') != std::string::npos) return std::nullopt;
  for (const std::string_view part : split(path, '/'))
    if (part == "..") return std::nullopt;
  return path;
}

bool isFullHash(const std::string& text) {
  return (text.size() == 40 || text.size() == 64) &&
         std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

class TraceReader {
 public:
  TraceReader(const std::string& name, Diagnostics& diagnostics) : name_(name), diagnostics_(diagnostics) {}

  AgentTraces read(std::string_view text) {
    for (const std::string_view line : split(text, '\n')) {
      ++number_;
      if (!trim(line).empty()) readRecord(line);
    }
    return std::move(traces_);
  }

 private:
  void readRecord(std::string_view line) {
    const Expected<Value> record = document::parseJson(line, name_);
    if (!record) return malformed(record.error().message);
    if (record->asObject() == nullptr) return malformed("the line is no JSON object");
    if (!isKnownVersion(*record)) return;
    const document::Array* files = memberList(*record, "files");
    if (files == nullptr) return malformed("the record has no list `files`");
    const Value* vcs = record->find("vcs");
    revision_ = lower(memberText(vcs, "revision"));
    if (memberText(vcs, "type") != "git") return;
    if (!isFullHash(revision_)) return malformed("the record's revision is no full hash of a commit");
    tool_ = memberText(record->find("tool"), "name");
    const Value* metadata = record->find("metadata");
    const Value* ours = metadata != nullptr ? metadata->find("dev.assay") : nullptr;
    atRevision_ = ours != nullptr;
    tag_ = memberText(ours, "tag");
    for (const Value& file : *files) readFile(file);
  }

  bool isKnownVersion(const Value& record) {
    const std::string version = memberText(&record, "version");
    if (std::ranges::find(kVersions, version) != std::end(kVersions)) return true;
    diagnostics_.warning("assay-provenance-006", {name_, number_, 0},
                         "the record says that it is of the version \"" + version +
                             "\" of Agent Trace, which is not known here; it is left out",
                         "0.1.0 is read");
    return false;
  }

  void readFile(const Value& file) {
    const std::string said = memberText(&file, "path");
    if (std::ranges::find(kPseudoFiles, said) != std::end(kPseudoFiles)) return;
    const std::optional<std::string> path = pathInside(said);
    const document::Array* conversations = memberList(file, "conversations");
    if (!path) return malformed("a file's path is missing or leads out of the repository");
    if (conversations == nullptr) return malformed("a file has no list `conversations`");
    for (const Value& conversation : *conversations) readConversation(conversation, *path);
  }

  void readConversation(const Value& conversation, const std::string& path) {
    const document::Array* ranges = memberList(conversation, "ranges");
    if (ranges == nullptr) return malformed("a conversation has no list `ranges`");
    for (const Value& range : *ranges) {
      const auto first = lineOf(range, "start_line");
      const auto last = lineOf(range, "end_line");
      if (!first || !last || *last < *first) {
        malformed("a range has no first and last line in order");
        continue;
      }
      if (*first == 1 && *last == 1 && !atRevision_) continue;
      const Value* own = range.find("contributor");
      Claim claim = contributorsClaim(own != nullptr ? own : conversation.find("contributor"), tool_);
      claim.tag = tag_;
      addRange({*first, *last, 0, atRevision_}, path, claim);
    }
  }

  void addRange(TraceRange range, const std::string& path, const Claim& claim) {
    if (claim.writer == Writer::Unknown) return;
    if (traces_.claims.empty() || traces_.claims.back() != claim) traces_.claims.push_back(claim);
    range.claim = static_cast<std::uint32_t>(traces_.claims.size() - 1);
    traces_.ranges[{revision_, path}].push_back(range);
  }

  void malformed(const std::string& what) {
    diagnostics_.warning("assay-provenance-005", {name_, number_, 0}, "Agent Trace: " + what);
  }

  const std::string& name_;
  Diagnostics& diagnostics_;
  unsigned number_ = 0;
  std::string revision_, tool_, tag_;
  bool atRevision_ = false;
  AgentTraces traces_;
};

}  // namespace

AgentTraces parseAgentTraces(std::string_view text, const std::string& name, Diagnostics& diagnostics) {
  return TraceReader(name, diagnostics).read(text);
}

}  // namespace assay::provenance
