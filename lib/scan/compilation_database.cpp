// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/compilation_database.h"

#include <clang/Tooling/CompilationDatabase.h>
#include <clang/Tooling/JSONCompilationDatabase.h>
#include <llvm/Support/Error.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/YAMLParser.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "scan/file_kind.h"
#include "scan/launchers.h"
#include "scan/response_files.h"
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
    command.arguments = withoutLaunchers(withResponseFiles(entry.CommandLine, command.folder, responses_));
    if (written != command.file) resolveLinkedPrefix(written.string(), command.file, command);
    std::vector<CompileCommand>& commands = read_.commands[command.file];
    if (!isKnown(commands, command)) commands.push_back(std::move(command));
  }

  ReadDatabase take(std::size_t leftOut) {
    read_.places.assign(real_.begin(), real_.end());
    read_.responses.assign(responses_.begin(), responses_.end());
    read_.leftOut = leftOut;
    read_.repeatable = read_.repeatable && responses_.empty() && leftOut == 0;
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
  std::set<std::string> responses_;
  ReadDatabase read_;
};

// Microsoft's compilers are called by a shell in which a backslash is no escape.
tooling::JSONCommandLineSyntax syntaxOf(const std::string& database) {
  const bool microsoft = database.find("cl.exe") != std::string::npos;
  return microsoft ? tooling::JSONCommandLineSyntax::Windows : tooling::JSONCommandLineSyntax::AutoDetect;
}

// Only what an entry needs; nothing when it lacks that.
std::optional<llvm::json::Object> neededOf(const llvm::json::Value& entry) {
  const llvm::json::Object* row = entry.getAsObject();
  if (row == nullptr || !row->getString("file")) return std::nullopt;
  llvm::json::Object needed{{"file", *row->getString("file")},
                            {"directory", row->getString("directory").value_or(".")}};
  const llvm::json::Array* arguments = row->getArray("arguments");
  const auto isText = [](const llvm::json::Value& word) { return word.getAsString().has_value(); };
  if (arguments != nullptr && !arguments->empty() && std::ranges::all_of(*arguments, isText))
    needed["arguments"] = llvm::json::Value(llvm::json::Array(*arguments));
  else if (const auto command = row->getString("command"))
    needed["command"] = llvm::json::Value(*command);
  else
    return std::nullopt;
  return needed;
}

// Clang's reader takes YAML for what JSON does not have, such as a last comma, and writes to standard error
// what it does not understand.
bool isYaml(const std::string& text) {
  llvm::SourceMgr messages;
  messages.setDiagHandler([](const llvm::SMDiagnostic&, void*) {});
  return llvm::yaml::Stream(text, messages).validate();
}

// Clang's reader takes a database as a whole or not at all.
std::unique_ptr<tooling::CompilationDatabase> loadWhatCanBeRead(const llvm::json::Value& whole,
                                                                tooling::JSONCommandLineSyntax syntax,
                                                                std::size_t& leftOut) {
  const llvm::json::Array* rows = whole.getAsArray();
  if (rows == nullptr) return nullptr;
  llvm::json::Array good;
  for (const llvm::json::Value& row : *rows) {
    if (auto needed = neededOf(row))
      good.push_back(*std::move(needed));
    else
      ++leftOut;
  }
  if (good.empty()) return nullptr;
  std::string rewritten;
  llvm::raw_string_ostream(rewritten) << llvm::json::Value(std::move(good));
  std::string reason;
  return tooling::JSONCompilationDatabase::loadFromBuffer(rewritten, reason, syntax);
}

std::unique_ptr<tooling::CompilationDatabase> loadText(const std::string& text, std::size_t& leftOut,
                                                       std::string& reason) {
  llvm::Expected<llvm::json::Value> whole = llvm::json::parse(text);
  if (!whole) {
    reason = llvm::toString(whole.takeError());
    if (!isYaml(text)) return nullptr;
    reason.clear();
  }
  std::unique_ptr<tooling::CompilationDatabase> loaded =
      tooling::JSONCompilationDatabase::loadFromBuffer(text, reason, syntaxOf(text));
  return loaded || !whole ? std::move(loaded) : loadWhatCanBeRead(*whole, syntaxOf(text), leftOut);
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
  ASSAY_TRY(const std::string text, readFile(json));
  return readDatabaseText(text, json);
}

Expected<ReadDatabase> readDatabaseText(const std::string& text, const fs::path& json) {
  std::string reason;
  std::size_t leftOut = 0;
  std::unique_ptr<tooling::CompilationDatabase> loaded = loadText(text, leftOut, reason);
  if (!loaded)
    return failAt(
        {json.string()}, "not a compilation database: " + std::string(trim(reason)),
        "configure the build again with CMAKE_EXPORT_COMPILE_COMMANDS=ON, or name another folder with -p");
  DatabaseReader reader(json);
  for (tooling::CompileCommand& entry : loaded->getAllCompileCommands()) reader.add(std::move(entry));
  return reader.take(leftOut);
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
