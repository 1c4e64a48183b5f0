// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/guess_flags.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>

#include "scan/file_kind.h"
#include "scan/find_database.h"
#include "scan/nvcc_arguments.h"
#include "source/comments.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

// More files than this behind one include would not teach anything new.
constexpr std::size_t kClosureLimit = 3000;

constexpr std::array<std::string_view, 12> kCppWords = {"class",    "template", "namespace", "constexpr",
                                                        "nullptr",  "public",   "private",   "typename",
                                                        "operator", "virtual",  "noexcept",  "decltype"};

bool isThere(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

bool isCppWord(std::string_view word) {
  return std::ranges::find(kCppWords, word) != kCppWords.end();
}

// The text without comments and without the branches of `#ifdef __cplusplus`.
std::string withoutCommentsAndCppBranches(std::string_view text) {
  std::string code;
  std::size_t at = 0;
  for (const source::Comment& comment : source::findComments(text)) {
    code += text.substr(at, comment.span.begin - at);
    at = comment.span.end;
  }
  code += text.substr(at);
  std::string kept;
  std::size_t guarded = 0;  // depth inside the branch; 0 = outside
  for (const std::string_view line : split(code, '\n')) {
    std::string_view directive = trim(line);
    const bool isDirective = directive.starts_with('#');
    if (isDirective) directive = trim(directive.substr(1));
    const bool opens = isDirective && directive.starts_with("if");
    if (guarded > 0) {
      if (opens) ++guarded;
      if (isDirective && directive.starts_with("endif")) --guarded;
      if (guarded == 1 && isDirective && directive.starts_with("el")) guarded = 0;
    } else if (opens && !directive.starts_with("ifndef") &&
               directive.find("__cplusplus") != std::string_view::npos) {
      guarded = 1;
    } else {
      kept.append(line).push_back('\n');
    }
  }
  return kept;
}

Language languageOf(FileKind kind) {
  if (kind == FileKind::CSource) return Language::C;
  return kind == FileKind::Cuda ? Language::Cuda : Language::Cpp;
}

// What most of the units among `files` are; nothing when there is none. A tie is C++.
std::optional<Language> majority(const std::vector<std::string>& files) {
  std::size_t c = 0;
  std::size_t cpp = 0;
  for (const std::string& file : files) {
    const FileKind kind = kindOf(file);
    if (isUnit(kind)) ++(kind == FileKind::CSource ? c : cpp);
  }
  if (c + cpp == 0) return std::nullopt;
  return c > cpp ? Language::C : Language::Cpp;
}

std::vector<std::string> beside(const std::string& file, const std::vector<std::string>& files) {
  std::vector<std::string> found;
  const std::string folder = std::string(folderOf(file)) + "/";
  for (auto at = std::ranges::lower_bound(files, folder); at != files.end() && at->starts_with(folder); ++at)
    if (folderOf(*at).size() + 1 == folder.size()) found.push_back(*at);
  return found;
}

std::size_t sharedBeginning(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

// Of several files that fit, the one that lies nearest to the includer.
std::string nearest(const std::string& includer, const std::vector<std::string>& targets) {
  return *std::ranges::max_element(targets, [&](const std::string& a, const std::string& b) {
    return sharedBeginning(includer, a) < sharedBeginning(includer, b);
  });
}

bool isSystemHeader(const std::string& spelling) {
  return spelling.find('.') == std::string::npos || isThere(fs::path("/usr/include") / spelling);
}

struct IncludeFolders {
  std::set<std::string> quoted;
  std::set<std::string> angled;
};

IncludeFolders foldersFor(const std::string& file, const IncludeGraph& graph) {
  IncludeFolders folders;
  std::vector<std::string> queue{file};
  std::set<std::string> seen{file};
  for (std::size_t at = 0; at < queue.size() && queue.size() < kClosureLimit; ++at) {
    const std::string includer = queue[at];
    for (const IncludeLine& line : graph.includesOf(includer)) {
      if (line.angled && isSystemHeader(line.spelling)) continue;
      const std::vector<std::string> targets = graph.targetsOf(includer, line);
      if (targets.empty()) continue;
      const std::string target = nearest(includer, targets);
      if (target.ends_with("/" + line.spelling)) {
        const std::string folder = target.substr(0, target.size() - line.spelling.size() - 1);
        if (line.angled || folder != folderOf(includer))
          (line.angled ? folders.angled : folders.quoted).insert(folder);
      }
      if (seen.insert(target).second) queue.push_back(target);
    }
  }
  return folders;
}

std::vector<std::string> languageFlags(Language language, bool header) {
  if (language == Language::Cuda) return usualCudaFlags();
  const std::string name = language == Language::C ? "c" : "c++";
  return {"-x" + name + (header ? "-header" : "")};
}

}  // namespace

bool looksLikeCpp(std::string_view text) {
  const std::string code = withoutCommentsAndCppBranches(text);
  for (const IncludeLine& line : includeLines(code))
    if (line.angled && line.spelling.find('.') == std::string::npos &&
        line.spelling.find('/') == std::string::npos)
      return true;  // <vector>
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (code[at] == '"') {  // words in strings are no words
      while (++at < code.size() && code[at] != '"' && code[at] != '\n')
        if (code[at] == '\\') ++at;
      continue;
    }
    if (code.compare(at, 2, "::") == 0) return true;
    if (!isWordByte(code[at])) continue;
    std::size_t end = at;
    while (end < code.size() && isWordByte(code[end])) ++end;
    if (isCppWord(std::string_view(code).substr(at, end - at))) return true;
    at = end - 1;
  }
  return false;
}

