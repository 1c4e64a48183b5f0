// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/query_driver.h"

#include <fnmatch.h>
#include <llvm/Support/Program.h>
#include <llvm/TargetParser/Triple.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <set>
#include <system_error>

#include "scan/file_kind.h"
#include "scan/launchers.h"
#include "scan/run_driver.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kTimeLimit{10'000};

// Flags that change what a compiler answers: their value follows as the next word, or everything that begins
// so.
constexpr std::array<std::string_view, 6> kWithValue = {"--sysroot", "-isysroot", "-target",
                                                        "-B",        "-specs",    "--gcc-toolchain"};
constexpr std::array<std::string_view, 11> kBeginnings = {
    "--sysroot=", "-isysroot", "-m", "--target=",        "-stdlib=",          "-nostdinc",
    "-specs=",    "--specs=",  "-B", "--gcc-toolchain=", "--gcc-install-dir="};

bool isThere(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

// GCC's and Clang's own folders have <stdarg.h> and no <stdio.h>; a C library has <stdio.h>.
bool holdsBuiltinHeaders(const fs::path& folder) {
  if (folder.filename() == "include-fixed") return true;
  return isThere(folder / "stdarg.h") && isThere(folder / "stddef.h") && !isThere(folder / "stdio.h");
}

std::string languageOf(const CompileCommand& command) {
  std::string language;
  for (std::size_t i = 1; i < command.arguments.size(); ++i) {
    const std::string& argument = command.arguments[i];
    if (argument == "-x" && i + 1 < command.arguments.size()) language = command.arguments[i + 1];
    if (argument.starts_with("-x") && argument.size() > 2) language = argument.substr(2);
  }
  if (language.empty() && kindOf(command.file) == FileKind::CSource &&
      command.arguments.front().find("++") == std::string::npos)
    return "c";
  return language.starts_with("c") && !language.starts_with("c++") ? "c" : "c++";
}

bool namesTarget(const CompileCommand& command) {
  return std::ranges::any_of(command.arguments, [](const std::string& argument) {
    return argument == "-target" || argument.starts_with("--target=");
  });
}

// Where the program lies; empty when it is nowhere.
std::string pathOf(const CompileCommand& command) {
  const std::string& name = command.arguments.front();
  if (name.find('/') != std::string::npos)
    return (fs::path(command.folder) / name).lexically_normal().string();
  const auto found = llvm::sys::findProgramByName(name);
  return found ? *found : std::string();
}

class Queries {
 public:
  Queries(const std::vector<std::string>& globs, Diagnostics& diagnostics)
      : globs_(globs), diagnostics_(diagnostics) {}

  void askFor(CompileCommand& command) {
    if (command.arguments.empty()) return;
    const std::string program = pathOf(command);
    if (program.empty() || !isAllowed(program)) return;
    const DriverAnswer& answer = answerOf(program, command);
    if (answer.folders.empty()) return;
    auto& arguments = command.arguments;
    if (!answer.target.empty() && !namesTarget(command)) arguments.push_back("--target=" + answer.target);
    arguments.insert(arguments.end(), {"-nostdlibinc", "-nostdinc++"});
    for (const std::string& folder : answer.folders) arguments.insert(arguments.end(), {"-isystem", folder});
  }

 private:
  [[nodiscard]] bool isAllowed(const std::string& program) const {
    return std::ranges::any_of(
        globs_, [&](const std::string& glob) { return fnmatch(glob.c_str(), program.c_str(), 0) == 0; });
  }

  const DriverAnswer& answerOf(const std::string& program, const CompileCommand& command) {
    std::vector<std::string> question = questionFor(command);
    question.front() = program;
    const auto [known, isNew] = answers_.try_emplace({command.folder, question});
    if (isNew) known->second = ask(question, command.folder);
    return known->second;
  }

  DriverAnswer ask(const std::vector<std::string>& question, const std::string& folder) {
    const auto text = runForStandardError(question, folder, kTimeLimit);
    DriverAnswer answer;
    if (text) answer = readDriverAnswer(*text);
    if (answer.folders.empty() && failed_.insert(question.front()).second)
      diagnostics_.warning("assay-scan-021", {question.front()},
                           "the compiler did not tell its include folders: " +
                               (text ? "no list of them in its answer" : text.error().message),
                           "try `" + join(question, " ") + "`");
    return answer;
  }

  const std::vector<std::string>& globs_;
  Diagnostics& diagnostics_;
  std::map<std::pair<std::string, std::vector<std::string>>, DriverAnswer> answers_;
  std::set<std::string> failed_;
};

}  // namespace

DriverAnswer readDriverAnswer(std::string_view text) {
  DriverAnswer answer;
  bool inList = false;
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with("Target: ")) answer.target = trim(line.substr(8));
    if (line.starts_with("#include ") && line.find("search starts here:") != std::string_view::npos) {
      inList = true;
    } else if (line.starts_with("End of search list")) {
      inList = false;
    } else if (inList && line.starts_with(' ')) {
      std::error_code error;
      const fs::path folder = fs::canonical(trim(line), error);
      const bool isNew = std::ranges::find(answer.folders, folder.string()) == answer.folders.end();
      if (!error && isNew && !holdsBuiltinHeaders(folder)) answer.folders.push_back(folder.string());
    }
  }
  if (llvm::Triple(llvm::Triple::normalize(answer.target)).getArch() == llvm::Triple::UnknownArch)
    answer.target.clear();
  return answer;
}

std::vector<std::string> questionFor(const CompileCommand& command) {
  std::vector<std::string> question{command.arguments.front()};
  for (std::size_t i = 1; i < command.arguments.size(); ++i) {
    const std::string& argument = command.arguments[i];
    const bool paired = std::ranges::find(kWithValue, argument) != kWithValue.end();
    const bool begins = std::ranges::any_of(
        kBeginnings, [&](std::string_view beginning) { return argument.starts_with(beginning); });
    if (!paired && !begins) continue;
    question.push_back(argument);
    if (paired && i + 1 < command.arguments.size()) question.push_back(command.arguments[++i]);
  }
  question.insert(question.end(), {"-E", "-v", "-x", languageOf(command), "/dev/null"});
  return question;
}

void queryDrivers(const std::vector<std::string>& globs, CompilationDatabase& database,
                  Diagnostics& diagnostics) {
  if (globs.empty()) return;
  Queries queries(globs, diagnostics);
  for (auto& [file, commands] : database)
    for (CompileCommand& command : commands) queries.askFor(command);
}

}  // namespace assay::scan
