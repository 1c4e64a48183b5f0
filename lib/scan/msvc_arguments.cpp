// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/msvc_arguments.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "scan/begins_with_any.h"
#include "scan/launchers.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;
using Words = std::pair<std::string_view, std::string_view>;

// The value follows directly or is the next word.
constexpr std::array<Words, 7> kWithValue = {{{"external:I", "-isystem"},
                                              {"imsvc", "-isystem"},
                                              {"isystem", "-isystem"},
                                              {"FI", "-include"},
                                              {"I", "-I"},
                                              {"D", "-D"},
                                              {"U", "-U"}}};

// Whole options.
constexpr std::array<Words, 20> kSame = {{{"std:c++14", "-std=c++14"},
                                          {"std:c++17", "-std=c++17"},
                                          {"std:c++20", "-std=c++20"},
                                          {"std:c++23", "-std=c++23"},
                                          {"std:c++23preview", "-std=c++23"},
                                          {"std:c++latest", "-std=c++26"},
                                          {"std:c11", "-std=c11"},
                                          {"std:c17", "-std=c17"},
                                          {"std:clatest", "-std=c23"},
                                          {"EHs-c-", "-fno-exceptions"},
                                          {"GR-", "-fno-rtti"},
                                          {"J", "-funsigned-char"},
                                          {"openmp", "-fopenmp"},
                                          {"TC", "-xc"},
                                          {"TP", "-xc++"},
                                          {"Zc:char8_t", "-fchar8_t"},
                                          {"Zc:char8_t-", "-fno-char8_t"},
                                          {"MDd", "-D_DEBUG"},
                                          {"MTd", "-D_DEBUG"},
                                          {"LDd", "-D_DEBUG"}}};

// Code generation, warnings, outputs, precompiled headers, diagnostics: everything that begins so.
constexpr std::array<std::string_view, 41> kWithoutMeaning = {
    "nologo",      "c",       "E",           "P",         "bigobj",     "utf-8",       "source-charset",
    "validate-ch", "exec",    "MP",          "MD",        "MT",         "LD",          "RTC",
    "sdl",         "analyze", "diagnostics", "external:", "show",       "errorReport", "permissive",
    "options:",    "Q",       "await",       "fp:",       "arch:",      "favor",       "doc",
    "Fo",          "Fd",      "Fp",          "FS",        "Fa",         "FC",          "Fm",
    "Y",           "Z",       "G",           "O",         "constexpr:", "interface"};

// clang-cl takes these as Clang does.
constexpr std::array<std::string_view, 7> kClangs = {"-f", "-m", "--", "-Xclang", "-W", "-w", "-std="};

bool isFile(const std::string& word) {
  std::error_code ignored;
  return word.find('/', 1) != std::string::npos && fs::exists(word, ignored);
}

class FromMicrosoft {
 public:
  explicit FromMicrosoft(const std::vector<std::string>& line) : line_(line) {}

  Translation run() {
    out_.compiler = "c++";
    out_.arguments.emplace_back("-fms-extensions");
    for (at_ = 1; at_ < line_.size(); ++at_) take(line_[at_]);
    return std::move(out_);
  }

 private:
  void take(const std::string& word) {
    const bool isOption = word.starts_with('-') || (word.starts_with('/') && !isFile(word));
    if (!isOption) return;
    const std::string_view name = std::string_view(word).substr(1);
    if (word == "/link" || word == "-link") {
      at_ = line_.size();
    } else if (name.starts_with("clang:")) {
      out_.arguments.emplace_back(name.substr(6));
    } else if (!takeSame(name) && !takeWithValue(name)) {
      takeOther(word, name);
    }
  }

  bool takeSame(std::string_view name) {
    const auto* same = std::ranges::find(kSame, name, &Words::first);
    if (same == kSame.end()) return false;
    out_.arguments.emplace_back(same->second);
    return true;
  }

  bool takeWithValue(std::string_view name) {
    for (const auto& [microsoft, ours] : kWithValue) {
      if (!name.starts_with(microsoft)) continue;
      std::string value(name.substr(microsoft.size()));
      if (value.empty() && at_ + 1 < line_.size()) value = line_[++at_];
      const bool isPath = ours != "-D" && ours != "-U";
      out_.arguments.insert(out_.arguments.end(),
                            {std::string(ours), isPath ? replaceAll(value, "\\", "/") : value});
      return true;
    }
    return false;
  }

  void takeOther(const std::string& word, std::string_view name) {
    const bool named = name.starts_with("Tc") || name.starts_with("Tp");  // /Tp FILE: the input
    if (named) {
      out_.arguments.emplace_back(name.starts_with("Tc") ? "-xc" : "-xc++");
      if (name.size() == 2) ++at_;
    } else if (beginsWithAny(name, kWithoutMeaning) || name.starts_with("EH") || name.starts_with("w")) {
      return;
    } else if (beginsWithAny(word, kClangs)) {
      out_.arguments.push_back(word);
      if (word == "-Xclang" && at_ + 1 < line_.size()) out_.arguments.push_back(line_[++at_]);
    } else if (!name.starts_with("W")) {
      out_.unknown.push_back(word);
    }
  }

  const std::vector<std::string>& line_;
  std::size_t at_ = 0;
  Translation out_;
};

}  // namespace

bool isMicrosoftStyle(std::string_view compiler) {
  const std::string name = toolName(compiler);
  return name == "cl" || name == "clang-cl";
}

Translation fromMicrosoft(const std::vector<std::string>& commandLine) {
  return FromMicrosoft(commandLine).run();
}

}  // namespace assay::scan
