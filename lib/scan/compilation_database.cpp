// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/compilation_database.h"

#include <clang/Tooling/CompilationDatabase.h>
#include <clang/Tooling/JSONCompilationDatabase.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "scan/file_kind.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;
namespace tooling = clang::tooling;

constexpr std::array<std::string_view, 10> kLaunchers = {"ccache",    "sccache", "distcc",    "icecc",
                                                         "icerun",    "gomacc",  "rewrapper", "buildcache",
                                                         "fastbuild", "env"};

bool isLauncher(const std::string& argument) {
  return std::ranges::find(kLaunchers, baseName(argument)) != kLaunchers.end();
}

bool isSetting(const std::string& argument) {
  return !argument.starts_with('-') && argument.find('=') != std::string::npos;
}

fs::path absoluteIn(const fs::path& folder, const std::string& path) {
  return (folder / path).lexically_normal();
}

void addCommand(const fs::path& base, tooling::CompileCommand&& entry, CompilationDatabase& database) {
  CompileCommand command;
  const fs::path folder = absoluteIn(base, entry.Directory);
  const fs::path written = absoluteIn(folder, entry.Filename);
  std::error_code error;
  command.file = fs::canonical(written, error).string();
  if (error || entry.CommandLine.empty() || database.contains(command.file)) return;
  command.folder = folder.string();
  command.arguments = withoutLaunchers(std::move(entry.CommandLine));
  if (written != command.file) resolveLinkedPrefix(written.string(), command.file, command);
  database.emplace(command.file, std::move(command));
}

}  // namespace

std::vector<std::string> withoutLaunchers(std::vector<std::string> arguments) {
  std::size_t first = 0;
  while (first + 1 < arguments.size() && isLauncher(arguments[first])) {
    ++first;
    while (first + 1 < arguments.size() && isSetting(arguments[first])) ++first;
  }
  arguments.erase(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(first));
  return arguments;
}

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

Expected<CompilationDatabase> loadDatabase(const fs::path& json) {
  std::string reason;
  std::unique_ptr<tooling::CompilationDatabase> loaded = tooling::JSONCompilationDatabase::loadFromFile(
      json.string(), reason, tooling::JSONCommandLineSyntax::AutoDetect);
  if (!loaded)
    return failAt(
        {json.string()}, "not a compilation database: " + std::string(trim(reason)),
        "configure the build again with CMAKE_EXPORT_COMPILE_COMMANDS=ON, or name another folder with -p");
  const auto expanded = tooling::expandResponseFiles(std::move(loaded), llvm::vfs::getRealFileSystem());
  CompilationDatabase database;
  for (tooling::CompileCommand& entry : expanded->getAllCompileCommands())
    addCommand(json.parent_path(), std::move(entry), database);
  return database;
}

}  // namespace assay::scan
