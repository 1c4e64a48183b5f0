// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a verb is to the program, and the way from argv to it: options come from config's table, .assay.yaml
// and the command line; errors become messages and exit codes in one place.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "support/diagnostics.h"
#include "support/exit_code.h"
#include "support/expected.h"

namespace assay::tool {

/// What a verb was called with.
struct Invocation {
  config::Settings settings;
  std::vector<std::string> arguments;  ///< the positional ones
  Diagnostics diagnostics;             ///< printed to stderr when the verb returns
};

using Command = Expected<ExitCode> (*)(Invocation&);

enum class Half { BuildTime, RunTime, Shell };

struct Verb {
  std::string_view name;
  Half half;
  std::string_view summary;
  Command run;
};

/// Positional arguments and example of each verb stand beside its command.
struct VerbHelp {
  std::string_view verb;
  std::string_view positional;  ///< "[PATH…]"; empty = takes none
  std::string_view positionalHelp;
  std::string_view example;     ///< shown under the options
  std::string_view words = {};  ///< what the first argument may be, blank-separated; empty = a file or folder
};

Expected<ExitCode> scanCommand(Invocation&);
Expected<ExitCode> mergeCommand(Invocation&);
Expected<ExitCode> reportCommand(Invocation&);
Expected<ExitCode> checkCommand(Invocation&);
Expected<ExitCode> instrumentCommand(Invocation&);
Expected<ExitCode> ccCommand(Invocation&);
Expected<ExitCode> annotateCommand(Invocation&);
Expected<ExitCode> alertsCommand(Invocation&);
Expected<ExitCode> dashboardCommand(Invocation&);
Expected<ExitCode> experimentCommand(Invocation&);
Expected<ExitCode> serveCommand(Invocation&);
Expected<ExitCode> reviewCommand(Invocation&);
Expected<ExitCode> topCommand(Invocation&);
Expected<ExitCode> completionCommand(Invocation&);
Expected<ExitCode> manCommand(Invocation&);

extern const VerbHelp kScanHelp;
extern const VerbHelp kMergeHelp;
extern const VerbHelp kReportHelp;
extern const VerbHelp kCheckHelp;
extern const VerbHelp kInstrumentHelp;
extern const VerbHelp kCcHelp;
extern const VerbHelp kAnnotateHelp;
extern const VerbHelp kAlertsHelp;
extern const VerbHelp kDashboardHelp;
extern const VerbHelp kExperimentHelp;
extern const VerbHelp kServeHelp;
extern const VerbHelp kReviewHelp;
extern const VerbHelp kTopHelp;
extern const VerbHelp kCompletionHelp;
extern const VerbHelp kManHelp;

/// The program's table of contents: one row per verb.
std::span<const Verb> allVerbs();
/// Of a verb that is in the table.
const VerbHelp& helpOf(std::string_view verb);

/// Parses the command line, runs the verb, prints its diagnostics, returns the exit code.
int runProgram(int argc, char** argv);

inline constexpr std::string_view kProgramSummary =
    "tracks, guards and judges C and C++ code written by AI models";

/// "assay 1.2.3 (LLVM 22.1.8)"
std::string programVersion();

/// The manifest a verb works on: --manifest, else the nearest assay.yaml.
Expected<std::filesystem::path> manifestPath(const config::Settings& settings);

}  // namespace assay::tool
