// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/git.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "support/file.h"
#include "support/strings.h"

namespace assay::provenance {
namespace {

// Settings that would colour the text, quote names or start a program.
constexpr std::string_view kSettings[] = {
    "core.quotepath=off", "color.ui=false",          "core.fsmonitor=false",
    "core.pager=cat",     "log.showSignature=false",
};

// Told to git rather than entered before it is looked for: PATH may have a folder that is meant from where
// the user stands.
std::vector<std::string> gitWords(const std::filesystem::path& folder, std::vector<std::string> words) {
  std::error_code ignored;
  const std::string place = std::filesystem::absolute(folder, ignored).string();
  std::vector<std::string> all{"git", "-C", place, "--no-pager", "--literal-pathspecs"};
  for (const std::string_view setting : kSettings) all.insert(all.end(), {"-c", std::string(setting)});
  std::ranges::move(words, std::back_inserter(all));
  return all;
}

// What a question has beside its words.
struct Beside {
  std::string_view input = {};
  std::filesystem::path index = {};
};

Expected<std::string> askGit(const std::filesystem::path& folder, std::vector<std::string> words,
                             const Beside& beside, Limits limits) {
  const std::string asked = "git " + words.front();
  std::vector<std::string> environment = environmentForGit(ownEnvironment());
  if (!beside.index.empty()) environment.push_back("GIT_INDEX_FILE=" + beside.index.string());
  Expected<ProgramEnd> end =
      runProgram({gitWords(folder, std::move(words)), std::move(environment), "/", beside.input, limits});
  if (!end && end.error().message.ends_with("No such file or directory"))
    return fail(ErrorCode::Input, "the program git is not there",
                "install git (on Debian: apt install git), or put it into PATH");
  if (!end) return std::unexpected(std::move(end).error());
  if (end->code != 0) return std::unexpected(refusal(asked, end->complaints));
  return std::move(end->output);
}

struct Meaning {
  std::string_view complaint, message, hint;
};

// What git says in its own words, and what that means here. The first row repeats a file's name, which may be
// any words.
constexpr Meaning kMeanings[] = {
    {"no such path", kUntracked, "commit it first: lines without a commit have no author"},
    {"not a git repository", "this folder is in no git repository",
     "run it inside a clone; an unpacked archive has no history to read"},
    {"must be run in a work tree", "this git repository has no working tree",
     "a bare repository has no files: make a clone or `git worktree add` of it"},
    {"dubious ownership", "git does not trust this repository: its folder belongs to another user",
     "if you do: git config --global --add safe.directory FOLDER"},
    {"no such ref: HEAD", "this git repository has no commit yet", "commit first"},
    {"could not open object name list",
     "git cannot open the file that its setting blame.ignoreRevsFile names",
     "correct it, or take it away: git config --unset blame.ignoreRevsFile"},
    {"bad revision", "git does not know one of the commits that it named itself",
     "look at the repository with: git fsck"},
};

std::string firstComplaint(std::string_view complaints) {
  std::string_view line = complaints.substr(0, complaints.find('\n'));
  for (const std::string_view word : {"fatal: ", "error: "})
    if (line.starts_with(word)) line.remove_prefix(word.size());
  return visibleText(trim(line));
}

// Of another repository, or of another look at this one. What configures git itself stays (safe.directory of
// a CI).
bool isOfAnotherCall(std::string_view variable) {
  return (variable.starts_with("GIT_") && !variable.starts_with("GIT_CONFIG_") &&
          !variable.starts_with("GIT_EXEC_PATH=") && !variable.starts_with("GIT_CEILING_DIRECTORIES=") &&
          !variable.starts_with("GIT_DISCOVERY_")) ||
         variable.starts_with("LC_ALL=");
}

std::optional<char> escapedByte(char letter) {
  constexpr std::string_view kLetters = "abtnvfr\"\\";
  constexpr std::string_view kBytes = "\a\b\t\n\v\f\r\"\\";
  const std::size_t at = kLetters.find(letter);
  if (at == std::string_view::npos) return std::nullopt;
  return kBytes[at];
}

std::optional<char> octalByte(std::string_view digits) {
  unsigned value = 0;
  if (digits.size() != 3) return std::nullopt;
  for (const char digit : digits) {
    if (digit < '0' || digit > '7') return std::nullopt;
    value = value * 8 + static_cast<unsigned>(digit - '0');
  }
  return value < 256 ? std::optional(static_cast<char>(value)) : std::nullopt;
}

}  // namespace

std::vector<std::string> environmentForGit(const std::vector<std::string>& own) {
  std::vector<std::string> variables{"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
                                     "GIT_NO_LAZY_FETCH=1"};
  std::ranges::copy_if(own, std::back_inserter(variables),
                       [](const std::string& variable) { return !isOfAnotherCall(variable); });
  return variables;
}

Error refusal(const std::string& asked, std::string_view complaints) {
  for (const Meaning& meaning : kMeanings)
    if (complaints.find(meaning.complaint) != std::string_view::npos)
      return {ErrorCode::Input, std::string(meaning.message), {}, std::string(meaning.hint)};
  const std::string complaint = firstComplaint(complaints);
  return {ErrorCode::Input, asked + " failed" + (complaint.empty() ? "" : ": " + complaint), {}, ""};
}

bool isUntracked(const Error& error) {
  return error.message == kUntracked;
}

Expected<std::string> unquotePath(std::string_view printed) {
  if (!printed.starts_with('"')) return std::string(printed);
  const auto malformed = [&] { return fail(ErrorCode::Input, "a quoted path is not well-formed"); };
  if (printed.size() < 2 || !printed.ends_with('"')) return malformed();
  std::string_view rest = printed.substr(1, printed.size() - 2);
  std::string path;
  while (!rest.empty()) {
    std::size_t used = 1;
    std::optional<char> byte = rest[0];
    if (rest[0] == '"') return malformed();
    if (rest[0] == '\\') {
      if (rest.size() < 2) return malformed();
      byte = escapedByte(rest[1]);
      used = byte ? 2 : 4;
      if (!byte) byte = octalByte(rest.substr(1, 3));
    }
    if (!byte) return malformed();
    path += *byte;
    rest.remove_prefix(used);
  }
  return path;
}

Expected<Git> Git::open(const std::filesystem::path& folder, Limits limits) {
  ASSAY_TRY(const std::string top, askGit(folder, {"rev-parse", "--show-toplevel"}, {}, limits));
  Git git;
  git.limits_ = limits;
  std::error_code error;
  git.root_ = std::filesystem::canonical(top.substr(0, top.size() - 1), error);
  if (error) return fail(ErrorCode::Input, "the working tree's folder cannot be entered: " + error.message());
  // Without a commit this says no, and that is all it can say no to.
  if (const auto head = git.ask({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"}))
    git.head_ = trim(*head);
  ASSAY_TRY_VOID(git.readShallow());
  return git;
}

Expected<void> Git::readShallow() {
  ASSAY_TRY(const std::string answer, ask({"rev-parse", "--is-shallow-repository"}));
  if (trim(answer) != "true") return {};
  ASSAY_TRY(const std::string place, ask({"rev-parse", "--git-path", "shallow"}));
  ASSAY_TRY(const std::string commits, readFile(root_ / place.substr(0, place.size() - 1)));
  for (const std::string_view line : split(commits, '\n'))
    if (const std::string_view commit = trim(line); !commit.empty()) shallow_.emplace(commit);
  return {};
}

Expected<std::string> Git::ask(std::vector<std::string> words, std::string_view input) const {
  return askGit(root_, std::move(words), {input, index_}, limits_);
}

Git Git::withIndexOf(const std::vector<std::string>& environment) const {
  constexpr std::string_view kVariable = "GIT_INDEX_FILE=";
  Git other = *this;
  for (const std::string& variable : environment) {
    if (!variable.starts_with(kVariable)) continue;
    const std::filesystem::path index = root_ / variable.substr(kVariable.size());
    const auto folder = ask({"rev-parse", "--absolute-git-dir"});
    std::error_code error;
    const bool isHere = folder && std::filesystem::equivalent(index.parent_path(), trim(*folder), error);
    if (isHere && std::filesystem::exists(index, error)) other.index_ = index;
  }
  return other;
}

Expected<std::string> Git::nameOf(const std::filesystem::path& file) const {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::canonical(file, error);
  if (error) return failAt({file.string()}, "cannot be opened: " + error.message());
  const std::string name = whole.lexically_relative(root_).generic_string();
  if (name.empty() || name == "." || name == ".." || name.starts_with("../"))
    return failAt({file.string()}, "is not in the working tree of the git repository");
  return name;
}

}  // namespace assay::provenance
