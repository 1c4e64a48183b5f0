// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay man`: the program's manual pages.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "assay/command.h"
#include "assay/command_line.h"
#include "emit/cli/manual.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::tool {

extern const VerbHelp kManHelp{
    .verb = "man",
    .positional = "VERB",
    .positionalHelp =
        "the verb whose page is printed, or all for a page on assay and one on each verb "
        "(default: the page on assay)",
    .example =
        "  man -l <(assay man scan)              # reads a page\n"
        "  assay man all -o share/man/man1       # writes assay.1, assay-scan.1, ... into a folder\n"};

namespace {

using emit::cli::Program;

Expected<std::string> pageOf(const Program& program, const std::string& name) {
  if (name.empty()) return emit::cli::programPage(program);
  const auto verb = std::ranges::find(program.verbs, name, &emit::cli::Verb::name);
  if (verb != program.verbs.end()) return emit::cli::verbPage(program, *verb);
  return fail(ErrorCode::Usage, fmt::format("assay has no verb '{}'", visibleText(name)),
              "`assay --help` lists them");
}

Expected<ExitCode> writeAll(const Program& program, const config::Settings& settings) {
  if (!settings.has("write-to"))
    return fail(ErrorCode::Usage, "all pages need a folder", "`assay man all -o DIR`");
  const std::filesystem::path folder = settings.text("write-to");
  ASSAY_TRY_VOID(
      writeFileAtomically(folder / emit::cli::pageFile(program, ""), emit::cli::programPage(program)));
  for (const emit::cli::Verb& verb : program.verbs)
    ASSAY_TRY_VOID(writeFileAtomically(folder / emit::cli::pageFile(program, verb.name),
                                       emit::cli::verbPage(program, verb)));
  return ExitCode::Done;
}

}  // namespace

Expected<ExitCode> manCommand(Invocation& invocation) {
  if (invocation.arguments.size() > 1)
    return fail(ErrorCode::Usage, "man prints one page at a time",
                "`assay man VERB`, or `assay man all -o DIR`");
  const Program program = commandLine();
  const std::string name = invocation.arguments.empty() ? "" : invocation.arguments.front();
  if (name == "all") return writeAll(program, invocation.settings);
  ASSAY_TRY(const std::string page, pageOf(program, name));
  if (invocation.settings.has("write-to"))
    ASSAY_TRY_VOID(writeFileAtomically(invocation.settings.text("write-to"), page));
  else
    std::cout << page;
  return ExitCode::Done;
}

}  // namespace assay::tool
