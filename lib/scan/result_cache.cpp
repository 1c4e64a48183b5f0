// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/result_cache.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <system_error>

#include "scan/archive.h"
#include "scan/archive_fields.h"
#include "scan/pack_database.h"
#include "support/file.h"
#include "support/hash.h"

namespace assay::scan {

namespace {

namespace fs = std::filesystem;

// Changes with the fields of archive_fields.h.
constexpr unsigned kFormat = 17;
// File systems stamp with a clock that lags behind by up to a tick; some with whole seconds only.
constexpr std::int64_t kTick = 20'000'000;
constexpr std::int64_t kWholeSeconds = 2'000'000'000;

std::int64_t nowNanos() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

template <class... T>
std::string pack(const T&... values) {
  ArchiveWriter writer;
  writer(values...);
  return writer.take();
}

template <class... T>
bool unpack(std::string_view bytes, T&... values) {
  ArchiveReader reader(bytes);
  reader(values...);
  return reader.ok() && reader.atEnd();
}

// Asked thousands of times: without the way over a path object.
bool pathExists(const std::string& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0;
}

// As a vector of Directives is packed.
std::string packDirectives(const std::vector<const Directives*>& directives) {
  const Directives unknown;
  ArchiveWriter writer;
  writer(directives.size());
  for (const Directives* one : directives) writer(one != nullptr ? *one : unknown);
  return writer.take();
}

}  // namespace

ResultCache::ResultCache(const fs::path& folder, const std::string& root) : startedNanos_(nowNanos()) {
  if (folder.empty()) return;
  file_ = folder / ("scan-" + hex64(hash64(root)) + ".cache");
  auto bytes = readFile(file_);
  if (!bytes || bytes->size() < 16) return;
  bytes_ = *std::move(bytes);
  const std::string_view payload = std::string_view(bytes_).substr(16);
  if (std::string_view(bytes_).substr(0, 16) != hex64(hash64(payload))) return;
  ArchiveReader reader(payload);
  unsigned format = 0;
  std::string version;
  reader(format, version);
  if (!reader.ok() || format != kFormat || version != llvmVersion()) return;
  std::vector<std::pair<std::uint64_t, std::string_view>> targets;
  reader(readingsKey_, files_, readings_, directives_, database_, known_.files, known_.missing, whole_,
         targets);
  if (reader.ok()) {
    targets_.insert(targets.begin(), targets.end());
    fileHolds_.resize(known_.files.size());
    missingHolds_.resize(known_.missing.size());
    keptFiles_.resize(known_.files.size());
    keptMissing_.resize(known_.missing.size());
    return;
  }
  files_.clear();
  readings_ = directives_ = database_ = whole_ = {};
  known_ = {};
}

template <class Take>
void ResultCache::forEachUnchanged(const std::vector<WalkedFile>& files, const Take& take) const {
  auto at = files_.begin();
  for (std::size_t i = 0; i < files.size(); ++i) {
    while (at != files_.end() && at->first < files[i].path) ++at;
    if (at != files_.end() && at->first == files[i].path && at->second == files[i].stamp)
      take(i, static_cast<std::size_t>(at - files_.begin()));
  }
}

std::vector<std::optional<FileReading>> ResultCache::readings(const std::vector<WalkedFile>& files,
                                                              std::uint64_t key) const {
  std::vector<FileReading> kept;
  if (key != readingsKey_ || files_.empty()) return {};
  if (!unpack(readings_, kept) || kept.size() != files_.size()) return {};
  std::vector<std::optional<FileReading>> known(files.size());
  forEachUnchanged(files, [&](std::size_t i, std::size_t old) { known[i] = std::move(kept[old]); });
  return known;
}

std::vector<Directives> ResultCache::directives(const std::vector<WalkedFile>& files) const {
  std::vector<Directives> kept;
  if (directives_.empty() || !unpack(directives_, kept) || kept.size() != files_.size()) return {};
  std::vector<Directives> known(files.size());
  forEachUnchanged(files, [&](std::size_t i, std::size_t old) { known[i] = std::move(kept[old]); });
  return known;
}

std::optional<CompilationDatabase> ResultCache::database(const std::string& path) {
  auto kept = unpackDatabase(database_);
  if (!kept || kept->path != path || stampOf(path) != kept->stamp) return std::nullopt;
  if (!leadToTheSame(kept->read.places)) return std::nullopt;
  keepingDatabase_ = database_;
  return std::move(kept->read.commands);
}

void ResultCache::keepDatabase(const std::string& path, const FileStamp& stamp,
                               const ReadDatabase& database) {
  if (file_.empty() || isRecent(stamp) || !database.repeatable) return;
  keepingDatabase_ = packDatabase({path, stamp, database});
}

std::optional<WholeScan> ResultCache::whole(const std::vector<WalkedFile>& files, const std::string& database,
                                            std::uint64_t key) {
  WholeScan whole;
  if (whole_.empty() || files.size() != files_.size()) return std::nullopt;
  if (!unpack(whole_, whole.key, whole.database, whole.result, whole.diagnostics)) return std::nullopt;
  if (whole.key != key || whole.database != database) return std::nullopt;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].path != files_[i].first || files[i].stamp != files_[i].second) return std::nullopt;
  for (unsigned i = 0; i < known_.files.size(); ++i)
    if (!hasFile(i)) return std::nullopt;
  for (unsigned i = 0; i < known_.missing.size(); ++i)
    if (!isMissing(i)) return std::nullopt;
  return whole;
}

