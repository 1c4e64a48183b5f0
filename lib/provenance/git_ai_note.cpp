// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Above a line that is exactly `---` stand files and, indented, keys with ranges of lines; below it one JSON
// object says what the keys are. A key's form says in which of its three maps to look.
#include "provenance/git_ai_note.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <unordered_map>

#include "document/value.h"
#include "support/strings.h"
#include "tag/read_tags.h"

namespace assay::provenance {
namespace {

constexpr std::string_view kSchema = "authorship/3.0.";

bool isHex(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

// Which map of the JSON part a key is looked up in, and under which name.
struct KeyPlace {
  std::string_view map, name;
};

std::optional<KeyPlace> placeOfKey(std::string_view key) {
  if (key.starts_with("s_")) {
    const std::string_view session = key.substr(0, key.find("::"));
    const std::string_view trace = key.substr(session.size());
    const bool traced = trace.empty() || (trace.starts_with("::t_") && isHex(trace.substr(4)));
    if (!traced || session.size() != 16 || !isHex(session.substr(2))) return std::nullopt;
    return KeyPlace{"sessions", session};
  }
  if (key.starts_with("h_"))
    return key.size() == 16 && isHex(key.substr(2)) ? std::optional(KeyPlace{"humans", key}) : std::nullopt;
  if ((key.size() == 16 || key.size() == 7) && isHex(key)) return KeyPlace{"prompts", key};
  return std::nullopt;
}

std::string textAt(const document::Value* map, std::string_view key) {
  const document::Value* value = map != nullptr ? map->find(key) : nullptr;
  const std::string* text = value != nullptr ? value->asString() : nullptr;
  return text != nullptr ? *text : std::string();
}

Claim claimOfMember(const KeyPlace& place, const document::Value* member) {
  Claim claim;
  claim.source = Source::GitAi;
  claim.confidence = Confidence::High;
  if (place.map == "humans") {
    claim.writer = Writer::Human;
    claim.human = textAt(member, "author");
    return claim;
  }
  const document::Value* agent = member != nullptr ? member->find("agent_id") : nullptr;
  claim.writer = Writer::Ai;
  claim.tool = textAt(agent, "tool");
  claim.model = textAt(agent, "model");
  claim.normalizedModel = tag::normalizeModel(claim.model);
  claim.human = textAt(member, "human_author");
  return claim;
}

std::optional<std::uint32_t> lineNumber(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0) return std::nullopt;
  return value;
}

// "1-10,15": nothing unless all of it is well-formed.
std::optional<std::vector<NoteRange>> readRanges(std::string_view text) {
  std::vector<NoteRange> ranges;
  for (const std::string_view part : split(text, ',')) {
    const std::size_t dash = part.find('-');
    const auto first = lineNumber(part.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : lineNumber(part.substr(dash + 1));
    if (!first || !last || *last < *first) return std::nullopt;
    ranges.push_back({*first, *last, 0});
  }
  return ranges;
}

// Each over what stands before it. Every range adds at most two borders and takes away those that it covers,
// so the time does not grow with how they overlap.
std::vector<NoteRange> painted(const std::vector<NoteRange>& ranges) {
  std::map<std::uint32_t, NoteRange> surface;  // by first line; no two overlap
  for (const NoteRange& range : ranges) {
    auto at = surface.lower_bound(range.first);
    if (at != surface.begin()) at = std::prev(at);
    while (at != surface.end() && at->second.first <= range.last) {
      const NoteRange below = at->second;
      if (below.last < range.first) {
        ++at;
        continue;
      }
      at = surface.erase(at);
      if (below.first < range.first)
        surface.insert_or_assign(below.first, NoteRange{below.first, range.first - 1, below.claim});
      if (below.last > range.last)
        at = surface.insert_or_assign(range.last + 1, NoteRange{range.last + 1, below.last, below.claim})
                 .first;
    }
    surface.insert_or_assign(range.first, range);
  }
  std::vector<NoteRange> result;
  result.reserve(surface.size());
  for (const auto& [first, range] : surface) result.push_back(range);
  return result;
}

class NoteReader {
 public:
  NoteReader(std::string_view text, const std::string& name, Diagnostics& diagnostics)
      : rest_(text), name_(name), diagnostics_(diagnostics) {}

  GitAiNote read() {
    const std::optional<std::string_view> json = jsonPart();
    if (!json || !readJson(*json)) return {};
    note_.readable = true;
    while (!rest_.empty()) readEntry(next());
    for (auto& [path, ranges] : note_.files) ranges = painted(ranges);
    return std::move(note_);
  }

 private:
  // Cuts the text at the divider, which is no part of either.
  std::optional<std::string_view> jsonPart() {
    const std::size_t at = rest_.starts_with("---\n") ? 0 : rest_.find("\n---\n");
    if (at == std::string_view::npos) {
      malformed(0, "has no line `---` between its two parts, and is left out");
      return std::nullopt;
    }
    const std::size_t end = at == 0 && rest_.starts_with("---\n") ? 0 : at + 1;
    const std::string_view json = rest_.substr(end + 4);
    rest_ = rest_.substr(0, end);
    jsonLine_ = static_cast<unsigned>(std::ranges::count(rest_, '\n')) + 2;
    return json;
  }

  bool readJson(std::string_view json) {
    Expected<document::Value> value = document::parseJson(json, name_);
    if (!value || value->asObject() == nullptr) {
      malformed(jsonLine_, value ? "its second part is no JSON object; the note is left out"
                                 : value.error().message + "; the note is left out");
      return false;
    }
    json_ = *std::move(value);
    const std::string schema = textAt(&json_, "schema_version");
    if (schema.starts_with(kSchema)) return true;
    diagnostics_.warning(
        "assay-provenance-002", {name_, jsonLine_, 0},
        "the note says that it is of the schema \"" + schema + "\", which is not known here; it is left out",
        "authorship/3.0.0 is read");
    return false;
  }

  std::string_view next() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(rest_.size(), end + 1));
    ++number_;
    return line;
  }

