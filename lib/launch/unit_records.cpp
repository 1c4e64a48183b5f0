// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/unit_records.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>

#include "launch/quick_write.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHashDigits = 16;
constexpr std::string_view kObjectLine = "object ";

std::string textOf(const Forms& forms) {
  std::string text;
  for (const auto& [file, hash] : forms) text += fmt::format("{} {}\n", hex64(hash), file);
  return text;
}

// A damaged record is one of forms that never were: the unit is built again.
bool isUpToDate(const std::string& record, const Index& index) {
  return std::ranges::all_of(split(record, '\n'), [&](std::string_view line) {
    if (line.empty() || line.starts_with(kObjectLine)) return true;
    if (line.size() < kHashDigits + 2) return false;
    std::uint64_t hash = 0;
    const auto read = std::from_chars(line.data(), line.data() + kHashDigits, hash, 16);
    const auto now = index.files.find(std::string(line.substr(kHashDigits + 1)));
    return read.ptr == line.data() + kHashDigits && hash == (now == index.files.end() ? 0 : now->second.hash);
  });
}

// Nobody will make it anew: it was renamed, or belongs to a target that is no more. A build that makes it
// again notes it again.
bool isOfGoneObject(const std::string& record) {
  if (!record.starts_with(kObjectLine)) return false;
  std::error_code error;
  const fs::path object = record.substr(kObjectLine.size(), record.find('\n') - kObjectLine.size());
  return !fs::exists(object, error) && !error;
}

bool isOutdated(const fs::path& records, const Index& index) {
  std::error_code error;
  for (fs::directory_iterator it(records, error), end; !error && it != end; it.increment(error)) {
    if (!it->is_regular_file(error) || it->path().filename().string().starts_with(kTemporaryPrefix)) continue;
    const auto text = readFile(it->path());
    if (text && isOfGoneObject(*text)) {
      std::error_code ignored;
      fs::remove(it->path(), ignored);
      continue;
    }
    if (!text || !isUpToDate(*text, index)) return true;
  }
  return false;
}

// Every folder below `records` that holds the record of an object.
void addRecordedUnits(const Places& places, std::set<std::string>& units) {
  const fs::path folder = places.records("");
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (!it->is_regular_file(ignored)) continue;
    units.insert(it->path().parent_path().lexically_relative(folder.parent_path()).generic_string());
  }
}

}  // namespace

Forms formsOf(const Index& index, const std::vector<std::string>& files) {
  Forms forms;
  for (const std::string& file : files) {
    const auto path = fromRoot(index, fs::absolute(file));
    if (!path) continue;
    const auto guarded = index.files.find(*path);
    forms[*path] = guarded == index.files.end() ? 0 : guarded->second.hash;
  }
  return forms;
}

Expected<void> noteForms(const Places& places, const std::string& unit, const Output& output,
                         const Forms& forms) {
  const std::string path = fs::absolute(output.path).lexically_normal().string();
  const fs::path record = places.records(unit) / hex64(hash64(path));
  const std::string head = output.isObject ? fmt::format("{}{}\n", kObjectLine, path) : "";
  const std::string text = head + textOf(forms);
  const auto before = readFile(record);
  if (before && *before == text) return {};
  return writeQuickly(record, text);
}

Expected<std::size_t> renewStamps(const Places& places, const Index& index,
                                  const std::vector<std::string>& units) {
  std::set<std::string> all(units.begin(), units.end());
  addRecordedUnits(places, all);
  std::size_t renewed = 0;
  for (const std::string& unit : all) {
    const fs::path stamp = places.stamp(unit);
    std::error_code error;
    const bool there = fs::exists(stamp, error);
    if (there && !isOutdated(places.records(unit), index)) continue;
    ASSAY_TRY_VOID(writeQuickly(stamp, ""));
    renewed += there ? 1 : 0;
  }
  return renewed;
}

void makeOldStamp(const Places& places, const std::string& unit) {
  const fs::path stamp = places.stamp(unit);
  std::error_code error;
  if (fs::exists(stamp, error)) return;
  fs::create_directories(stamp.parent_path(), error);
  const int file = ::open(stamp.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return;
  const timespec old[2] = {{1, 0}, {1, 0}};
  ::futimens(file, old);
  ::close(file);
}

}  // namespace assay::launch
