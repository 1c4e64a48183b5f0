// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/folder_rules.h"

#include <sys/stat.h>

#include <optional>
#include <vector>

#include "support/file.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

// Nothing when it is missing or (as for git) a symbolic link; nullopt when it is there and cannot be read.
std::optional<std::string> readRules(const std::string& path) {
  struct stat status{};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::string();
  auto text = readFile(path);
  return text ? std::optional(*std::move(text)) : std::nullopt;
}

std::string textOf(const std::string& path) {
  return readRules(path).value_or(std::string());
}

bool entryExists(const std::string& path) {
  struct stat status{};
  return ::lstat(path.c_str(), &status) == 0;
}

std::string below(const std::string& folder, std::string_view path) {
  return path.starts_with('/') ? std::string(path) : folder + "/" + std::string(path);
}

// The folder with info/exclude: .git itself, or what a worktree's or submodule's .git file leads to.
std::string gitFolderOf(const std::string& folder) {
  std::string git = folder + "/.git";
  const std::string link = textOf(git);
  constexpr std::string_view kLink = "gitdir:";
  if (link.starts_with(kLink)) git = below(folder, trim(std::string_view(link).substr(kLink.size())));
  const std::string common = textOf(git + "/commondir");
  return common.empty() ? git : below(git, trim(common));
}

// "linguist-vendored", "linguist-vendored=true": 1; "-linguist-vendored", "=false": -1; something else: 0.
int setting(std::string_view word, std::string_view name) {
  const bool unset = word.starts_with('-') || word.starts_with('!');
  if (unset) word.remove_prefix(1);
  if (!word.starts_with(name)) return 0;
  word.remove_prefix(name.size());
  if (word.empty()) return unset ? -1 : 1;
  return word == "=true" ? 1 : word == "=false" ? -1 : 0;
}

std::vector<std::string_view> wordsOf(std::string_view line) {
  std::vector<std::string_view> words;
  while (!(line = trim(line)).empty()) {
    std::size_t end = 0;
    while (end < line.size() && !isSpace(line[end])) ++end;
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  return words;
}

}  // namespace

std::string FolderRules::read(const std::string& path) {
  auto text = readRules(path);
  if (!text) unread_.push_back(path);
  return std::move(text).value_or(std::string());
}

// A pattern that ends in '/' matches nothing here: attributes are for files.
void FolderRules::addAttributes(std::string_view text) {
  for (const std::string_view line : split(text, '\n')) {
    const std::vector<std::string_view> words = wordsOf(line);
    if (words.size() < 2 || words[0].starts_with('#') || words[0].starts_with('!')) continue;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string pattern(words[0]);
      if (const int vendored = setting(words[i], "linguist-vendored"))
        vendored_.addLine(vendored > 0 ? pattern : "!" + pattern);
      if (const int generated = setting(words[i], "linguist-generated"))
        generated_.addLine(generated > 0 ? pattern : "!" + pattern);
    }
  }
}

FolderRules::Pointer FolderRules::enter(const std::string& folder, std::size_t skip, RuleFiles files,
                                        Pointer above) {
  if (!files.any()) return above;
  auto rules = std::make_shared<FolderRules>();
  rules->above_ = std::move(above);
  rules->skip_ = skip;
  rules->repository_ = files.repository;
  if (files.ignore) rules->own_.addText(rules->read(folder + "/.ignore"));
  if (files.gitignore) rules->git_.addText(rules->read(folder + "/.gitignore"));
  if (files.attributes) rules->addAttributes(rules->read(folder + "/.gitattributes"));
  if (files.repository) rules->exclude_.addText(rules->read(gitFolderOf(folder) + "/info/exclude"));
  return rules;
}

FolderRules::Pointer FolderRules::enterUnlisted(const std::string& folder, std::size_t skip, Pointer above) {
  const RuleFiles files{entryExists(folder + "/.gitignore"), entryExists(folder + "/.ignore"),
                        entryExists(folder + "/.gitattributes"), entryExists(folder + "/.git")};
  return enter(folder, skip, files, std::move(above));
}

FolderRules::Pointer FolderRules::above(const std::string& root, std::string& prefix) {
  if (entryExists(root + "/.git")) return nullptr;
  std::vector<std::string> folders;
  std::string at = root;
  bool found = false;
  while (!found && at.size() > 1) {
    at.resize(at.rfind('/'));
    folders.push_back(at);
    found = entryExists(at + "/.git");
  }
  if (!found) return nullptr;
  prefix += root.substr(at.size() + 1) + "/";
  Pointer rules;
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder)
    rules = enterUnlisted(*folder, folder->size() - at.size(), rules);
  return rules;
}

bool FolderRules::ignores(const FolderRules* rules, std::string_view path, bool isFolder) {
  const source::PathRules* exclude = nullptr;
  std::size_t excludeSkip = 0;
  bool inOther = false;  // behind the root of the repository that the path is in
  for (; rules != nullptr; rules = rules->above_.get()) {
    const std::string_view inFolder = path.substr(rules->skip_);
    if (const auto decision = rules->own_.decide(inFolder, isFolder)) return *decision;
    if (inOther) continue;
    if (const auto decision = rules->git_.decide(inFolder, isFolder)) return *decision;
    if (!rules->repository_) continue;
    inOther = true;
    exclude = &rules->exclude_;
    excludeSkip = rules->skip_;
  }
  return exclude != nullptr && exclude->decide(path.substr(excludeSkip), isFolder).value_or(false);
}

bool FolderRules::attribute(const FolderRules* rules, std::string_view path,
                            source::PathRules FolderRules::* which) {
  for (; rules != nullptr; rules = rules->above_.get()) {
    if (const auto decision = (rules->*which).decide(path.substr(rules->skip_), false)) return *decision;
    if (rules->repository_) return false;
  }
  return false;
}

bool FolderRules::isVendored(const FolderRules* rules, std::string_view path) {
  return attribute(rules, path, &FolderRules::vendored_);
}

bool FolderRules::isGenerated(const FolderRules* rules, std::string_view path) {
  return attribute(rules, path, &FolderRules::generated_);
}

}  // namespace assay::scan
