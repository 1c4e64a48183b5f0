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

// For programs that take the name of a launcher and nothing else.
constexpr std::string_view kOtherName = "assay-cc";

}  // namespace

std::optional<CompilerWords> compilerWords(int argc, const char* const* argv) {
  constexpr std::string_view kIndex = "--index";
  CompilerWords call;
  if (const char* index = std::getenv("ASSAY_INDEX")) call.index = index;
  if (argc > 1 && std::filesystem::path(argv[0]).filename() == kOtherName) {
    call.words.assign(argv + 1, argv + argc);
    return call;
  }
  if (argc < 4 || std::string_view(argv[1]) != "cc") return std::nullopt;
  for (int i = 2; i + 1 < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") {
      call.words.assign(argv + i + 1, argv + argc);
      return call;
    }
    if (word == kIndex)
      call.index = argv[++i];
    else if (word.starts_with(kIndex) && word.substr(kIndex.size()).starts_with('='))
      call.index = word.substr(kIndex.size() + 1);
    else
      return std::nullopt;
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
