// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program's command line -> scripts that complete it in shells: verbs, options, words, files. Same command
// line, same bytes; all texts are quoted for the shell.
#pragma once

#include <string>
#include <string_view>

#include "emit/cli/command_line.h"

namespace assay::emit::cli {

/// For bash 4.4 or newer, by itself: the package bash-completion is not needed.
std::string bashCompletion(const Program& program);
/// For zsh 5.1 or newer: as a file `_NAME` in $fpath, or evaluated behind compinit.
std::string zshCompletion(const Program& program);
/// For fish 3.0 or newer.
std::string fishCompletion(const Program& program);

struct Shell {
  std::string_view name;
  std::string (*complete)(const Program&);
};

inline constexpr Shell kShells[] = {
    {"bash", bashCompletion}, {"zsh", zshCompletion}, {"fish", fishCompletion}};

}  // namespace assay::emit::cli
