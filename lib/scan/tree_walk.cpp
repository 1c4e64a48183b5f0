// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Several threads take folders from one stack. A folder costs its listing, a C or C++ file one fstatat,
// anything else nothing.
#include "scan/tree_walk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <optional>
#include <system_error>

#include "scan/descriptor.h"
#include "scan/file_kind.h"
#include "scan/folder_listing.h"
#include "scan/folder_rules.h"
#include "source/path_rules.h"
#include "support/parallel.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

struct Folder {
  std::string path;  // root-relative with a last '/'; empty = the root
  FolderRules::Pointer rules;
  bool named = false;     // by the user: nothing about it leaves it out
  bool vendored = false;  // other people's code that is only counted
};

// What one thread found.
struct Found {
  std::vector<WalkedFile> files;
  std::vector<std::string> unread;
  LeftOut leftOut;
  Diagnostics diagnostics;
};

// The folders that wait, and when all have been walked.
class Waiting {
 public:
  void add(Folder folder) {
    {
      const std::scoped_lock lock(mutex_);
      folders_.push_back(std::move(folder));
    }
    changed_.notify_one();
  }

  // Waits for the next one; nothing when all is done. Each one taken is to be reported as done().
  std::optional<Folder> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !folders_.empty() || taken_ == 0; });
    if (folders_.empty()) return std::nullopt;
    Folder folder = std::move(folders_.back());
    folders_.pop_back();
    ++taken_;
    return folder;
  }

  void done() {
    const std::scoped_lock lock(mutex_);
    if (--taken_ == 0 && folders_.empty()) changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Folder> folders_;
  std::size_t taken_ = 0;
};

std::string withoutSlash(const std::string& folder) {
  return folder.empty() ? "." : folder.substr(0, folder.size() - 1);
}

class Walk {
 public:
  explicit Walk(const WalkRequest& request)
      : request_(request),
        rootPath_(request.root.has_filename() ? request.root : request.root.parent_path()),
        root_(AT_FDCWD, rootPath_.c_str(), O_PATH | O_DIRECTORY),
        above_(FolderRules::above(rootPath_.native(), prefix_)) {
    for (const std::string& glob : request.exclude) exclude_.addLine(glob);
  }

  // The folders between the root and this one: their ignore files hold inside it.
  void start(const fs::path& folder) {
    std::string path;
    if (folder != rootPath_) path = folder.lexically_relative(rootPath_).generic_string() + "/";
    FolderRules::Pointer rules = above_;
    for (std::size_t end = 0; end < path.size(); end = path.find('/', end) + 1)
      rules = FolderRules::enterUnlisted(absolute(path.substr(0, end)), prefix_.size() + end, rules);
    for (const FolderRules* one = rules.get(); one != nullptr; one = one->nextAbove().get())
      sayUnread(*one, named_.diagnostics);
    waiting_.add({std::move(path), std::move(rules), true, false});
  }

  void takeNamed(const fs::path& file) {
    named_.files.push_back(
        {file.lexically_relative(rootPath_).generic_string(), stampOf(file.native()).value_or(FileStamp{})});
  }

  WalkedTree run(Diagnostics& diagnostics) {
    constexpr std::size_t kMostThreads = 8;  // more only wait for the kernel's locks
    std::vector<Found> found(jobCount(request_.jobs, kMostThreads));
    forEachIndex(found.size(), static_cast<unsigned>(found.size()), [&](std::size_t i) {
      FolderListing listing;
      while (const auto folder = waiting_.take()) {
        walk(*folder, listing, found[i]);
        waiting_.done();
      }
      std::ranges::sort(found[i].files, {}, &WalkedFile::path);
    });
    std::ranges::sort(named_.files, {}, &WalkedFile::path);
    found.push_back(std::move(named_));
    return joined(std::move(found), diagnostics);
  }

 private:
  static std::vector<WalkedFile> merged(std::vector<WalkedFile> a, std::vector<WalkedFile> b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    std::vector<WalkedFile> all;
    all.reserve(a.size() + b.size());
    std::merge(std::move_iterator(a.begin()), std::move_iterator(a.end()), std::move_iterator(b.begin()),
               std::move_iterator(b.end()), std::back_inserter(all),
               [](const WalkedFile& x, const WalkedFile& y) { return x.path < y.path; });
    return all;
  }

  static WalkedTree joined(std::vector<Found> found, Diagnostics& diagnostics) {
    WalkedTree tree;
    Diagnostics said;
    for (Found& part : found) {
      tree.files = merged(std::move(tree.files), std::move(part.files));
      std::ranges::move(part.unread, std::back_inserter(tree.unread));
      tree.leftOut.vendored += part.leftOut.vendored;
      tree.leftOut.generated += part.leftOut.generated;
      said.append(std::move(part.diagnostics));
    }
    const auto repeated = std::ranges::unique(tree.files, {}, &WalkedFile::path);
    tree.files.erase(repeated.begin(), repeated.end());
    std::ranges::sort(tree.unread);
    tree.complete = tree.unread.empty();
    said.sortAndUnique();
    diagnostics.append(std::move(said));
    return tree;
  }

  [[nodiscard]] std::string absolute(const std::string& folder) const {
    return folder.empty() ? rootPath_.string() : (rootPath_ / withoutSlash(folder)).string();
  }