std::optional<TargetResult> ResultCache::target(std::uint64_t key, Inputs inputs) {
  const auto found = targets_.find(key);
  if (found == targets_.end()) return std::nullopt;
  Numbers restsOn;
  std::string_view packed;
  TargetResult result;
  if (!unpack(found->second, restsOn.files, restsOn.missing, packed) || !areUnchanged(restsOn) ||
      !unpack(packed, result))
    return std::nullopt;
  keepKnown(key, restsOn, packed);
  if (inputs == Inputs::LeftOut) return result;
  for (const unsigned number : restsOn.files) result.files.push_back(known_.files[number].first);
  for (const unsigned number : restsOn.missing) result.missing.push_back(known_.missing[number]);
  return result;
}

// That the inputs are as they were has just been looked at.
void ResultCache::keepKnown(std::uint64_t key, const Numbers& inputs, std::string_view result) {
  Numbers numbers;
  for (const unsigned number : inputs.files) {
    std::optional<unsigned>& kept = keptFiles_[number];
    if (!kept) kept = fileNumber(known_.files[number].first, known_.files[number].second);
    if (!kept) return;
    numbers.files.push_back(*kept);
  }
  for (const unsigned number : inputs.missing) {
    std::optional<unsigned>& kept = keptMissing_[number];
    if (!kept) kept = missingNumber(known_.missing[number]);
    numbers.missing.push_back(*kept);
  }
  keeping_[key] = pack(numbers.files, numbers.missing, std::string(result));
}

// A result that rests on a file that has gone or changed meanwhile is not kept.
void ResultCache::keep(std::uint64_t key, const TargetResult& result) {
  if (file_.empty()) return;
  Numbers inputs;
  for (const std::string& path : result.files) {
    const std::optional<unsigned> number = fileNumber(path);
    if (!number) return;
    inputs.files.push_back(*number);
  }
  // A place before the one where the search began may hold a file of that name all the same (#include_next).
  for (const std::string& path : result.missing)
    if (!pathExists(path)) inputs.missing.push_back(missingNumber(path));
  TargetResult rest = result;
  rest.files.clear();
  rest.missing.clear();
  keeping_[key] = pack(inputs.files, inputs.missing, pack(rest));
}

