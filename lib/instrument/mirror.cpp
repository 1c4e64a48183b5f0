// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/mirror.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>
#include <string_view>
#include <system_error>

#include "support/file.h"
#include "support/strings.h"

namespace assay::instrument {
namespace {

namespace fs = std::filesystem;
using Paths = std::set<std::string>;

constexpr std::array<std::string_view, 7> kVersionControl = {".git", ".hg",    ".svn", ".bzr",
                                                             ".jj",  "_darcs", "CVS"};
// What a configured source tree holds of its configuration; it names the folder it was made in.
constexpr std::array<std::string_view, 2> kConfiguration = {"CMakeCache.txt", "CMakeFiles"};

template <class Names>
bool isOneOf(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool isBelow(const fs::path& inner, const fs::path& outer) {
  const fs::path relative = inner.lexically_relative(outer);
  return !relative.empty() && *relative.begin() != "..";
}

std::unexpected<Error> cannotMirrorTo(const fs::path& folder, std::error_code error) {
  return std::unexpected(
      Error{ErrorCode::Output, "cannot be written to: " + error.message(), {folder.string(), 0, 0}, {}});
}

class Mirror {
 public:
  Mirror(fs::path root, fs::path folder, const Replacements& replacements, Diagnostics& diagnostics)
      : root_(std::move(root)),
        folder_(std::move(folder)),
        replacements_(replacements),
        diagnostics_(diagnostics) {}

  Expected<MirrorReport> write() {
    ASSAY_TRY(const Paths before, listedBefore());
    ASSAY_TRY_VOID(makeFolder());
    walk(root_);
    removeStale(before);
    ASSAY_TRY_VOID(writeList(before));
    report_.files = now_.size();
    return report_;
  }

 private:
  Expected<Paths> listedBefore() const {
    std::error_code error;
    if (!fs::exists(folder_, error) || fs::is_empty(folder_, error)) return Paths{};
    if (!fs::exists(folder_ / kMirrorList, error))
      return fail(ErrorCode::Usage, "'" + folder_.string() + "' holds files that assay did not write",
                  "choose an empty or a new folder");
    ASSAY_TRY(const std::string text, readFile(folder_ / kMirrorList));
    Paths paths;
    for (const std::string_view line : split(text, '\n'))
      if (!line.empty()) paths.emplace(line);
    return paths;
  }

  // What is wrong with the folder is said once, and not of each file in it. One that was written before may
  // need nothing.
  Expected<void> makeFolder() const {
    std::error_code error;
    fs::create_directories(folder_, error);
    const bool isNew = !error && !fs::exists(folder_ / kMirrorList, error);
    if (isNew && ::access(folder_.c_str(), W_OK | X_OK) != 0)
      error = std::error_code(errno, std::generic_category());
    if (error) return cannotMirrorTo(folder_, error);
    return {};
  }

  void walk(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) visit(*it);
    if (error) complain(folder, error.message());
  }

  void visit(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (isOneOf(kVersionControl, name) || name == kMirrorList || name.starts_with(kTemporaryPrefix)) return;
    if (entry.path().parent_path() == root_ && isOneOf(kConfiguration, name)) return;
    std::error_code error;
    if (entry.is_symlink(error)) return mirrorLink(entry.path());
    if (entry.is_directory(error)) {
      if (entry.path() != folder_ && !isLeftOut(entry.path())) walk(entry.path());
    } else if (entry.is_regular_file(error)) {
      mirrorFile(entry.path());
    }
  }

  // A relative link that leaves the root would point elsewhere from the mirror; an absolute one into the root
  // would bypass it.
  void mirrorLink(const fs::path& link) {
    std::error_code error;
    fs::path target = fs::read_symlink(link, error);
    if (error) return complain(link, error.message());
    const fs::path resolved = (link.parent_path() / target).lexically_normal();
    if (target.is_absolute() && isBelow(resolved, root_))
      target = resolved.lexically_relative(link.parent_path());
    else if (!target.is_absolute() && !isBelow(resolved, root_))
      target = resolved;
    const fs::path copy = remember(link);
    if (fs::is_symlink(copy, error) && fs::read_symlink(copy, error) == target) return;
    replace(copy, [&] {
      fs::create_symlink(target, copy, error);
      return error ? error.message() : std::string();
    });
  }

  void mirrorFile(const fs::path& file) {
    const fs::path copy = remember(file);
    const auto replacement = replacements_.find(file.lexically_relative(root_).generic_string());
    if (replacement != replacements_.end()) return mirrorText(file, copy, replacement->second);
    const auto original = readFile(file);
    if (!original) return complain(file, original.error().message);
    const auto present = readFile(copy);
    if (present && *present == *original && !fs::is_symlink(copy)) return copyMode(file, copy);
    replace(copy, [&] {
      std::error_code error;
      fs::copy_file(file, copy, error);
      return error ? error.message() : std::string();
    });
  }

  void mirrorText(const fs::path& file, const fs::path& copy, const std::string& text) {
    const auto present = readFile(copy);
    if (!present || *present != text || fs::is_symlink(copy))
      replace(copy, [&] {
        const auto done = writeFileAtomically(copy, text);
        return done ? std::string() : done.error().message;
      });
    copyMode(file, copy);
  }

  void copyMode(const fs::path& file, const fs::path& copy) {
    std::error_code error;
    const fs::perms wanted = fs::status(file, error).permissions();
    if (!error && fs::status(copy, error).permissions() != wanted) fs::permissions(copy, wanted, error);
  }

  // `write` says what went wrong.
  template <class Write>
  void replace(const fs::path& copy, Write write) {
    std::error_code error;
    fs::create_directories(copy.parent_path(), error);
    if (!error) fs::remove(copy, error);
    const std::string failure = error ? error.message() : write();
    if (!failure.empty()) return complain(copy, failure);
    ++report_.written;
  }

  fs::path remember(const fs::path& original) {
    const fs::path relative = original.lexically_relative(root_);
    now_.insert(relative.generic_string());
    return folder_ / relative;
  }

  void removeStale(const Paths& before) {
    for (const std::string& path : before) {
      if (now_.contains(path) || !isBelow((folder_ / path).lexically_normal(), folder_)) continue;
      std::error_code error;
      if (fs::remove(folder_ / path, error)) ++report_.removed;
      for (fs::path up = (folder_ / path).parent_path(); !error && up != folder_ && fs::is_empty(up, error);
           up = up.parent_path())
        fs::remove(up, error);
    }
  }

  Expected<void> writeList(const Paths& before) const {
    if (before == now_) return {};
    std::string text;
    for (const std::string& path : now_) text += path + "\n";
    return writeFileAtomically(folder_ / kMirrorList, text);
  }

  void complain(const fs::path& path, const std::string& reason) {
    diagnostics_.error("assay-instrument-005", {path.string(), 0, 0}, "cannot be mirrored: " + reason);
    report_.complete = false;
  }

  fs::path root_;
  fs::path folder_;
  const Replacements& replacements_;
  Diagnostics& diagnostics_;
  Paths now_;
  MirrorReport report_;
};

}  // namespace

bool isLeftOut(const fs::path& folder) {
  if (isOneOf(kVersionControl, folder.filename().string())) return true;
  std::error_code error;
  for (const char* mark : {"CMakeCache.txt", "meson-info", kMirrorList})
    if (fs::exists(folder / mark, error)) return true;
  return false;
}

Expected<MirrorReport> writeMirror(const fs::path& root, const fs::path& folder,
                                   const Replacements& replacements, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::path from = fs::canonical(root, error);
  if (error) return fail(ErrorCode::Input, "'" + root.string() + "': " + error.message());
  fs::path to = fs::weakly_canonical(fs::absolute(folder), error);
  if (error) return cannotMirrorTo(folder, error);
  if (!to.has_filename()) to = to.parent_path();
  if (to == from || isBelow(from, to))
    return fail(ErrorCode::Usage, "the mirror '" + folder.string() + "' would overwrite what it mirrors",
                "choose a folder below or beside the root");
  return Mirror(from, to, replacements, diagnostics).write();
}

}  // namespace assay::instrument