  void sayUnread(const FolderRules& rules, Diagnostics& diagnostics) const {
    for (const std::string& path : rules.unread())
      diagnostics.warning("assay-scan-024", {fs::path(path).lexically_relative(rootPath_).generic_string()},
                          "cannot be read: what it leaves out is scanned");
  }

  void walk(const Folder& folder, FolderListing& listing, Found& found) {
    const char* path = folder.path.empty() ? "." : folder.path.c_str();
    const Descriptor opened(root_.get(), path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    const int error = opened.get() < 0 ? errno : listing.read(opened.get());
    if (error != 0) {
      found.diagnostics.error("assay-scan-001", {withoutSlash(folder.path)},
                              "cannot read the folder: " + std::generic_category().message(error));
      found.unread.push_back(withoutSlash(folder.path));
      if (opened.get() < 0) return;
    }
    if (!folder.named && listing.isBuildFolder()) return;
    if (!folder.named && listing.ruleFiles().repository)
      found.diagnostics.note("assay-scan-002", {withoutSlash(folder.path)},
                             "a repository inside this one is scanned with it; `--exclude` leaves it out");
    FolderRules::Pointer rules = folder.rules;
    if (listing.ruleFiles().any()) {
      rules = FolderRules::enter(absolute(folder.path), prefix_.size() + folder.path.size(),
                                 listing.ruleFiles(), std::move(rules));
      sayUnread(*rules, found.diagnostics);
    }
    Visit visit{folder, rules, opened.get(), prefix_ + folder.path, found};
    const std::size_t folderSize = visit.path.size();
    for (const FolderListing::Entry& entry : listing.entries()) {
      visit.path.resize(folderSize);
      visit.path += entry.name;
      visitEntry(entry, visit);
    }
  }

  struct Visit {
    const Folder& folder;
    const FolderRules::Pointer& rules;  // with the folder's own
    int descriptor;
    std::string path;  // of the entry, from where the rules begin: prefix_, then root-relative
    Found& found;
  };

  [[nodiscard]] std::string_view relative(const Visit& visit) const {
    return std::string_view(visit.path).substr(prefix_.size());
  }

  [[nodiscard]] bool ignored(const Visit& visit, bool isFolder) const {
    return exclude_.decide(relative(visit), isFolder).value_or(false) ||
           FolderRules::ignores(visit.rules.get(), visit.path, isFolder);
  }

  void visitEntry(const FolderListing::Entry& entry, Visit& visit) {
    using Type = FolderListing::Type;
    const bool isSource = kindOf(entry.name) != FileKind::None;
    Type type = entry.type;
    struct stat status{};
    if (type == Type::Unknown || (type == Type::File && isSource)) {
      if (::fstatat(visit.descriptor, entry.name, &status, AT_SYMLINK_NOFOLLOW) != 0) return;
      type = S_ISREG(status.st_mode)   ? Type::File
             : S_ISDIR(status.st_mode) ? Type::Folder
             : S_ISLNK(status.st_mode) ? Type::Link
                                       : Type::Other;
    }
    if (type == Type::Link) visitLink(visit, isSource);
    if (type == Type::Folder) visitFolder(entry.name, visit);
    if (type == Type::File && isSource && !ignored(visit, false)) visitFile(status, visit);
  }

  void visitFile(const struct ::stat& status, Visit& visit) const {
    const SkipRules& skip = request_.skip;
    if (visit.folder.vendored || (skip.vendored && FolderRules::isVendored(visit.rules.get(), visit.path)))
      ++visit.found.leftOut.vendored;
    else if (skip.generated && FolderRules::isGenerated(visit.rules.get(), visit.path))
      ++visit.found.leftOut.generated;
    else
      visit.found.files.push_back({std::string(relative(visit)), stampFrom(status)});
  }

  void visitFolder(std::string_view name, Visit& visit) {
    if (name == "CMakeFiles" || name == "node_modules" || ignored(visit, true)) return;
    const bool vendored = visit.folder.vendored || (request_.skip.vendored && isVendoredFolder(name));
    waiting_.add({std::string(relative(visit)) + "/", visit.rules, false, vendored});
  }

  void visitLink(Visit& visit, bool isSource) const {
    std::error_code error;
    const std::string name(relative(visit));
    const fs::path target = fs::canonical(rootPath_ / name, error);
    if (error || !target.lexically_relative(rootPath_).native().starts_with("..")) return;
    const bool isFolder = fs::is_directory(target, error);
    if ((!isFolder && !isSource) || ignored(visit, isFolder)) return;
    visit.found.diagnostics.note("assay-scan-003", {name},
                                 "a symbolic link that leads out of the tree is not followed");
  }

  const WalkRequest& request_;
  fs::path rootPath_;   // without a last '/'
  std::string prefix_;  // from the repository's root to ours, with a last '/'
  Descriptor root_;
  FolderRules::Pointer above_;
  source::PathRules exclude_;
  Waiting waiting_;
  Found named_;
};

}  // namespace

WalkedTree walkTree(const WalkRequest& request, Diagnostics& diagnostics) {
  Walk walk(request);
  const std::vector<fs::path> whole{request.root};
  for (const fs::path& path : request.paths.empty() ? whole : request.paths) {
    std::error_code ignored;
    const fs::path absolute = fs::weakly_canonical(request.root / path, ignored);
    if (fs::is_directory(absolute, ignored))
      walk.start(absolute);
    else
      walk.takeNamed(absolute);
  }
  return walk.run(diagnostics);
}

}  // namespace assay::scan