void ResultCache::save(const Saving& saving) {
  if (file_.empty()) return;
  std::vector<std::pair<std::string, FileStamp>> files;
  std::vector<FileReading> readings;
  std::vector<const Directives*> directives;
  for (std::size_t i = 0; i < saving.files.size(); ++i) {
    if (isRecent(saving.files[i].stamp)) continue;
    files.emplace_back(saving.files[i].path, saving.files[i].stamp);
    readings.push_back(saving.readings[i]);
    if (saving.directives.empty()) continue;
    directives.push_back(saving.directives[i]);
  }
  const std::string whole = files.size() == saving.files.size() ? packWhole(saving) : std::string();
  const std::vector<std::pair<std::uint64_t, std::string>> targets(keeping_.begin(), keeping_.end());
  const std::string payload =
      pack(kFormat, llvmVersion(), saving.readingsKey, files, pack(readings), packDirectives(directives),
           keepingDatabase_, keepingInputs_.files, keepingInputs_.missing, whole, targets);
  std::string bytes = hex64(hash64(payload)) + payload;
  if (bytes != bytes_) static_cast<void>(writeFileAtomically(file_, bytes).has_value());
}

// Empty when the result cannot be kept as a whole.
std::string ResultCache::packWhole(const Saving& saving) {
  if (saving.whole == nullptr) return {};
  for (const std::string& path : saving.whole->more) {
    if (!pathExists(path))
      static_cast<void>(missingNumber(path));
    else if (!fileNumber(path))
      return {};
  }
  const WholeScan& whole = *saving.whole;
  return pack(whole.key, whole.database, whole.result, whole.diagnostics);
}

bool ResultCache::isRecent(const FileStamp& stamp) const {
  const std::int64_t last = std::max(stamp.modifiedNanos, stamp.changedNanos);
  const std::int64_t margin = last % 1'000'000'000 == 0 ? kWholeSeconds : kTick;
  return last > startedNanos_ - margin;
}

bool ResultCache::hasFile(unsigned number) {
  std::optional<bool>& holds = fileHolds_[number];
  if (!holds) holds = stampOf(known_.files[number].first) == known_.files[number].second;
  return *holds;
}

bool ResultCache::isMissing(unsigned number) {
  std::optional<bool>& holds = missingHolds_[number];
  if (!holds) holds = !pathExists(known_.missing[number]);
  return *holds;
}

bool ResultCache::areUnchanged(const Numbers& inputs) {
  return std::ranges::all_of(inputs.files,
                             [&](unsigned i) { return i < known_.files.size() && hasFile(i); }) &&
         std::ranges::all_of(inputs.missing,
                             [&](unsigned i) { return i < known_.missing.size() && isMissing(i); });
}

std::optional<unsigned> ResultCache::fileNumber(const std::string& path) {
  const InputTable& inputs = keepingInputs_;
  const auto known = inputs.fileNumbers.find(path);
  if (known != inputs.fileNumbers.end()) return known->second;
  const std::optional<FileStamp> stamp = stampOf(path);
  if (!stamp || isRecent(*stamp)) return std::nullopt;
  return fileNumber(path, *stamp);
}

// Nothing when the file is there under another stamp.
std::optional<unsigned> ResultCache::fileNumber(const std::string& path, const FileStamp& stamp) {
  InputTable& inputs = keepingInputs_;
  const auto [known, isNew] =
      inputs.fileNumbers.try_emplace(path, static_cast<unsigned>(inputs.files.size()));
  if (isNew) inputs.files.emplace_back(path, stamp);
  if (inputs.files[known->second].second != stamp) return std::nullopt;
  return known->second;
}

unsigned ResultCache::missingNumber(const std::string& path) {
  InputTable& inputs = keepingInputs_;
  const auto [known, isNew] =
      inputs.missingNumbers.try_emplace(path, static_cast<unsigned>(inputs.missing.size()));
  if (isNew) inputs.missing.push_back(path);
  return known->second;
}

}  // namespace assay::scan
