// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/git_repository.h"

#include <fstream>
#include <stdexcept>

#include "support/process.h"

namespace assay::test {

GitRepository::GitRepository(const TemporaryFolder& folder, std::string_view name)
    : path_(folder.path() / name) {
  std::filesystem::create_directories(path_);
  git({"init", "-q", "-b", "main"});
}

std::string GitRepository::git(std::vector<std::string> words, const std::string& input) const {
  words.insert(words.begin(), {"git", "-c", "protocol.file.allow=always", "-c", "commit.gpgSign=false"});
  const Run end = run({.arguments = words,
                       .folder = path_,
                       .environment = {{"GIT_CONFIG_GLOBAL", "/dev/null"},
                                       {"GIT_CONFIG_NOSYSTEM", "1"},
                                       {"GIT_AUTHOR_NAME", "Dev"},
                                       {"GIT_AUTHOR_EMAIL", "dev@example.com"},
                                       {"GIT_AUTHOR_DATE", "2026-01-15T11:30:00+0100"},
                                       {"GIT_COMMITTER_NAME", "Dev"},
                                       {"GIT_COMMITTER_EMAIL", "dev@example.com"},
                                       {"GIT_COMMITTER_DATE", "2026-02-01T00:00:00+0000"},
                                       {"GIT_EDITOR", "true"}},
                       .input = input});
  if (end.exitCode != 0) throw std::runtime_error(words[5] + ": " + end.err);
  std::string out = end.out;
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

std::filesystem::path GitRepository::write(std::string_view name, std::string_view bytes) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

std::string GitRepository::commit(const std::string& message) const {
  git({"add", "-A"});
  git({"commit", "-q", "--allow-empty", "-F", "-"}, message);
  return git({"rev-parse", "HEAD"});
}

}  // namespace assay::test
