// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Per repository one listing of notes and one file of traces; per file one blame, then one process for all
// messages and one for all notes that are new.
#include "provenance/attribute.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "provenance/trace_file.h"
#include "support/strings.h"

namespace assay::provenance {

class Repositories::Opened {
 public:
  static Expected<std::unique_ptr<Opened>> open(const std::filesystem::path& folder, Limits limits,
                                                Diagnostics& diagnostics) {
    ASSAY_TRY(Git git, Git::open(folder, limits));
    std::unique_ptr<Opened> made(new Opened(std::move(git)));
    ASSAY_TRY_VOID(made->listNotes());
    made->readTraces(diagnostics);
    return made;
  }

  Expected<FileAttribution> attribute(const std::filesystem::path& file, Diagnostics& diagnostics) {
    ASSAY_TRY(std::string name, git_.nameOf(file));
    if (git_.head().empty()) return std::unexpected(refusal("git blame", "no such ref: HEAD"));
    // An empty --ignore-revs-file: commits are not passed over because one user's settings say so.
    const Expected<std::string> output = git_.ask({"blame", "--porcelain", "--encoding=UTF-8", "-w", "-M",
                                                   "--no-textconv", "--ignore-revs-file=", "--", name});
    if (!output) return failAt({name}, output.error().message, output.error().hint);
    ASSAY_TRY(const Blame blame, parseBlame(*output, "git blame of " + name));
    ASSAY_TRY_VOID(learn(blame, diagnostics));
    FileAttribution made = joinSources(std::move(name), blame, evidence_);
    sayWhereItEnds(made, diagnostics);
    return made;
  }

 private:
  explicit Opened(Git git) : git_(std::move(git)) { evidence_.head = git_.head(); }

  // Lines of `<note> <commit>`; none when there is no such ref.
  Expected<void> listNotes() {
    ASSAY_TRY(const std::string list, git_.ask({"notes", "--ref=ai", "list"}));
    for (const std::string_view line : split(list, '\n')) {
      const std::size_t blank = line.find(' ');
      if (blank != std::string_view::npos) notes_.emplace(line.substr(blank + 1), line.substr(0, blank));
    }
    return {};
  }

  void readTraces(Diagnostics& diagnostics) {
    const std::string name = ".agent-trace/traces.jsonl";
    std::error_code ignored;
    const auto status = std::filesystem::symlink_status(git_.root() / name, ignored);
    if (!std::filesystem::exists(status)) return;
    const Expected<std::string> text = readTraceFile(git_.root() / name);
    if (!text)
      return diagnostics.error("assay-provenance-007", {name}, "cannot be read: " + text.error().message);
    evidence_.traces = parseAgentTraces(*text, name, diagnostics);
  }

  Expected<void> learn(const Blame& blame, Diagnostics& diagnostics) {
    std::vector<std::string> fresh;
    for (const BlamedCommit& commit : blame.commits)
      if (!commit.uncommitted() && !evidence_.commits.contains(commit.hash)) fresh.push_back(commit.hash);
    if (fresh.empty()) return {};
    ASSAY_TRY_VOID(readMessages(fresh));
    return readNotes(fresh, diagnostics);
  }

  // NUL stands between commits and in none of them.
  Expected<void> readMessages(const std::vector<std::string>& commits) {
    ASSAY_TRY(const std::string output,
              git_.ask({"log", "--no-walk=unsorted", "--stdin", "-z", "--no-show-signature",
                        "--encoding=UTF-8", "--format=%H%n%P%n%an <%ae>%n%cn <%ce>%n%B"},
                       join(commits, "\n") + "\n"));
    for (const std::string_view record : split(output, '\0')) readMessage(record);
    return {};
  }

  void readMessage(std::string_view record) {
    std::string_view heads[4];
    for (std::string_view& head : heads) {
      const std::size_t end = record.find('\n');
      if (end == std::string_view::npos) return;
      head = record.substr(0, end);
      record.remove_prefix(end + 1);
    }
    CommitEvidence& known = evidence_.commits[std::string(heads[0])];
    for (const std::string_view parent : split(heads[1], ' '))
      if (!parent.empty()) known.parents.emplace_back(parent);
    known.agents = agentsOf(record, {heads[2], heads[3]});
    known.cutOff = git_.shallow().contains(heads[0]);
  }

