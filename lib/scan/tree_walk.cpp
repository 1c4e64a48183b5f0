// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/tree_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "scan/file_kind.h"
#include "scan/ignore_rules.h"
#include "source/insertion.h"
#include "support/file.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

bool isThere(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

// A folder that a build system made, or a guarded copy of a tree that is here too. One with both a cache and
// a CMakeLists.txt is an in-source build: its sources count.
bool isBuildFolder(const fs::path& folder) {
  const std::string name = folder.filename().string();
  if (name == "CMakeFiles" || name == "node_modules") return true;
  if (isThere(folder / source::kMirrorList)) return true;
  if (isThere(folder / "CMakeCache.txt")) return !isThere(folder / "CMakeLists.txt");
  return isThere(folder / "meson-private") ||
         (isThere(folder / ".ninja_log") && !isThere(folder / "meson.build"));
}

std::string relativeTo(const fs::path& root, const fs::path& path) {
  return path.lexically_relative(root).generic_string();
}

class Walk {
 public:
  Walk(const fs::path& root, const std::vector<std::string>& exclude, Diagnostics& diagnostics)
      : root_(root), diagnostics_(diagnostics) {
    for (const std::string& glob : exclude) exclude_.addLine(glob);
  }

  // `folder` and what is above it up to the root: their ignore files hold inside it.
  void start(const fs::path& folder) {
    levels_.clear();
    std::vector<fs::path> above;
    for (fs::path at = folder; at != root_ && at.has_relative_path(); at = at.parent_path())
      above.push_back(at.parent_path());
    for (auto at = above.rbegin(); at != above.rend(); ++at) enter(*at);
    folderContents(folder);
  }

  void takeFile(const fs::path& file) { tree.files.push_back(relativeTo(root_, file)); }

  WalkedTree tree;

 private:
  struct Level {
    std::string folder;  // root-relative
    IgnoreRules rules;
  };

  void enter(const fs::path& folder) {
    Level level{relativeTo(root_, folder), {}};
    for (const char* name : {".gitignore", ".ignore"})
      if (isThere(folder / name))
        if (const auto text = readFile(folder / name)) level.rules.addText(*text);
    levels_.push_back(std::move(level));
  }

  [[nodiscard]] bool ignored(const std::string& path, bool isFolder) const {
    if (exclude_.decide(path, isFolder).value_or(false)) return true;
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
      if (level->rules.empty()) continue;
      const std::size_t skip = level->folder == "." ? 0 : level->folder.size() + 1;
      if (const auto decision = level->rules.decide(std::string_view(path).substr(skip), isFolder))
        return *decision;
    }
    return false;
  }

  void folderContents(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      entries.push_back(*it);
    if (error) {
      diagnostics_.error("assay-scan-001", {relativeTo(root_, folder)},
                         "cannot read the folder: " + error.message());
      tree.complete = false;
    }
    std::ranges::sort(entries);
    enter(folder);
    for (const fs::directory_entry& entry : entries) visit(entry);
    levels_.pop_back();
  }

  void visit(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    if (path.filename().native().starts_with('.')) return;
    std::error_code ignoredError;
    if (entry.is_symlink(ignoredError)) return visitLink(path);
    const bool isFolder = entry.is_directory(ignoredError);
    if (!isFolder && kindOf(path.native()) == FileKind::None) return;
    const std::string relative = relativeTo(root_, path);
    if (ignored(relative, isFolder)) return;
    if (!isFolder) {
      if (entry.is_regular_file(ignoredError)) tree.files.push_back(relative);
      return;
    }
    if (isBuildFolder(path)) return;
    if (isThere(path / ".git"))
      diagnostics_.note("assay-scan-002", {relative},
                        "a repository inside this one is scanned with it; `--exclude` leaves it out");
    folderContents(path);
  }

  void visitLink(const fs::path& link) {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error || relativeTo(root_, target).starts_with("..") == false) return;
    const bool matters = fs::is_directory(target, error) || kindOf(link.native()) != FileKind::None;
    if (!matters || ignored(relativeTo(root_, link), fs::is_directory(target, error))) return;
    diagnostics_.note("assay-scan-003", {relativeTo(root_, link)},
                      "a symbolic link that leads out of the tree is not followed");
  }

  const fs::path& root_;
  Diagnostics& diagnostics_;
  IgnoreRules exclude_;
  std::vector<Level> levels_;
};

}  // namespace

WalkedTree walkTree(const WalkRequest& request, Diagnostics& diagnostics) {
  Walk walk(request.root, request.exclude, diagnostics);
  const std::vector<fs::path> whole{request.root};
  for (const fs::path& path : request.paths.empty() ? whole : request.paths) {
    std::error_code ignored;
    const fs::path absolute = fs::weakly_canonical(request.root / path, ignored);
    if (fs::is_directory(absolute, ignored))
      walk.start(absolute);
    else
      walk.takeFile(absolute);
  }
  std::ranges::sort(walk.tree.files);
  const auto repeated = std::ranges::unique(walk.tree.files);
  walk.tree.files.erase(repeated.begin(), repeated.end());
  return std::move(walk.tree);
}

}  // namespace assay::scan
