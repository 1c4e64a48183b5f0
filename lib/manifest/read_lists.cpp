// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "manifest/end_mark.h"
#include "manifest/entry.h"
#include "manifest/places.h"
#include "manifest/read_fields.h"
#include "manifest/read_function.h"
#include "support/huge_pages.h"
#include "support/parallel.h"
#include "support/strings.h"

namespace assay::manifest {

using document::Value;
using document::YamlPiece;

namespace {

constexpr std::string_view kFilesLine = "\nfiles:\n";
constexpr std::string_view kFunctionsLine = "\nfunctions:\n";
constexpr std::string_view kEntryLine = "\n  - id: ";
constexpr std::size_t kShortEntry = 400;  // bytes of text; too much room costs nothing until it is used
constexpr std::size_t kWorthAThread = 1U << 19;  // bytes of text

// Several times as fast as looking at each byte.
std::size_t linesIn(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) ++lines;
  return lines;
}

// Where the first entry at or behind `offset` begins.
std::size_t nextEntry(std::string_view list, std::size_t offset) {
  const std::size_t found = list.find(kEntryLine, offset);
  return found == std::string_view::npos ? list.size() : found + 1;
}

// Fills its lists from one text; whatever was wrong, what came before it is there.
class ListReader {
 public:
  explicit ListReader(const std::string& name) : name_(name), fields_(name_, diagnostics_) {}
  ListReader(const ListReader&) = delete;
  ListReader& operator=(const ListReader&) = delete;

  void expect(std::size_t bytes) { reserveHuge(manifest_.functions, bytes / kShortEntry); }
  Expected<Value> parseDocument(std::string_view text);
  /// Whether the piece is as it should be.
  bool parseFiles(YamlPiece piece);
  bool parseFunctions(YamlPiece piece);
  /// Takes over what another reader found further down.
  void append(ListReader& next);
  ReadLists finish(Value rest);
  [[nodiscard]] const std::optional<Error>& error() const { return fields_.error(); }

 private:
  void addFile(const Value& item);
  void addFunction(const Value& item);
  void warnOfDuplicates();

  std::string name_;
  Diagnostics diagnostics_;
  FieldReader fields_;
  model::Manifest manifest_;
  std::vector<document::Place> idPlaces_;  // of each function
};

Expected<Value> ListReader::parseDocument(std::string_view text) {
  const document::ElementReader lists[] = {{"files", [this](const Value& item) { addFile(item); }},
                                           {"functions", [this](const Value& item) { addFunction(item); }}};
  return document::parseYaml(text, name_, lists);
}

bool ListReader::parseFiles(YamlPiece piece) {
  if (piece.text.empty()) return true;
  const auto read = document::parseYamlElements(piece, name_, [this](const Value& item) { addFile(item); });
  return read && !error();
}

bool ListReader::parseFunctions(YamlPiece piece) {
  const auto read =
      document::parseYamlElements(piece, name_, [this](const Value& item) { addFunction(item); });
  return read && !error();
}

void ListReader::append(ListReader& next) {
  const auto appendAll = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from = {};
  };
  appendAll(manifest_.functions, next.manifest_.functions);
  appendAll(idPlaces_, next.idPlaces_);
  diagnostics_.append(std::move(next.diagnostics_));
}

void ListReader::addFile(const Value& item) {
  if (!error()) manifest_.files.push_back(readFile(fields_, item));
}

void ListReader::addFunction(const Value& item) {
  if (error()) return;
  manifest_.functions.push_back(readFunction(fields_, item));
  const Value* id = item.find("id");
  idPlaces_.push_back(id != nullptr ? id->place() : item.place());
}

// Sorted numbers tell in a fraction of the time that a map takes; nearly always there is nothing to say.
bool hasRepeatedId(const std::vector<model::AnnotatedFunction>& functions) {
  std::vector<std::uint64_t> ids;
  ids.reserve(functions.size());
  for (const model::AnnotatedFunction& function : functions) ids.push_back(function.id);
  std::ranges::sort(ids);
  return std::ranges::adjacent_find(ids) != ids.end();
}

void ListReader::warnOfDuplicates() {
  if (!hasRepeatedId(manifest_.functions)) return;
  std::unordered_map<std::uint64_t, std::size_t> seen(manifest_.functions.size());
  for (std::size_t i = 0; i < manifest_.functions.size(); ++i) {
    const auto [first, isNew] = seen.try_emplace(manifest_.functions[i].id, i);
    if (isNew) continue;
    const model::AnnotatedFunction& function = manifest_.functions[first->second];
    const document::Place place = idPlaces_[i];
    diagnostics_.warning("assay-manifest-002", {name_, place.line, place.column},
                         fmt::format("the id {} is here a second time; `{}` at line {} has it too",
                                     idText(function.id), function.name, idPlaces_[first->second].line));
  }
}

