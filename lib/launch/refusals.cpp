// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/refusals.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <tuple>

#include "launch/quick_write.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "assay-refusal 1";

// A fact a line; what may hold blanks has a line of its own.
std::string textOf(const Refusal& refusal) {
  return fmt::format("{}\n{} {} {} {}\n{}\n{}\n{}\n", kFirstLine, refusal.where.line, refusal.where.column,
                     refusal.original.size, refusal.original.modified, refusal.flags, refusal.where.file,
                     refusal.text);
}

template <class Number>
bool takeNumber(std::string_view& line, Number& number) {
  const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
  if (read.ec != std::errc()) return false;
  line.remove_prefix(static_cast<std::size_t>(read.ptr - line.data()));
  if (line.starts_with(' ')) line.remove_prefix(1);
  return true;
}

std::optional<Refusal> refusalIn(const std::string& text) {
  const auto lines = split(text, '\n');
  constexpr std::size_t kLines = 6;  // with the end of the last one
  if (lines.size() != kLines || lines[0] != kFirstLine || !lines.back().empty()) return std::nullopt;
  Refusal refusal;
  std::string_view numbers = lines[1];
  if (!takeNumber(numbers, refusal.where.line) || !takeNumber(numbers, refusal.where.column) ||
      !takeNumber(numbers, refusal.original.size) || !takeNumber(numbers, refusal.original.modified))
    return std::nullopt;
  refusal.flags = lines[2];
  refusal.where.file = lines[3];
  refusal.text = lines[4];
  return refusal;
}

}  // namespace

Expected<void> noteRefusal(const Places& places, const Refusal& refusal) {
  const std::string text = textOf(refusal);
  const fs::path note = places.refusals() / hex64(hash64(text));
  std::error_code error;
  if (fs::exists(note, error)) return {};
  ASSAY_TRY_VOID(writeQuickly(note, text));
  fs::remove(places.prepared(), error);
  return {};
}

std::vector<Refusal> readRefusals(const Places& places, const fs::path& root, const std::string& flags) {
  std::vector<Refusal> holding;
  std::vector<fs::path> stale;
  std::error_code error;
  for (fs::directory_iterator it(places.refusals(), error), end; !error && it != end; it.increment(error)) {
    const auto text = readFile(it->path());
    auto refusal = text ? refusalIn(*text) : std::nullopt;
    if (refusal && refusal->flags == flags && timeOf(root / refusal->where.file) == refusal->original)
      holding.push_back(*std::move(refusal));
    else
      stale.push_back(it->path());
  }
  for (const fs::path& note : stale) fs::remove(note, error);
  std::ranges::sort(holding, {}, [](const Refusal& one) {
    return std::tie(one.where.file, one.where.line, one.where.column, one.text);
  });
  return holding;
}

}  // namespace assay::launch
