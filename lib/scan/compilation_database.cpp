// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/compilation_database.h"

#include <clang/Tooling/CompilationDatabase.h>
#include <clang/Tooling/JSONCompilationDatabase.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <algorithm>
#include <string_view>
#include <system_error>

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

void addCommand(const fs::path& base, tooling::CompileCommand&& entry, CompilationDatabase& database) {
  CompileCommand command;
  const fs::path folder = absoluteIn(base, entry.Directory);
  const fs::path written = existing(folder, entry.Filename);
  std::error_code error;
  command.file = fs::canonical(written, error).string();
  if (error || entry.CommandLine.empty()) return;
  command.folder = folder.string();
  command.arguments = withoutLaunchers(std::move(entry.CommandLine));
  if (written != command.file) resolveLinkedPrefix(written.string(), command.file, command);
  std::vector<CompileCommand>& commands = database[command.file];
  if (!isKnown(commands, command)) commands.push_back(std::move(command));
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

Expected<CompilationDatabase> loadDatabase(const fs::path& json) {
  std::string reason;
  std::unique_ptr<tooling::CompilationDatabase> loaded =
      tooling::JSONCompilationDatabase::loadFromFile(json.string(), reason, syntaxOf(json));
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
