// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/compiler_launch.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

#include "assay/terminal.h"
#include "launch/child.h"
#include "launch/launch.h"
#include "support/exit_code.h"

namespace assay::tool {
namespace {

constexpr std::string_view kIndex = "--index";

bool takeIndex(int argc, const char* const* argv, int& at, CompilerWords& call) {
  const std::string_view word = argv[at];
  if (!word.starts_with(kIndex) || at + 1 >= argc) return false;
  if (word == kIndex)
    call.index = argv[++at];
  else if (word[kIndex.size()] == '=')
    call.index = word.substr(kIndex.size() + 1);
  else
    return false;
  return true;
}

}  // namespace

std::optional<CompilerWords> compilerWords(int argc, const char* const* argv) {
  const bool isVerb = argc > 1 && std::string_view(argv[1]) == "cc";
  const bool isProgram = argc > 0 && std::filesystem::path(argv[0]).filename() == kLauncherName;
  if (!isVerb && !isProgram) return std::nullopt;
  CompilerWords call;
  if (const char* index = std::getenv("ASSAY_INDEX")) call.index = index;
  for (int i = isProgram ? 1 : 2; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool isCompiler = isProgram && !word.starts_with('-');
    if (isCompiler || (word == "--" && i + 1 < argc)) {
      call.words.assign(argv + i + (isCompiler ? 0 : 1), argv + argc);
      return call;
    }
    if (!takeIndex(argc, argv, i, call)) return std::nullopt;
  }
  return std::nullopt;
}

int launch(const CompilerWords& call) {
  Diagnostics diagnostics;
  const auto status = launch::launchCompiler({call.index, call.words}, diagnostics);
  const bool colour = wantsColour(STDERR_FILENO);
  print(std::cerr, diagnostics, colour);
  if (status) return launch::passOn(*status);
  std::cerr << render(status.error(), colour);
  return static_cast<int>(exitCodeOf(status.error().code));
}

}  // namespace assay::tool
