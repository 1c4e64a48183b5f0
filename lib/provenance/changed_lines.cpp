// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/changed_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "support/strings.h"

namespace assay::provenance {
namespace {

using Files = std::map<std::string, FileChange>;

// What a user's configuration would change of the form is said here. Moved lines of a renamed file are none.
const std::vector<std::string> kDiff = {"diff",
                                        "--unified=0",
                                        "--inter-hunk-context=0",
                                        "--no-color",
                                        "--no-ext-diff",
                                        "--no-textconv",
                                        "--find-renames",
                                        "--src-prefix=a/",
                                        "--dst-prefix=b/",
                                        "--ignore-submodules=all"};
const std::vector<std::string> kCounts = {
    "diff", "--numstat", "-z", "--find-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"};

struct Hunk {
  std::uint32_t first = 0;
  std::uint32_t count = 1;
};

bool readNumber(std::string_view& text, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

// "@@ -12,3 +14 @@ …": the place in the new file.
std::optional<Hunk> hunkOf(std::string_view line) {
  const std::size_t plus = line.find(" +");
  if (plus == std::string_view::npos) return std::nullopt;
  std::string_view text = line.substr(plus + 2);
  Hunk hunk;
  if (!readNumber(text, hunk.first)) return std::nullopt;
  if (text.starts_with(',')) {
    text.remove_prefix(1);
    if (!readNumber(text, hunk.count)) return std::nullopt;
  }
  const bool fits = hunk.count <= std::numeric_limits<std::uint32_t>::max() - hunk.first;
  return fits && text.starts_with(" @@") ? std::optional(hunk) : std::nullopt;
}

std::unexpected<Error> senseless(std::string_view line) {
  return fail(ErrorCode::Input, "git diff printed what makes no sense: " + visibleText(line));
}

// Reads line by line; lines of files are skipped by their number, whatever they look like.
class DiffReader {
 public:
  Expected<Files> read(std::string_view output) {
    for (std::string_view line : split(output, '\n')) ASSAY_TRY_VOID(take(line));
    return std::move(files_);
  }

 private:
  Expected<void> take(std::string_view line) {
    if (left_ > 0 && (line.starts_with('+') || line.starts_with('-'))) {
      --left_;
      return {};
    }
    if (line.starts_with("diff --git ")) {  // no line of a file is printed like this
      file_ = nullptr;
      left_ = 0;
    }
    if (line.starts_with("+++ ")) return takeName(line.substr(4));
    return line.starts_with("@@ ") ? takeHunk(line) : Expected<void>();
  }

  Expected<void> takeName(std::string_view name) {
    if (name.ends_with('\t')) name.remove_suffix(1);  // behind a name with blanks
    ASSAY_TRY(const std::string path, unquotePath(name));
    file_ = path.starts_with("b/") ? &files_[path.substr(2)] : nullptr;  // else /dev/null: it is gone
    return {};
  }

  Expected<void> takeHunk(std::string_view line) {
    const auto hunk = hunkOf(line);
    if (!hunk) return senseless(line);
    left_ = std::uint64_t{hunk->count} + oldCountOf(line);
    if (file_ == nullptr) return {};
    if (hunk->count == 0)
      file_->gaps.push_back(hunk->first);
    else
      file_->lines.push_back({hunk->first, hunk->first + hunk->count - 1});
    return {};
  }

  static std::uint32_t oldCountOf(std::string_view line) {
    std::string_view text = line.substr(std::min(line.size(), line.find('-') + 1));
    std::uint32_t first = 0, count = 1;
    if (!readNumber(text, first) || !text.starts_with(',')) return count;
    text.remove_prefix(1);
    return readNumber(text, count) ? count : 1;
  }

  Files files_;
  FileChange* file_ = nullptr;
  std::uint64_t left_ = 0;  // lines of the hunk
};

Expected<std::string> ask(const Git& git, std::vector<std::string> words, std::vector<std::string> more) {
  std::ranges::move(more, std::back_inserter(words));
  return git.ask(std::move(words));
}

std::set<std::string> namesIn(std::string_view output) {
  std::set<std::string> names;
  for (const std::string_view name : split(output, '\0'))
    if (!name.empty()) names.emplace(name);
  return names;
}

Expected<std::set<std::string>> listed(const Git& git, std::vector<std::string> words) {
  ASSAY_TRY(const std::string output, git.ask(std::move(words)));
  return namesIn(output);
}

Expected<Files> diff(const Git& git, const std::vector<std::string>& more) {
  ASSAY_TRY(const std::string output, ask(git, kDiff, more));
  ASSAY_TRY(Files files, parseDiff(output));
  ASSAY_TRY(const std::string counts, ask(git, kCounts, more));
  for (const std::string& name : binariesIn(counts)) files[name].isNew = true;
  return files;
}

// What git diff does not speak of.
Expected<void> addUntracked(const Git& git, Files& files) {
  ASSAY_TRY(const std::set<std::string> names,
            listed(git, {"ls-files", "-z", "--others", "--exclude-standard"}));
  for (const std::string& name : names) files[name].isNew = true;
  return {};
}

Expected<std::string> commonAncestor(const Git& git, const std::string& revision) {
  if (revision.empty() || revision.starts_with('-'))
    return fail(ErrorCode::Usage, fmt::format("--since takes a commit, not `{}`", visibleText(revision)),
                "for example --since main");
  const auto commit =
      git.ask({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!commit)
    return fail(ErrorCode::Input, fmt::format("git knows no commit `{}`", visibleText(revision)),
                "fetch it, or name another one: --since REF");
  const auto base = git.ask({"merge-base", "HEAD", std::string(trim(*commit))});
  if (base) return std::string(trim(*base));
  return fail(
      ErrorCode::Input,
      fmt::format("git finds no common ancestor of `{}` and what is checked out", visibleText(revision)),
      "in a shallow clone: git fetch --unshallow");
}

}  // namespace

// git prints both from the first line to the last.
bool FileChange::touches(LineRange range) const {
  if (isNew) return true;
  const auto line = std::ranges::lower_bound(lines, range.first, {}, &LineRange::last);
  const auto gap = std::ranges::lower_bound(gaps, range.first);
  return (line != lines.end() && line->first <= range.last) || (gap != gaps.end() && *gap < range.last);
}

// "-", "-" and the name, with tabs between; of a renamed file both names follow, the old one first.
std::set<std::string> binariesIn(std::string_view counts) {
  constexpr std::string_view kBinary = "-\t-\t";
  std::set<std::string> names;
  const std::vector<std::string_view> words = split(counts, '\0');
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool isRenamed = words[i].ends_with('\t');
    const std::size_t name = isRenamed ? i + 2 : i;
    if (words[i].starts_with(kBinary) && name < words.size())
      names.emplace(isRenamed ? words[name] : words[i].substr(kBinary.size()));
    i = name;
  }
  return names;
}

Expected<Files> parseDiff(std::string_view output) {
  return DiffReader().read(output);
}

Expected<ChangedFiles> changedSince(const Git& git, const std::string& revision) {
  ASSAY_TRY(const std::string base, commonAncestor(git, revision));
  ASSAY_TRY(Files files, diff(git, {base, "--"}));
  ASSAY_TRY_VOID(addUntracked(git, files));
  return ChangedFiles{std::move(files), {}};
}

Expected<ChangedFiles> stagedChanges(const Git& git) {
  if (git.head().empty()) {
    ASSAY_TRY(const std::set<std::string> names, listed(git, {"ls-files", "-z"}));
    ChangedFiles all;
    for (const std::string& name : names) all.files[name].isNew = true;
    return all;
  }
  ASSAY_TRY(const std::set<std::string> staged, listed(git, {"diff", "--cached", "--name-only", "-z",
                                                             "--diff-filter=d", "--ignore-submodules=all"}));
  ASSAY_TRY(const std::set<std::string> open,
            listed(git, {"diff", "--name-only", "-z", "--ignore-submodules=all"}));
  ASSAY_TRY(Files files, diff(git, {"HEAD", "--"}));
  std::erase_if(files, [&](const auto& file) { return !staged.contains(file.first); });
  ChangedFiles changed{std::move(files), {}};
  std::ranges::set_intersection(staged, open,
                                std::inserter(changed.notAllStaged, changed.notAllStaged.end()));
  // What is staged may have been taken back on disk: then no line of the file is known to be as committed.
  for (const std::string& name : changed.notAllStaged)
    changed.files.try_emplace(name, FileChange{.lines = {}, .gaps = {}, .isNew = true});
  return changed;
}

}  // namespace assay::provenance
