// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The program's table of contents: one row per verb. Everything a verb does is in its <verb>_command.cpp.
#include <exception>

#include "assay/command.h"

namespace assay::tool {
namespace {

constexpr Verb kVerbs[] = {
    {"scan", Half::BuildTime, "codebase -> manifest (assay.yaml)", scanCommand},
    {"merge", Half::BuildTime, "parts of a scan, each from a machine of its own -> manifest", mergeCommand},
    {"report", Half::BuildTime, "manifest -> inventory: text, pages, tables, bills of materials",
     reportCommand},
    {"check", Half::BuildTime, "manifest + policies -> pass, or findings: the gate for CI", checkCommand},
    {"instrument", Half::BuildTime, "insert guards into the tagged functions, or take them out",
     instrumentCommand},
    {"cc", Half::BuildTime, "compile with the guards in, the source tree left alone", ccCommand},
    {"annotate", Half::BuildTime, "write tags where comments say it in free words", annotateCommand},
    {"alerts", Half::BuildTime, "alert rules for Prometheus, with their unit tests", alertsCommand},
    {"dashboard", Half::BuildTime, "a Grafana dashboard of the guarded functions", dashboardCommand},
    {"serve", Half::RunTime, "this machine's guarded functions: a page, their history, metrics",
     serveCommand},
    {"review", Half::RunTime, "the history: what got worse, what is fragile, what can be trusted",
     reviewCommand},
    {"experiment", Half::RunTime, "gradual rollouts and A/B tests: list, set, roll back", experimentCommand},
    {"top", Half::RunTime, "live view of the guarded functions on this machine", topCommand},
    {"completion", Half::Shell, "completes the command line in bash, zsh and fish", completionCommand},
    {"man", Half::Shell, "manual pages, for man", manCommand},
};

}  // namespace

std::span<const Verb> allVerbs() {
  return kVerbs;
}

const VerbHelp& helpOf(std::string_view verb) {
  for (const VerbHelp* help : {&kScanHelp, &kMergeHelp, &kReportHelp, &kCheckHelp, &kInstrumentHelp, &kCcHelp,
                               &kAnnotateHelp, &kAlertsHelp, &kDashboardHelp, &kExperimentHelp, &kServeHelp,
                               &kReviewHelp, &kTopHelp, &kCompletionHelp, &kManHelp})
    if (help->verb == verb) return *help;
  std::terminate();  // every row has its help
}

}  // namespace assay::tool
