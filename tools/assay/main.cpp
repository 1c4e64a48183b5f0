// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The program's table of contents: one row per verb. Everything a verb does is in its <verb>_command.cpp.
#include "assay/command.h"

namespace {

using assay::tool::Half;
using assay::tool::Verb;

constexpr Verb kVerbs[] = {
    {"scan", Half::BuildTime, "codebase -> manifest (assay.yaml)", assay::tool::scanCommand},
    {"merge", Half::BuildTime, "parts of a scan, each from a machine of its own -> manifest",
     assay::tool::mergeCommand},
    {"report", Half::BuildTime, "manifest -> inventory: text, Markdown, JSON", assay::tool::reportCommand},
    {"check", Half::BuildTime, "manifest + policies -> pass, or findings: the gate for CI",
     assay::tool::checkCommand},
    {"instrument", Half::BuildTime, "insert guards into the tagged functions, or take them out",
     assay::tool::instrumentCommand},
    {"cc", Half::BuildTime, "compile with the guards in, the source tree left alone", assay::tool::ccCommand},
    {"annotate", Half::BuildTime, "write tags where comments say it in free words",
     assay::tool::annotateCommand},
    {"alerts", Half::BuildTime, "alert rules for Prometheus, with their unit tests",
     assay::tool::alertsCommand},
    {"dashboard", Half::BuildTime, "a Grafana dashboard of the guarded functions",
     assay::tool::dashboardCommand},
    {"serve", Half::RunTime, "this machine's guarded functions: a page, their history, metrics",
     assay::tool::serveCommand},
    {"review", Half::RunTime, "the history: what got worse, what is fragile, what can be trusted",
     assay::tool::reviewCommand},
    {"experiment", Half::RunTime, "gradual rollouts and A/B tests: list, set, roll back",
     assay::tool::experimentCommand},
    {"top", Half::RunTime, "live view of the guarded functions on this machine", assay::tool::topCommand},
};

}  // namespace

int main(int argc, char** argv) {
  return assay::tool::runProgram(argc, argv, kVerbs);
}