  void readEntry(std::string_view line) {
    if (line.empty()) return;
    if (line[0] != ' ') return readPath(line);
    if (file_ == nullptr) return;
    const std::size_t blank = line.find(' ', 2);
    if (!line.starts_with("  ") || blank == std::string_view::npos)
      return malformed(number_, "not a key and its lines; it is left out");
    const std::optional<KeyPlace> place = placeOfKey(line.substr(2, blank - 2));
    const std::optional<std::vector<NoteRange>> ranges = readRanges(line.substr(blank + 1));
    if (!place) return malformed(number_, "a key of no known form; it is left out");
    if (!ranges) return malformed(number_, "not ranges of lines; they are left out");
    const std::uint32_t claim = claimOfKey(*place);
    for (NoteRange range : *ranges) {
      range.claim = claim;
      file_->push_back(range);
    }
  }

  // A quoted path may hold a line break: it ends with the line that ends in a quotation mark.
  void readPath(std::string_view line) {
    file_ = nullptr;
    std::string path(line);
    const unsigned begin = number_;
    if (path[0] == '"') {
      while ((path.size() < 2 || !path.ends_with('"')) && !rest_.empty()) {
        path += '\n';
        path += next();
      }
      if (path.size() < 2 || !path.ends_with('"'))
        return malformed(begin, "a path's quotation is never closed; what follows is left out");
      path = path.substr(1, path.size() - 2);
    }
    file_ = &note_.files[path];
  }

  const document::Value* memberAt(const KeyPlace& place) {
    const auto [known, isNew] = members_.try_emplace(place.map);
    const document::Value* map = isNew ? json_.find(place.map) : nullptr;
    if (const document::Object* object = map != nullptr ? map->asObject() : nullptr)
      for (const document::Member& member : *object) known->second.emplace(member.key, &member.value);
    const auto found = known->second.find(place.name);
    return found != known->second.end() ? found->second : nullptr;
  }

  std::uint32_t claimOfKey(const KeyPlace& place) {
    const auto [known, isNew] =
        claims_.try_emplace(std::string(place.name), static_cast<std::uint32_t>(note_.claims.size()));
    if (!isNew) return known->second;
    const document::Value* member = memberAt(place);
    note_.claims.push_back(claimOfMember(place, member));
    if (member == nullptr)
      diagnostics_.warning("assay-provenance-004", {name_, number_, 0},
                           "the note says nothing of " + std::string(place.name) + " among its " +
                               std::string(place.map) + "; its model and tool are not known");
    return known->second;
  }

  void malformed(unsigned line, const std::string& what) {
    diagnostics_.warning("assay-provenance-003", {name_, line, 0}, "git-ai note: " + what);
  }

  std::string_view rest_;
  const std::string& name_;
  Diagnostics& diagnostics_;
  unsigned number_ = 0, jsonLine_ = 0;
  document::Value json_;
  GitAiNote note_;
  std::map<std::string_view, std::unordered_map<std::string_view, const document::Value*>>
      members_;  // by map
  std::map<std::string, std::uint32_t, std::less<>> claims_;
  std::vector<NoteRange>* file_ = nullptr;  // null: what follows belongs to no file that could be read
};

}  // namespace

const Claim* GitAiNote::claimOf(std::string_view path, std::uint32_t line) const {
  const auto file = files.find(path);
  if (file == files.end()) return nullptr;
  const auto after = std::ranges::upper_bound(file->second, line, {}, &NoteRange::first);
  if (after == file->second.begin() || std::prev(after)->last < line) return nullptr;
  return &claims[std::prev(after)->claim];
}

GitAiNote parseGitAiNote(std::string_view text, const std::string& name, Diagnostics& diagnostics) {
  return NoteReader(text, name, diagnostics).read();
}

}  // namespace assay::provenance
