// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/result_cache.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <system_error>

#include "scan/archive.h"
#include "scan/archive_fields.h"
#include "support/file.h"
#include "support/hash.h"

namespace assay::scan {

namespace {

namespace fs = std::filesystem;

// Changes with the fields of archive_fields.h.
constexpr unsigned kFormat = 8;
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

bool pathExists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

}  // namespace

ResultCache::ResultCache(fs::path folder, const std::string& root) : startedNanos_(nowNanos()) {
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
  std::vector<std::pair<std::uint64_t, std::string>> targets;
  reader(readingsKey_, files_, readings_, known_.files, known_.missing, whole_, targets);
  if (reader.ok() && readings_.size() == files_.size()) {
    targets_.insert(std::move_iterator(targets.begin()), std::move_iterator(targets.end()));
    fileHolds_.resize(known_.files.size());
    missingHolds_.resize(known_.missing.size());
    return;
  }
  files_.clear();
  readings_.clear();
  whole_.clear();
  known_ = {};
}

std::vector<std::optional<FileReading>> ResultCache::readings(const std::vector<WalkedFile>& files,
                                                              std::uint64_t key) const {
  if (key != readingsKey_ || files_.empty()) return {};
  std::vector<std::optional<FileReading>> known(files.size());
  auto at = files_.begin();
  for (std::size_t i = 0; i < files.size(); ++i) {
    while (at != files_.end() && at->first < files[i].path) ++at;
    if (at != files_.end() && at->first == files[i].path && at->second == files[i].stamp)
      known[i] = readings_[static_cast<std::size_t>(at - files_.begin())];
  }
  return known;
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

std::optional<TargetResult> ResultCache::target(std::uint64_t key) {
  const auto found = targets_.find(key);
  if (found == targets_.end()) return std::nullopt;
  std::vector<unsigned> files;
  std::vector<unsigned> missing;
  TargetResult result;
  if (!unpack(found->second, files, missing, result) || !areUnchanged(files, missing)) return std::nullopt;
  for (const unsigned number : files) result.files.push_back(known_.files[number].first);
  for (const unsigned number : missing) result.missing.push_back(known_.missing[number]);
  return result;
}

// A result that rests on a file that has gone or changed meanwhile is not kept.
void ResultCache::keep(std::uint64_t key, const TargetResult& result) {
  if (file_.empty()) return;
  std::vector<unsigned> files;
  std::vector<unsigned> missing;
  for (const std::string& path : result.files) {
    const std::optional<unsigned> number = fileNumber(path);
    if (!number) return;
    files.push_back(*number);
  }
  // A place before the one where the search began may hold a file of that name all the same (#include_next).
  for (const std::string& path : result.missing)
    if (!pathExists(path)) missing.push_back(missingNumber(path));
  TargetResult rest = result;
  rest.files.clear();
  rest.missing.clear();
  keeping_[key] = pack(files, missing, rest);
}

void ResultCache::save(const Saving& saving) {
  if (file_.empty()) return;
  std::vector<std::pair<std::string, FileStamp>> files;
  std::vector<FileReading> readings;
  for (std::size_t i = 0; i < saving.files.size(); ++i) {
    if (isRecent(saving.files[i].stamp)) continue;
    files.emplace_back(saving.files[i].path, saving.files[i].stamp);
    readings.push_back(saving.readings[i]);
  }
  const std::string whole = files.size() == saving.files.size() ? packWhole(saving) : std::string();
  const std::vector<std::pair<std::uint64_t, std::string>> targets(keeping_.begin(), keeping_.end());
  const std::string payload = pack(kFormat, llvmVersion(), saving.readingsKey, files, readings,
                                   keepingInputs_.files, keepingInputs_.missing, whole, targets);
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

bool ResultCache::areUnchanged(const std::vector<unsigned>& files, const std::vector<unsigned>& missing) {
  return std::ranges::all_of(files, [&](unsigned i) { return i < known_.files.size() && hasFile(i); }) &&
         std::ranges::all_of(missing, [&](unsigned i) { return i < known_.missing.size() && isMissing(i); });
}

std::optional<unsigned> ResultCache::fileNumber(const std::string& path) {
  Inputs& inputs = keepingInputs_;
  if (const auto known = inputs.numbers.find(path); known != inputs.numbers.end()) return known->second;
  const std::optional<FileStamp> stamp = stampOf(path);
  if (!stamp || isRecent(*stamp)) return std::nullopt;
  inputs.files.emplace_back(path, *stamp);
  return inputs.numbers[path] = static_cast<unsigned>(inputs.files.size() - 1);
}

unsigned ResultCache::missingNumber(const std::string& path) {
  Inputs& inputs = keepingInputs_;
  if (const auto known = inputs.numbers.find(path); known != inputs.numbers.end()) return known->second;
  inputs.missing.push_back(path);
  return inputs.numbers[path] = static_cast<unsigned>(inputs.missing.size() - 1);
}

}  // namespace assay::scan
