// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "golden/golden_case.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace assay::test {
namespace {

namespace fs = std::filesystem;

bool isMeta(const std::string& name) {
  return name == "args" || name == "flags" || name == "diagnostics" || name == "exit-code" ||
         name == "outcomes" || name.starts_with("expected.");
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

}  // namespace

bool GoldenCase::has(const std::string& file) const {
  return fs::exists(folder_ / file);
}

std::string GoldenCase::read(const std::string& file) const {
  std::ifstream in(folder_ / file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> GoldenCase::words(const std::string& file) const {
  std::istringstream in(read(file));
  return {std::istream_iterator<std::string>(in), {}};
}

int GoldenCase::exitCode() const {
  return has("exit-code") ? std::stoi(read("exit-code")) : 0;
}

std::vector<std::string> GoldenCase::inputs() const {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_))
    if (const std::string name = entry.path().filename().string(); !isMeta(name) && entry.is_regular_file())
      names.insert(name);
  return {names.begin(), names.end()};
}

std::vector<fs::path> goldenCases(const std::string& verb) {
  std::vector<fs::path> folders;
  const fs::path all = fs::path(ASSAY_SOURCE_FOLDER) / "test" / "golden" / verb;
  if (!fs::exists(all)) return folders;
  for (const auto& entry : fs::directory_iterator(all))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::ranges::sort(folders);
  return folders;
}

std::string testName(const fs::path& folder) {
  std::string name = folder.filename().string();
  std::ranges::replace_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

bool isUnit(const fs::path& file) {
  return file.extension() == ".c" || file.extension() == ".cpp";
}

std::vector<std::string> flagsFor(const std::string& unit, const std::vector<std::string>& flags) {
  std::vector<std::string> result = flags;
  if (std::ranges::none_of(flags, [](const auto& flag) { return flag.starts_with("-std="); }))
    result.insert(result.begin(), unit.ends_with(".c") ? "-std=c17" : "-std=c++20");
  return result;
}

std::string compilationDatabase(const fs::path& folder, const std::vector<std::string>& units,
                                const std::vector<std::string>& flags) {
  std::vector<UnitCommand> commands;
  for (const std::string& unit : units)
    if (isUnit(unit)) commands.push_back({unit, flags});
  return compilationDatabase(folder, commands);
}

std::string compilationDatabase(const fs::path& folder, const std::vector<UnitCommand>& commands) {
  std::string text = "[";
  for (const auto& [unit, flags] : commands) {
    text += text.size() > 1 ? ",\n" : "\n";
    text +=
        " {\"directory\": " + quoted(folder.string()) + ", \"file\": " + quoted(unit) + ", \"arguments\": [";
    text += quoted(unit.ends_with(".c") ? "cc" : "c++");
    for (const std::string& flag : flagsFor(unit, flags)) text += ", " + quoted(flag);
    text += ", \"-Wall\", \"-Wextra\", \"-c\", " + quoted(unit) + "]}";
  }
  return text + "\n]\n";
}

Run runAssay(std::vector<std::string> arguments, const fs::path& folder) {
  const char* other = std::getenv("ASSAY_PROGRAM");  // the same, built with another LLVM
  arguments.insert(arguments.begin(), other != nullptr ? other : ASSAY_PROGRAM);
  return run({arguments, folder, {{"NO_COLOR", "1"}, {"COLUMNS", "100"}, {"LC_ALL", "C"}}, ""});
}

}  // namespace assay::test
