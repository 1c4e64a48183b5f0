// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/compilation_database.h"

#include <clang/Tooling/CompilationDatabase.h>
#include <clang/Tooling/JSONCompilationDatabase.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <algorithm>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "scan/file_kind.h"
#include "scan/launchers.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;
namespace tooling = clang::tooling;

fs::path absoluteIn(const fs::path& folder, const std::string& path) {
  const fs::path normal = (folder / path).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();  // "a/b/.." is "a", not "a/"
}

// A database that was made on Windows, or for its compilers, may write src\\a.cc.
fs::path existing(const fs::path& folder, const std::string& name) {
  std::error_code error;
  fs::path written = absoluteIn(folder, name);
  if (name.find('\\') == std::string::npos || fs::exists(written, error)) return written;
  return absoluteIn(folder, replaceAll(name, "\\", "/"));
}

// What a unit is compiled to says nothing about what it is: -o and the names for dependency files are left
// out.
std::vector<std::string> withoutOutputs(const std::vector<std::string>& arguments) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool named = argument == "-o" || argument == "-MF" || argument == "-MT" || argument == "-MQ";
    if (named) ++i;
    if (!named && !argument.starts_with("-o") && !argument.starts_with("/Fo")) kept.push_back(argument);
  }
  return kept;
}

bool isKnown(const std::vector<CompileCommand>& commands, const CompileCommand& command) {
  return std::ranges::any_of(commands, [&](const CompileCommand& known) {
    return known.folder == command.folder &&
           withoutOutputs(known.arguments) == withoutOutputs(command.arguments);
  });
}

std::string canonicalOrEmpty(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? std::string() : real.string();
}

// Finds real paths; most files share their folder with many others.
class RealPaths {
 public:
  // Empty when there is none. `path` has no dots in it.
  std::string of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (!path.starts_with('/') || slash + 1 == path.size()) return canonicalOrEmpty(path);
    const std::string& folder = folderOf(path.substr(0, slash + 1));
    if (folder.empty()) return {};
    std::string real = folder + path.substr(slash + 1);
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(real, ignored);
    if (!fs::exists(status)) return {};
    return fs::is_symlink(status) ? canonicalOrEmpty(real) : real;
  }

 private:
  // With a slash at the end.
  const std::string& folderOf(const std::string& path) {
    const auto [known, isNew] = folders_.try_emplace(path);
    if (isNew) known->second = canonicalOrEmpty(path);
    if (isNew && !known->second.empty() && !known->second.ends_with('/')) known->second += '/';
    return known->second;
  }

  std::unordered_map<std::string, std::string> folders_;
};

class DatabaseReader {
 public:
  explicit DatabaseReader(const fs::path& json) : base_(json.parent_path()) {}

  void add(tooling::CompileCommand&& entry) {
    CompileCommand command;
    const fs::path folder = absoluteIn(base_, entry.Directory);
    const fs::path written = existing(folder, entry.Filename);
    command.file = realPathOf(written.string());
    read_.repeatable = read_.repeatable && entry.Filename.find('\\') == std::string::npos;
    if (command.file.empty() || entry.CommandLine.empty()) return;
    command.folder = folder.string();
    command.arguments = withoutLaunchers(std::move(entry.CommandLine));
    if (written != command.file) resolveLinkedPrefix(written.string(), command.file, command);
    std::vector<CompileCommand>& commands = read_.commands[command.file];
    if (!isKnown(commands, command)) commands.push_back(std::move(command));
  }

  void expanded() { read_.repeatable = false; }
  ReadDatabase take() {
    read_.places.assign(real_.begin(), real_.end());
    return std::move(read_);
  }

 private:
  const std::string& realPathOf(const std::string& written) {
    const auto [known, isNew] = real_.try_emplace(written);
    if (isNew) known->second = paths_.of(written);
    return known->second;
  }

  fs::path base_;
  RealPaths paths_;
  std::map<std::string, std::string> real_;
  ReadDatabase read_;
};

bool namesResponseFile(const tooling::CompileCommand& entry) {
  return std::ranges::any_of(entry.CommandLine,
                             [](const std::string& word) { return word.starts_with('@'); });
}

// Microsoft's compilers are called by a shell in which a backslash is no escape.
tooling::JSONCommandLineSyntax syntaxOf(const fs::path& json) {
  const auto text = readFile(json);
  const bool microsoft = text && text->find("cl.exe") != std::string::npos;
  return microsoft ? tooling::JSONCommandLineSyntax::Windows : tooling::JSONCommandLineSyntax::AutoDetect;
}

}  // namespace

void resolveLinkedPrefix(const std::string& written, const std::string& real, CompileCommand& command) {
  std::string_view from = written;
  std::string_view to = real;
  while (!from.empty() && baseName(from) == baseName(to)) {
    from = folderOf(from);
    to = folderOf(to);
  }
  if (from.empty() || to.empty()) return;
  const auto replace = [&](std::string& text) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) return;
    const std::size_t end = at + from.size();
    const bool wholeName = end == text.size() || text[end] == '/';
    if (wholeName && (at == 0 || !isWordByte(text[at - 1]) || text.starts_with('-')))
      text.replace(at, from.size(), to);
  };
  replace(command.folder);
  for (std::size_t i = 1; i < command.arguments.size(); ++i) replace(command.arguments[i]);
}

Expected<ReadDatabase> readDatabase(const fs::path& json) {
  std::string reason;
  std::unique_ptr<tooling::CompilationDatabase> loaded =
      tooling::JSONCompilationDatabase::loadFromFile(json.string(), reason, syntaxOf(json));
  if (!loaded)
    return failAt(
        {json.string()}, "not a compilation database: " + std::string(trim(reason)),
        "configure the build again with CMAKE_EXPORT_COMPILE_COMMANDS=ON, or name another folder with -p");
  DatabaseReader reader(json);
  std::vector<tooling::CompileCommand> entries = loaded->getAllCompileCommands();
  if (std::ranges::any_of(entries, namesResponseFile)) {
    entries = tooling::expandResponseFiles(std::move(loaded), llvm::vfs::getRealFileSystem())
                  ->getAllCompileCommands();
    reader.expanded();
  }
  for (tooling::CompileCommand& entry : entries) reader.add(std::move(entry));
  return reader.take();
}

Expected<CompilationDatabase> loadDatabase(const fs::path& json) {
  ASSAY_TRY(ReadDatabase read, readDatabase(json));
  return std::move(read.commands);
}

bool leadToTheSame(const std::vector<std::pair<std::string, std::string>>& places) {
  RealPaths paths;
  return std::ranges::all_of(places,
                             [&](const auto& place) { return paths.of(place.first) == place.second; });
}

}  // namespace assay::scan