ReadLists ListReader::finish(Value rest) {
  if (!error()) warnOfDuplicates();
  return {std::move(rest), std::move(manifest_), error(), std::move(diagnostics_)};
}

// Whether all pieces are as they should be. What the first reader reads stays where it is: moving entries
// costs nearly as much as reading them.
bool parsePieces(ListReader& first, const std::string& name, const std::vector<YamlPiece>& pieces) {
  std::deque<ListReader> others;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    others.emplace_back(name);
    others.back().expect(pieces[i].text.size());
  }
  std::vector<char> read(pieces.size());  // not bool: threads write side by side
  forEachIndex(pieces.size(), static_cast<unsigned>(pieces.size()), [&](std::size_t i) {
    read[i] = static_cast<char>((i == 0 ? first : others[i - 1]).parseFunctions(pieces[i]));
  });
  for (ListReader& other : others) first.append(other);
  return std::ranges::count(read, 0) == 0;
}

// Whether the head ends in the key of the first list that was cut off, and has no other of the second.
bool endsBeforeLists(const Value& head, const CutText& cut) {
  const document::Object* members = head.asObject();
  if (members == nullptr || members->empty() || !members->back().value.isNull()) return false;
  if (cut.files.text.empty()) return members->back().key == "functions";
  return members->back().key == "files" && head.find("functions") == nullptr;
}

// Nothing: something is wrong, and only the whole text tells what and where.
std::optional<ReadLists> readInPieces(std::string_view text, const std::string& name) {
  const auto cut = cutText(text, jobCount(0, text.size() / kWorthAThread));
  if (!cut) return std::nullopt;
  ListReader reader(name);
  reader.expect(text.size());
  auto rest = reader.parseDocument(cut->head);
  if (!rest || !endsBeforeLists(*rest, *cut) || reader.error()) return std::nullopt;
  if (!reader.parseFiles(cut->files) || !parsePieces(reader, name, cut->functions)) return std::nullopt;
  return reader.finish(*std::move(rest));
}

// Where the lists begin that both have entries; nothing of `files` when it has none.
CutText cutBeforeLists(std::string_view text, std::size_t functions) {
  const std::string_view before = text.substr(0, functions + 1);
  const std::size_t files = before.find(kFilesLine);
  if (files == std::string_view::npos) return {text.substr(0, functions + kFunctionsLine.size()), {}, {}};
  const std::string_view head = before.substr(0, files + kFilesLine.size());
  return {head, {before.substr(head.size()), static_cast<unsigned>(1 + linesIn(head))}, {}};
}

}  // namespace

std::optional<CutText> cutText(std::string_view text, std::size_t count) {
  const std::size_t begin = text.find(kFunctionsLine);
  if (begin == std::string_view::npos || !hasEndMark(text)) return std::nullopt;
  CutText cut = cutBeforeLists(text, begin);
  std::string_view list = text.substr(begin + kFunctionsLine.size());
  list.remove_suffix(list.size() - trimRight(list).size() + kEndMark.size());
  if (!list.starts_with(kEntryLine.substr(1))) return std::nullopt;
  std::size_t line = 1 + linesIn(text.substr(0, begin + kFunctionsLine.size()));
  for (std::size_t i = 1; !list.empty(); ++i) {
    const std::size_t left = i < count ? count - i + 1 : 1;
    const std::size_t end = left == 1 ? list.size() : nextEntry(list, list.size() / left);
    cut.functions.push_back({list.substr(0, end), static_cast<unsigned>(line)});
    list.remove_prefix(end);
    if (!list.empty()) line += linesIn(cut.functions.back().text);
  }
  return cut;
}

Expected<ReadLists> readLists(std::string_view text, const std::string& name) {
  if (auto read = readInPieces(text, name)) return *std::move(read);
  return readListsWhole(text, name);
}

Expected<ReadLists> readListsWhole(std::string_view text, const std::string& name) {
  ListReader reader(name);
  reader.expect(text.size());
  auto rest = reader.parseDocument(text);
  if (!rest) return std::unexpected(std::move(rest).error());
  return reader.finish(*std::move(rest));
}

}  // namespace assay::manifest