Language guessLanguage(const std::string& file, std::string_view text, const IncludeGraph& graph) {
  const FileKind kind = kindOf(file);
  if (isUnit(kind) || kind == FileKind::CppHeader) return languageOf(kind);
  if (looksLikeCpp(text)) return Language::Cpp;
  if (const auto found = majority(beside(file, graph.files()))) return *found;
  if (const auto found = majority(graph.includersOf(file))) return *found;
  return majority(graph.files()).value_or(Language::Cpp);
}

// C23 and C++26 took things away that older code uses, so the newest is not always the best; what the first
// standard does not take is tried with the second.
std::vector<std::string> standardsOf(Language language) {
  if (language == Language::C) return {"-std=gnu17", "-std=gnu23"};
  return {"-std=gnu++23", "-std=gnu++17"};
}

std::optional<FlagsFile> nearestFlagsFile(const std::string& root, const std::string& file) {
  std::vector<fs::path> folders;
  for (fs::path at = fs::path(file).parent_path(); at != root && at.has_relative_path();
       at = at.parent_path())
    folders.push_back(at);
  for (fs::path& above : upToRepository(root)) folders.push_back(std::move(above));
  for (const fs::path& folder : folders) {
    const fs::path name = folder / "compile_flags.txt";
    if (!isThere(name)) continue;
    const auto text = readFile(name);
    if (!text) continue;
    FlagsFile found{folder.string(), {}};
    for (const std::string_view line : split(*text, '\n'))
      if (!trim(line).empty()) found.flags.emplace_back(trim(line));
    return found;
  }
  return std::nullopt;
}

namespace {

CompileCommand bareCommand(const GuessRequest& request) {
  const bool header = !isUnit(kindOf(request.file));
  CompileCommand command{request.root, request.file, {request.language == Language::C ? "cc" : "c++"}, true};
  for (std::string& flag : languageFlags(request.language, header))
    command.arguments.push_back(std::move(flag));
  return command;
}

}  // namespace

CompileCommand commandOf(const FlagsFile& flags, const GuessRequest& request) {
  CompileCommand command = bareCommand(request);
  command.folder = flags.folder;
  command.arguments.insert(command.arguments.end(), flags.flags.begin(), flags.flags.end());
  return command;
}

CompileCommand guessCommand(const GuessRequest& request, const IncludeGraph& graph) {
  CompileCommand command = bareCommand(request);
  auto& arguments = command.arguments;
  if (isThere(fs::path(request.root) / "include")) arguments.push_back("-I" + request.root + "/include");
  const IncludeFolders folders = foldersFor(request.file, graph);
  arguments.insert(arguments.end(), {"-iquote", request.root});
  for (const std::string& folder : folders.quoted) arguments.insert(arguments.end(), {"-iquote", folder});
  // After the system's folders, so that a tree's own string.h does not stand in for the C library's.
  arguments.insert(arguments.end(), {"-idirafter", request.root});
  for (const std::string& folder : folders.angled) arguments.insert(arguments.end(), {"-idirafter", folder});
  return command;
}

}  // namespace assay::scan
