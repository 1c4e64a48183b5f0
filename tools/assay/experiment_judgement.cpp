// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/experiment_judgement.h"

#include <ctime>

#include "assay/experiment_verdict.h"
#include "assay/review_question.h"
#include "assay/served_history.h"
#include "document/value.h"
#include "emit/experiment/experiment.h"
#include "insight/judge.h"

namespace assay::tool {
namespace {

using experiment::KnownExperiment;

// The whole experiment; or what --since says, which is then for one look only.
Expected<ExperimentQuestion> questionOf(const config::Settings& settings, history::Reader& reader,
                                        const KnownExperiment& known) {
  const history::Seconds now = std::time(nullptr);
  if (settings.has("since")) {
    ASSAY_TRY(const PeriodQuestion period, periodQuestionOf(settings, now));
    return ExperimentQuestion{period, 1};
  }
  ASSAY_TRY(const history::Seconds begin, beginOf(reader, known));
  return experimentQuestionOf(settings, begin, now);
}

template <class Judged>
std::string writtenAs(bool json, const std::string& name, const Judged& judged) {
  return json ? document::writeJson(emit::experiment::valueOf(name, judged))
              : emit::experiment::writeText(name, judged);
}

}  // namespace

Expected<Judgement> judgementOf(const KnownExperiment& known, const config::Settings& settings) {
  ASSAY_TRY(history::Reader reader, openHistory(settings));
  ASSAY_TRY(const ExperimentQuestion question, questionOf(settings, reader, known));
  ASSAY_TRY(const auto windows, readArms(reader, known, question.of.period, question.of.step));
  insight::Plan plan;
  plan.level *= question.partOfLevel;
  const bool json = settings.flag("json");
  if (settings.flag("self-check")) {
    const insight::SelfCheck check = insight::selfCheck(windows, plan.level);
    return Judgement{writtenAs(json, known.name, check), check.off};
  }
  const insight::Verdict verdict = insight::judge(windows, plan);
  return Judgement{writtenAs(json, known.name, verdict), verdict.decision == insight::Decision::RollBack};
}

}  // namespace assay::tool
