// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <deque>
#include <exception>
#include <iostream>
#include <optional>
#include <utility>

#include "assay/compiler_launch.h"
#include "assay/spared_files.h"
#include "assay/terminal.h"
#include "manifest/manifest.h"
#include "scan/out_of_memory.h"
#include "scan/scan.h"
#include "support/interrupt.h"

namespace assay::tool {
namespace {

using config::Option;
using config::OptionType;
using config::Settings;

// Where CLI11 puts the values of one verb until they are merged with the configuration file.
struct BoundOption {
  const Option* row;
  CLI::Option* cli;
  bool flag = false;
  std::vector<std::string> values;
};

struct BoundVerb {
  const Verb* verb;
  CLI::App* app;
  std::deque<BoundOption> options;  // addresses stay valid while CLI11 points at them
  std::vector<std::string> arguments;
};

std::string helpText(const Option& row) {
  return row.fallback.empty() ? std::string(row.help)
                              : fmt::format("{} (default: {})", row.help, row.fallback);
}

void bindOption(BoundVerb& bound, const Option& row) {
  BoundOption& option = bound.options.emplace_back(BoundOption{&row, nullptr, false, {}});
  const std::string flags(row.flags);
  if (row.type == OptionType::Flag) {
    option.cli = bound.app->add_flag(flags, option.flag, helpText(row));
    return;
  }
  option.cli =
      bound.app->add_option(flags, option.values, helpText(row))->type_name(std::string(row.valueName));
  option.cli->expected(1)->allow_extra_args(false);  // a path behind `-o FILE` is a path, not a second FILE
  if (config::isRepeated(row, bound.verb->name)) option.cli->take_all();
  if (row.type == OptionType::Number)
    option.cli->check(CLI::NonNegativeNumber & CLI::TypeValidator<unsigned>());
}

void bindVerb(CLI::App& program, const Verb& verb, std::deque<BoundVerb>& all) {
  BoundVerb& bound = all.emplace_back(BoundVerb{&verb, nullptr, {}, {}});
  const VerbHelp& help = helpOf(verb.name);
  bound.app = program.add_subcommand(std::string(verb.name), std::string(verb.summary));
  bound.app->footer("Example:\n" + std::string(help.example) + "\n");
  for (const Option* row : config::optionsOf(verb.name)) bindOption(bound, *row);
  if (!help.positional.empty())
    bound.app->add_option(std::string(help.positional), bound.arguments, std::string(help.positionalHelp));
}

Expected<Settings> settingsOf(const BoundVerb& bound, const std::filesystem::path& here) {
  Settings settings;
  if (const auto file = config::findConfigFile(here)) {
    ASSAY_TRY(settings, config::readConfigFile(*file, bound.verb->name));
  }
  for (const BoundOption& option : bound.options) {
    if (option.cli->count() == 0) continue;
    settings.set(option.row->key,
                 option.row->type == OptionType::Flag ? std::vector<std::string>{"true"} : option.values,
                 config::Origin::CommandLine);
  }
  return settings;
}

// A shell may stand in a folder that somebody deleted; no relative path means anything there.
Expected<Settings> settingsHere(const BoundVerb& bound) {
  std::error_code gone;
  const std::filesystem::path here = std::filesystem::current_path(gone);
  if (gone)
    return fail(ErrorCode::Usage, "the working folder is not there: " + gone.message(),
                "change into a folder that is");
  return settingsOf(bound, here);
}

// What the working folder says is read where no option names a manifest; one that is not there is the verb's
// matter.
Expected<void> refuseOutputs(const BoundVerb& bound, const Invocation& invocation) {
  NamedFiles files = namedFiles(bound.verb->name, invocation.settings, invocation.arguments, std::nullopt);
  if (files.written.empty()) return {};
  std::optional<std::filesystem::path> nearest;
  if (auto found = manifestPath(invocation.settings)) nearest = *std::move(found);
  return refuseToReplace(namedFiles(bound.verb->name, invocation.settings, invocation.arguments, nearest));
}

ExitCode runVerb(const BoundVerb& bound) {
  const bool colour = wantsColour(STDERR_FILENO);
  Invocation invocation;
  auto settings = settingsHere(bound);
  if (!settings) {
    std::cerr << render(settings.error(), colour);
    return exitCodeOf(settings.error().code);
  }
  invocation.settings = *std::move(settings);
  invocation.arguments = bound.arguments;
  const auto spared = refuseOutputs(bound, invocation);
  const auto outcome =
      spared ? bound.verb->run(invocation) : Expected<ExitCode>(std::unexpected(spared.error()));
  std::cout.flush();
  print(std::cerr, invocation.diagnostics, colour);
  if (!outcome) {
    std::cerr << render(outcome.error(), colour);
    return exitCodeOf(outcome.error().code);
  }
  if (!std::cout) {
    std::cerr << "assay: error: cannot write to standard output\n";
    return ExitCode::Incomplete;
  }
  return *outcome;
}

void printMap() {
  fmt::print("assay {}: {}\n\n", ASSAY_VERSION, kProgramSummary);
  constexpr std::pair<Half, std::string_view> kHalves[] = {
      {Half::BuildTime, "At build time:"}, {Half::RunTime, "At run time:"}, {Half::Shell, "In the shell:"}};
  for (const auto& [half, heading] : kHalves) {
    fmt::print("{}\n", heading);
    for (const Verb& verb : allVerbs())
      if (verb.half == half) fmt::print("  assay {:<11} {}\n", verb.name, verb.summary);
    fmt::print("\n");
  }
  fmt::print("`assay VERB --help` shows a verb's options with an example. Start with `assay scan`.\n");
}

int runParsed(int argc, char** argv) {
  CLI::App program(fmt::format("assay: {}", kProgramSummary), "assay");
  program.set_version_flag("--version", programVersion());
  program.require_subcommand(0, 1);
  std::deque<BoundVerb> bound;
  for (const Verb& verb : allVerbs()) bindVerb(program, verb, bound);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::Usage);
  }
  for (const BoundVerb& verb : bound)
    if (verb.app->parsed()) return static_cast<int>(runVerb(verb));
  printMap();
  return 0;
}

void endOutOfMemory() {
  tidyUp();
  constexpr std::string_view kMessage =
      "assay: error: out of memory\n"
      "  hint: with `-j 1` a scan needs the least; else raise the limit, or scan a part of the tree\n";
  const auto written = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
  ::_exit(static_cast<int>(written < 0 ? ExitCode::Bug : ExitCode::Incomplete));
}

}  // namespace

int runProgram(int argc, char** argv) {
  if (const auto words = compilerWords(argc, argv)) return launch(*words);
  tidyUpOnSignals();
  scan::onOutOfMemory(endOutOfMemory);
  // A file that may not grow is then an error of write(), which is reported and leaves nothing behind.
  std::signal(SIGXFSZ, SIG_IGN);
  // Whoever started this may ignore it, and then nobody could tell how a program ended that is run from here.
  std::signal(SIGCHLD, SIG_DFL);
  try {
    return runParsed(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "assay: internal error: " << error.what()
              << "\n  hint: please report this with the command you ran\n";
    return static_cast<int>(ExitCode::Bug);
  }
}

std::string programVersion() {
  return fmt::format("assay {} (LLVM {})", ASSAY_VERSION, scan::llvmVersion());
}

Expected<std::filesystem::path> manifestPath(const Settings& settings) {
  if (settings.has("manifest")) return std::filesystem::path(settings.text("manifest"));
  return manifest::findManifest(std::filesystem::current_path());
}

}  // namespace assay::tool
