// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/index.h"

#include <fmt/format.h>

#include <sys/stat.h>

#include <charconv>
#include <string_view>

#include "support/file.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "assay-index 1";
template <class Number>
bool takeNumber(std::string_view& fact, Number& number, int base) {
  const auto read = std::from_chars(fact.data(), fact.data() + fact.size(), number, base);
  if (read.ec != std::errc() || read.ptr == fact.data() + fact.size() || *read.ptr != ' ') return false;
  fact.remove_prefix(static_cast<std::size_t>(read.ptr + 1 - fact.data()));
  return true;
}

// HASH SIZE TIME PATH
bool readFileLine(std::string_view fact, Index& index) {
  constexpr int kHexadecimal = 16;
  constexpr int kDecimal = 10;
  GuardedFile file;
  if (!takeNumber(fact, file.hash, kHexadecimal) || !takeNumber(fact, file.original.size, kDecimal) ||
      !takeNumber(fact, file.original.modified, kDecimal) || fact.empty())
    return false;
  index.files.emplace(fact, file);
  return true;
}

bool readLine(std::string_view line, Index& index) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return false;
  const std::string_view word = line.substr(0, blank);
  const std::string_view fact = line.substr(blank + 1);
  if (word == "file") return readFileLine(fact, index);
  if (word == "root") index.roots.emplace_back(fact);
  if (word == "include") index.runtimeInclude = fact;
  if (word == "flags") index.flags = fact;
  return word == "root" || word == "include" || word == "flags";
}

}  // namespace

std::string indexText(const Index& index) {
  std::string text = std::string(kFirstLine) + "\n";
  for (const std::string& root : index.roots) text += fmt::format("root {}\n", root);
  text += fmt::format("include {}\nflags {}\n", index.runtimeInclude, index.flags);
  for (const auto& [path, file] : index.files)
    text +=
        fmt::format("file {} {} {} {}\n", hex64(file.hash), file.original.size, file.original.modified, path);
  return text;
}

Expected<Index> readIndex(const fs::path& file) {
  ASSAY_TRY(const std::string text, readFile(file));
  const auto lines = split(text, '\n');
  Index index;
  bool good = lines.front() == kFirstLine && text.ends_with('\n');
  for (std::size_t i = 1; good && i + 1 < lines.size(); ++i) good = readLine(lines[i], index);
  if (good && !index.roots.empty()) return index;
  return failAt({file.string(), 0, 0}, "is no index of this version", "run `assay cc --prepare` again");
}

std::optional<FileTime> timeOf(const fs::path& file) {
  struct stat facts{};
  if (::stat(file.c_str(), &facts) != 0) return std::nullopt;
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return FileTime{static_cast<std::uint64_t>(facts.st_size),
                  facts.st_mtim.tv_sec * kNanoseconds + facts.st_mtim.tv_nsec};
}

Index upToDatePart(const Index& index) {
  Index part = index;
  std::erase_if(part.files, [&](const auto& file) {
    return timeOf(index.roots.front() + "/" + file.first) != file.second.original;
  });
  return part;
}

std::optional<std::string> fromRoot(const Index& index, const fs::path& file) {
  const std::string path = file.lexically_normal().generic_string();
  for (const std::string& root : index.roots)
    if (path.size() > root.size() + 1 && path.starts_with(root) && path[root.size()] == '/')
      return path.substr(root.size() + 1);
  return std::nullopt;
}

std::string unitKey(const Index& index, const fs::path& source) {
  if (auto path = fromRoot(index, source)) return *std::move(path);
  return ".elsewhere/" + source.lexically_normal().relative_path().generic_string();
}

}  // namespace assay::launch
