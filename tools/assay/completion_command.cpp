// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay completion`: a script that completes assay's command line in a shell.
#include <fmt/format.h>

#include <iostream>

#include "assay/command.h"
#include "assay/command_line.h"
#include "emit/cli/completion.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::tool {

extern const VerbHelp kCompletionHelp{
    .verb = "completion",
    .positional = "SHELL",
    .positionalHelp = "bash, zsh or fish",
    .example =
        "  source <(assay completion bash)        # in ~/.bashrc\n"
        "  source <(assay completion zsh)         # in ~/.zshrc, behind compinit\n"
        "  assay completion fish | source         # in ~/.config/fish/config.fish\n",
    .words = "bash zsh fish"};

Expected<ExitCode> completionCommand(Invocation& invocation) {
  if (invocation.arguments.size() != 1)
    return fail(ErrorCode::Usage, "completion needs one shell", "`assay completion bash`, zsh or fish");
  const std::string& name = invocation.arguments.front();
  for (const emit::cli::Shell& shell : emit::cli::kShells) {
    if (shell.name != name) continue;
    const std::string script = shell.complete(commandLine());
    if (invocation.settings.has("write-to"))
      ASSAY_TRY_VOID(writeFileAtomically(invocation.settings.text("write-to"), script));
    else
      std::cout << script;
    return ExitCode::Done;
  }
  return fail(ErrorCode::Usage, fmt::format("there is no completion for '{}'", visibleText(name)),
              "there is one for bash, zsh and fish");
}

}  // namespace assay::tool
