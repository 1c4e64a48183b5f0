// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Files are told apart by Clang's file entries (inodes), because one file may be named in many ways.
#include "scan/unit_files.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <clang/Basic/FileManager.h>
#include <clang/Lex/Lexer.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

namespace assay::scan {
namespace {

using Spans = std::vector<source::Span>;

Spans intersection(const Spans& a, const Spans& b) {
  Spans result;
  for (const source::Span x : a)
    for (const source::Span y : b) {
      const source::Span both{std::max(x.begin, y.begin), std::min(x.end, y.end)};
      if (both.begin < both.end) result.push_back(both);
    }
  return result;
}

Spans inactiveIn(const UnitFile& file) {
  if (file.skipped.empty()) return {};
  Spans result = file.skipped.begin()->second;
  for (const auto& [id, spans] : file.skipped) result = intersection(result, spans);
  std::ranges::sort(result, {}, &source::Span::begin);
  return result;
}

/// An error inside a function makes what is known of it less sure.
void noteErrors(FileFacts& facts) {
  for (FoundFunction& function : facts.functions)
    for (const source::Span error : facts.errors)
      if (function.extent.contains(error.begin)) function.entry.precision = model::Precision::Inferred;
}

/// In order of place; what several inclusions of one file brought along is there once.
void order(FileFacts& facts) {
  std::ranges::sort(facts.functions, {}, [](const auto& item) {
    return std::tuple(item.extent.begin, item.extent.end, item.entry.id);
  });
  std::ranges::sort(facts.scopes, {}, [](const auto& item) {
    return std::tuple(item.extent.begin, item.extent.end, item.name);
  });
  std::ranges::sort(facts.others, {}, [](const auto& item) {
    return std::tuple(item.extent.begin, item.extent.end, item.what);
  });
  std::ranges::sort(facts.errors, {}, &source::Span::begin);
  const auto same = [](const FoundFunction& a, const FoundFunction& b) {
    return a.extent == b.extent && a.entry.id == b.entry.id;
  };
  facts.functions.erase(std::ranges::unique(facts.functions, same).begin(), facts.functions.end());
}

}  // namespace

bool UnitFile::wantsBodyAt(std::size_t offset) const {
  if (wanted == nullptr) return false;
  return std::ranges::any_of(wanted->bodies, [&](source::Span span) { return span.contains(offset); });
}

UnitFiles::UnitFiles(clang::SourceManager& sources, const clang::LangOptions& language,
                     const std::vector<WantedFile>& wanted, std::string root)
    : sources_(sources), language_(language), root_(std::move(root)) {
  for (const WantedFile& file : wanted)
    if (const auto entry = sources.getFileManager().getOptionalFileRef(file.path))
      wanted_[&entry->getFileEntry()] = &file;
}

UnitFile* UnitFiles::open(clang::FileID id, const WantedFile* wanted) {
  const clang::OptionalFileEntryRef entry = sources_.getFileEntryRefForID(id);
  if (!entry) return nullptr;
  std::unique_ptr<UnitFile>& file = open_[&entry->getFileEntry()];
  if (file == nullptr) {
    const std::string path = wanted != nullptr ? wanted->path : realPathOf(*entry);
    file = std::make_unique<UnitFile>(relative(path), sources_.getBufferData(id).str());
    file->wanted = wanted;
    file->facts.file = path;
    file->facts.path = relative(path);
    file->facts.wanted = wanted != nullptr;
  }
  return file.get();
}

UnitFile* UnitFiles::wantedAt(clang::SourceLocation where) {
  if (where.isInvalid()) return nullptr;
  const clang::FileID id = sources_.getFileID(sources_.getFileLoc(where));
  const auto known = wantedById_.find(id);
  if (known != wantedById_.end()) return known->second;
  const clang::FileEntry* entry = sources_.getFileEntryForID(id);
  const auto wanted = entry != nullptr ? wanted_.find(entry) : wanted_.end();
  UnitFile* file = wanted != wanted_.end() ? open(id, wanted->second) : nullptr;
  wantedById_[id] = file;
  if (file != nullptr) file->skipped.try_emplace(id.getHashValue());
  return file;
}

std::set<std::string> UnitFiles::replacedNear(const clang::FunctionDecl& function) {
  std::set<std::string> names;
  for (const clang::FunctionDecl* declared : function.redecls())
    if (wantsBodyAt(declared->getLocation())) {
      const auto& replaced = wantedAt(declared->getLocation())->wanted->replaced;
      names.insert(replaced.begin(), replaced.end());
    }
  return names;
}

std::set<AskedShadow> UnitFiles::shadowsNear(const clang::FunctionDecl& function) {
  std::set<AskedShadow> all;
  for (const clang::FunctionDecl* declared : function.redecls())
    if (wantsBodyAt(declared->getLocation())) {
      const auto& shadows = wantedAt(declared->getLocation())->wanted->shadows;
      all.insert(shadows.begin(), shadows.end());
    }
  return all;
}

std::vector<std::string> UnitFiles::allReplaced() const {
  std::set<std::string> names;
  for (const auto& [entry, file] : wanted_) {
    names.insert(file->replaced.begin(), file->replaced.end());
    for (const AskedShadow& shadow : file->shadows)
      if (!shadow.compare.empty()) names.insert(shadow.compare);
  }
  return {names.begin(), names.end()};
}

UnitFile* UnitFiles::fileAt(clang::SourceLocation where) {
  if (UnitFile* wanted = wantedAt(where)) return wanted;
  return where.isValid() ? open(sources_.getFileID(sources_.getFileLoc(where)), nullptr) : nullptr;
}

std::string UnitFiles::realPathOf(clang::FileEntryRef entry) const {
  const llvm::StringRef real = entry.getFileEntry().tryGetRealPathName();
  llvm::SmallString<256> path(real.empty() ? entry.getName() : real);
  sources_.getFileManager().makeAbsolutePath(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

std::string UnitFiles::relative(const std::string& path) const {
  const std::string folder = root_.ends_with('/') ? root_ : root_ + "/";
  return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

std::string UnitFiles::pathAt(clang::SourceLocation where) const {
  const clang::OptionalFileEntryRef entry =
      sources_.getFileEntryRefForID(sources_.getFileID(sources_.getFileLoc(where)));
  if (!entry) return {};
  const auto wanted = wanted_.find(&entry->getFileEntry());
  return relative(wanted != wanted_.end() ? wanted->second->path : realPathOf(*entry));
}

std::size_t UnitFiles::offsetOf(clang::SourceLocation where) const {
  return where.isInvalid() ? 0 : sources_.getFileOffset(sources_.getFileLoc(where));
}

clang::SourceLocation UnitFiles::lastTokenOf(clang::SourceLocation where) const {
  while (where.isMacroID())
    where = sources_.isMacroArgExpansion(where) ? sources_.getImmediateSpellingLoc(where)
                                                : sources_.getImmediateExpansionRange(where).getEnd();
  return where;
}

std::optional<source::Span> UnitFiles::spanOf(clang::SourceRange range) const {
  if (range.isInvalid()) return std::nullopt;
  const clang::SourceLocation begin = sources_.getFileLoc(range.getBegin());
  const clang::SourceLocation end = lastTokenOf(range.getEnd());
  if (end.isInvalid() || sources_.getFileID(begin) != sources_.getFileID(end)) return std::nullopt;
  const std::size_t last = sources_.getFileOffset(end);
  const std::size_t first = sources_.getFileOffset(begin);
  const std::size_t length = clang::Lexer::MeasureTokenLength(end, sources_, language_);
  if (last < first) return std::nullopt;
  return source::Span{first, last + length};
}

bool UnitFiles::isFromMacro(clang::SourceLocation where) const {
  while (where.isMacroID()) {
    if (!sources_.isMacroArgExpansion(where)) return true;
    where = sources_.getImmediateSpellingLoc(where);
  }
  return false;
}

bool UnitFiles::wantsBodyAt(clang::SourceLocation where) {
  const UnitFile* file = wantedAt(where);
  return file != nullptr && file->wantsBodyAt(offsetOf(where));
}

std::vector<FileFacts> UnitFiles::takeFacts() {
  std::vector<FileFacts> result;
  for (auto& [entry, file] : open_) {
    if (file == nullptr) continue;
    file->facts.inactive = inactiveIn(*file);
    noteErrors(file->facts);
    order(file->facts);
    result.push_back(std::move(file->facts));
  }
  open_.clear();
  wantedById_.clear();
  std::ranges::sort(result, {}, &FileFacts::file);
  return result;
}

}  // namespace assay::scan
