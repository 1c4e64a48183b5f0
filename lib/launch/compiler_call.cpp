// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/compiler_call.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "support/file.h"
#include "support/strings.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 15> kSources = {".c",   ".i",   ".cc",  ".cp",   ".cxx",
                                                       ".cpp", ".CPP", ".c++", ".C",    ".ii",
                                                       ".m",   ".mm",  ".cu",  ".cppm", ".ixx"};
constexpr std::array<std::string_view, 10> kHeaders = {".h",   ".hh",  ".H",   ".hp",  ".hxx",
                                                       ".hpp", ".HPP", ".h++", ".tcc", ".pch"};
constexpr std::array<std::string_view, 5> kLinked = {".o", ".obj", ".lo", ".a", ".lib"};

// Options whose value is the next word. A word that is taken for a source because its option is not in here
// only leads to a depfile that is not there.
constexpr std::array<std::string_view, 41> kWithValue = {"-I",
                                                         "-D",
                                                         "-U",
                                                         "-L",
                                                         "-l",
                                                         "-isystem",
                                                         "-iquote",
                                                         "-idirafter",
                                                         "-include",
                                                         "-imacros",
                                                         "-iprefix",
                                                         "-isysroot",
                                                         "-iwithprefix",
                                                         "-iwithprefixbefore",
                                                         "-imultilib",
                                                         "-MT",
                                                         "-MQ",
                                                         "-Xclang",
                                                         "-Xlinker",
                                                         "-Xassembler",
                                                         "-Xpreprocessor",
                                                         "-T",
                                                         "-u",
                                                         "-z",
                                                         "-e",
                                                         "-target",
                                                         "-arch",
                                                         "-ivfsoverlay",
                                                         "-B",
                                                         "--param",
                                                         "-aux-info",
                                                         "-wrapper",
                                                         "-mllvm",
                                                         "-dumpdir",
                                                         "-dumpbase",
                                                         "-dumpbase-ext",
                                                         "-specs",
                                                         "-iframework",
                                                         "-framework",
                                                         "--sysroot",
                                                         "-gcc-toolchain"};

template <class Names>
bool isAmong(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string extensionOf(std::string_view path) {
  return fs::path(path).extension().string();
}

class Reader {
 public:
  explicit Reader(fs::path folder) : folder_(std::move(folder)) {}

  CompilerCall read(const Words& words) {
    take(words, 0);
    return result();
  }

 private:
  static constexpr int kDeepestResponse = 10;

  void take(const Words& words, int depth) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string& word = words[i];
      if (word.starts_with('@') && depth < kDeepestResponse && takeResponseFile(word, depth)) continue;
      const std::string* next = i + 1 < words.size() ? &words[i + 1] : nullptr;
      if (word.starts_with('-') && word != "-")
        i += takeOption(word, next) ? 1 : 0;
      else
        takeInput(word);
    }
  }

  bool takeResponseFile(const std::string& word, int depth) {
    const auto text = readFile(folder_ / word.substr(1));
    if (text) take(wordsOfResponseFile(*text), depth + 1);
    return text.has_value();
  }

  // True when the next word is the option's value.
  bool takeOption(const std::string& word, const std::string* next) {
    if (isAmong(kWithValue, word)) return next != nullptr;
    if (word == "-c" || word == "-S" || word == "-fsyntax-only" || word == "-emit-pch") stops_ = true;
    if (word == "-E" || word == "-M" || word == "-MM") stops_ = preprocesses_ = true;
    if (word == "-MD" || word == "-MMD" || word == "--write-dependencies") dependencies_ = true;
    if (word == "-###" || word == "--version" || word.starts_with("-dump") || word.starts_with("-print") ||
        word.starts_with("--print"))
      asks_ = true;
    takePreprocessorOption(word);
    return takeValue(word, "-o", next, call_.object) || takeValue(word, "-MF", next, dependencyFile_) ||
           takeValue(word, "-x", next, language_);
  }

  // -Wp,-MD,FILE: as the build of Linux asks for them.
  void takePreprocessorOption(const std::string& word) {
    if (!word.starts_with("-Wp,")) return;
    const auto parts = split(word, ',');
    for (std::size_t i = 1; i + 1 < parts.size(); ++i)
      if (parts[i] == "-MD" || parts[i] == "-MMD" || parts[i] == "-MF") dependencyFile_ = parts[i + 1];
  }

  static bool takeValue(const std::string& word, std::string_view option, const std::string* next,
                        std::string& value) {
    if (!word.starts_with(option)) return false;
    if (word.size() > option.size()) {
      value = word.substr(option.size());
      return false;
    }
    if (next != nullptr) value = *next;
    return next != nullptr;
  }

  void takeInput(const std::string& word) {
    const std::string extension = extensionOf(word);
    const bool named = language_.empty() || language_ == "none";
    const bool isText = language_.starts_with('c') || language_.starts_with("objective");
    if (named ? isAmong(kSources, extension) || isAmong(kHeaders, extension)
              : isText && (word == "-" || !extension.empty()))
      call_.sources.push_back(word);
    else if (isAmong(kLinked, extension))
      call_.linked.push_back(word);
    if (isAmong(kHeaders, extension)) stops_ = true;
  }

  CompilerCall result() {
    if (asks_) return {};
    call_.compiles = !call_.sources.empty();
    call_.repeats = call_.compiles && !preprocesses_ && call_.object != "-" && !isAmong(call_.sources, "-");
    call_.links = !stops_ && (call_.compiles || !call_.linked.empty());
    if (call_.compiles) nameDependencyFiles();
    return std::move(call_);
  }

  // Without -MF: beside the object, else in the working folder. (With several sources, one for each.)
  void nameDependencyFiles() {
    if (!dependencyFile_.empty() && dependencyFile_ != "-") {
      call_.dependencyFiles.push_back(dependencyFile_);
    } else if (dependencies_ && !call_.links && !preprocesses_) {
      if (!call_.object.empty()) {
        call_.dependencyFiles.push_back(fs::path(call_.object).replace_extension(".d").string());
        return;
      }
      for (const std::string& source : call_.sources)
        call_.dependencyFiles.push_back(fs::path(source).filename().replace_extension(".d").string());
    }
  }

  fs::path folder_;
  CompilerCall call_;
  std::string dependencyFile_;
  std::string language_;
  bool stops_ = false;
  bool preprocesses_ = false;
  bool dependencies_ = false;
  bool asks_ = false;
};

}  // namespace

std::vector<std::string> wordsOfResponseFile(const std::string& text) {
  Words words;
  bool inside = false;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (quote == 0 && isSpace(c)) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    if (c == '\\' && quote != '\'' && i + 1 < text.size()) {
      words.back() += text[++i];
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    } else {
      words.back() += c;
    }
  }
  return words;
}

CompilerCall readCompilerCall(const std::vector<std::string>& words, const fs::path& folder) {
  return Reader(folder).read(words);
}

}  // namespace assay::launch
