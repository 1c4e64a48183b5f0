// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The output is groups of lines of one commit. A group's first line has four words, the others three; what is
// known of a commit is printed once, its path again for each group when it has several.
#include "provenance/blame.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "provenance/git.h"
#include "support/strings.h"

namespace assay::provenance {
namespace {

constexpr std::uint32_t kNoPath = 0xFFFFFFFF;

template <class Number>
std::optional<Number> wholeNumber(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool isHash(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

class BlameReader {
 public:
  BlameReader(std::string_view output, const std::string& name) : rest_(output), name_(name) {}

  Expected<Blame> read() {
    while (!rest_.empty()) ASSAY_TRY_VOID(readLine());
    return std::move(blame_);
  }

 private:
  [[nodiscard]] std::unexpected<Error> broken(const std::string& what) const {
    return failAt({name_, number_}, what, "the output of git blame is not as expected; which git is it?");
  }

  Expected<std::string_view> next() {
    const std::size_t end = rest_.find('\n');
    ++number_;
    if (end == std::string_view::npos) return broken("the text ends in the middle");
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }

  // All about one line of the file: its head, what is said of the commit, its text.
  Expected<void> readLine() {
    ASSAY_TRY(const std::string_view head, next());
    ASSAY_TRY_VOID(readHead(head));
    while (true) {
      ASSAY_TRY(const std::string_view line, next());
      if (line.starts_with('\t')) break;
      ASSAY_TRY_VOID(readAttribute(line));
    }
    if (path_ == kNoPath) return broken("a commit has no file name");
    blame_.lines.push_back({commit_, path_, original_});
    return {};
  }

  Expected<void> readHead(std::string_view head) {
    const std::vector<std::string_view> words = split(head, ' ');
    if (words.size() != 3 && words.size() != 4) return broken("not a commit and its line numbers");
    const auto original = wholeNumber<std::uint32_t>(words[1]);
    const auto final = wholeNumber<std::uint32_t>(words[2]);
    if (!isHash(words[0]) || !original || *original == 0) return broken("not a commit and its line numbers");
    if (final != blame_.lines.size() + 1) return broken("line numbers are out of order");
    original_ = *original;
    const std::uint32_t before = commit_;
    commit_ = indexOf(words[0]);
    if (words.size() == 4 || blame_.lines.empty() || commit_ != before) path_ = pathOf_[commit_];
    return {};
  }

  std::uint32_t indexOf(std::string_view hash) {
    const auto [place, isNew] =
        commits_.try_emplace(std::string(hash), static_cast<std::uint32_t>(blame_.commits.size()));
    if (isNew) {
      blame_.commits.push_back({std::string(hash), "", 0, false});
      pathOf_.push_back(kNoPath);
    }
    return place->second;
  }

  Expected<void> readAttribute(std::string_view line) {
    const std::string_view key = line.substr(0, line.find(' '));
    const std::string_view value = line.substr(std::min(line.size(), key.size() + 1));
    BlamedCommit& commit = blame_.commits[commit_];
    if (key == "summary") commit.summary = value;
    if (key == "boundary") commit.boundary = true;
    if (key == "author-time") {
      const auto seconds = wholeNumber<std::int64_t>(value);
      if (!seconds) return broken("not a time");
      commit.authorTime = *seconds;
    }
    if (key == "filename") {
      const Expected<std::string> path = unquotePath(value);
      if (!path || path->empty()) return broken("not a file name");
      path_ = pathOf_[commit_] = indexOfPath(*path);
    }
    return {};
  }

  std::uint32_t indexOfPath(const std::string& path) {
    const auto [place, isNew] = paths_.try_emplace(path, static_cast<std::uint32_t>(blame_.paths.size()));
    if (isNew) blame_.paths.push_back(path);
    return place->second;
  }

  std::string_view rest_;
  const std::string& name_;
  unsigned number_ = 0;
  Blame blame_;
  std::unordered_map<std::string, std::uint32_t> commits_, paths_;
  std::vector<std::uint32_t> pathOf_;  // by commit: the last path said of it
  std::uint32_t commit_ = 0, path_ = kNoPath, original_ = 0;
};

}  // namespace

Expected<Blame> parseBlame(std::string_view output, const std::string& name) {
  return BlameReader(output, name).read();
}

}  // namespace assay::provenance