  Expected<void> readNotes(const std::vector<std::string>& commits, Diagnostics& diagnostics) {
    std::vector<std::string> with, blobs;
    for (const std::string& commit : commits)
      if (const auto note = notes_.find(commit); note != notes_.end()) {
        with.push_back(commit);
        blobs.push_back(note->second);
      }
    if (with.empty()) return {};
    ASSAY_TRY(const std::string output, git_.ask({"cat-file", "--batch"}, assay::join(blobs, "\n") + "\n"));
    std::string_view rest = output;
    for (const std::string& commit : with) {
      ASSAY_TRY(const std::string_view text, nextObject(rest));
      evidence_.commits[commit].note =
          parseGitAiNote(text, "refs/notes/ai:" + commit.substr(0, 12), diagnostics);
    }
    return {};
  }

  // `<hash> blob <bytes>`, the bytes, a line break.
  static Expected<std::string_view> nextObject(std::string_view& rest) {
    const std::string_view head = rest.substr(0, rest.find('\n'));
    const std::string_view number = head.substr(head.rfind(' ') + 1);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), size);
    if (error != std::errc() || end != number.data() + number.size() || size > rest.size() ||
        rest.size() - size < head.size() + 2)
      return fail(ErrorCode::Input, "git cannot give a note of refs/notes/ai: " + visibleText(head),
                  "look at the repository with: git fsck");
    const std::string_view text = rest.substr(head.size() + 1, size);
    rest.remove_prefix(head.size() + size + 2);
    return text;
  }

  void sayWhereItEnds(const FileAttribution& made, Diagnostics& diagnostics) {
    if (saidWhereItEnds_ || std::ranges::none_of(made.commits, &AttributedCommit::cutOff)) return;
    saidWhereItEnds_ = true;
    diagnostics.warning("assay-provenance-001", {made.path},
                        "this clone is shallow: lines older than its oldest commit have no known author",
                        "git fetch --unshallow");
  }

  Git git_;
  std::unordered_map<std::string, std::string> notes_;  // by commit: the object that holds its note
  Evidence evidence_;
  bool saidWhereItEnds_ = false;
};

namespace {

// As git itself seeks it: the nearest folder above with a `.git`, be that a folder or a file that leads to
// one.
std::filesystem::path folderWithGit(const std::filesystem::path& file) {
  std::error_code ignored;
  for (std::filesystem::path folder = file.parent_path();; folder = folder.parent_path()) {
    if (std::filesystem::exists(folder / ".git", ignored)) return folder;
    if (folder == folder.parent_path()) return file.parent_path();
  }
}

}  // namespace

Repositories::Repositories(Limits limits) : limits_(limits) {}
Repositories::~Repositories() = default;

Expected<Repositories::Opened*> Repositories::of(const std::filesystem::path& file,
                                                 Diagnostics& diagnostics) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::canonical(file, error);
  if (error) return failAt({file.string()}, "cannot be opened: " + error.message());
  const std::filesystem::path folder = folderWithGit(whole);
  if (const auto known = opened_.find(folder); known != opened_.end()) return known->second.get();
  if (const auto known = refused_.find(folder); known != refused_.end())
    return std::unexpected(known->second);
  Expected<std::unique_ptr<Opened>> made = Opened::open(folder, limits_, diagnostics);
  if (!made) return std::unexpected(refused_.emplace(folder, std::move(made).error()).first->second);
  return opened_.emplace(folder, *std::move(made)).first->second.get();
}

Expected<FileAttribution> attributeFile(Repositories& repositories, const std::filesystem::path& file,
                                        Diagnostics& diagnostics) {
  ASSAY_TRY(Repositories::Opened * repository, repositories.of(file, diagnostics));
  return repository->attribute(file, diagnostics);
}

}  // namespace assay::provenance
