// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay experiment`: which share of each experiment's calls the new function has, changes to it that running
// programs follow, and the patch that ends it.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>
#include <map>
#include <optional>

#include "assay/command.h"
#include "assay/experiment_judgement.h"
#include "assay/experiment_promote.h"
#include "assay/experiment_shadows.h"
#include "document/value.h"
#include "experiment/choose_experiment.h"
#include "experiment/rollout_steps.h"
#include "history/levels.h"
#include "manifest/manifest.h"
#include "model/share.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using document::Array;
using document::Object;
using document::Value;
using experiment::ControlledExperiment;
using experiment::ControlState;
using experiment::KnownExperiment;

constexpr int kExperimentsVersion = 1;

struct Experiments {
  std::filesystem::path file;
  std::vector<KnownExperiment> all;
  std::map<std::uint64_t, ShadowCounts> shadows = {};  ///< filled by list
  experiment::Rollouts rollouts = {};
};

// No manifest at all is fine: the control file has names of its own.
Expected<model::Manifest> manifestIfAny(Invocation& invocation) {
  const auto path = manifestPath(invocation.settings);
  if (!path) return model::Manifest{};
  return manifest::loadManifest(*path, invocation.diagnostics);
}

Expected<Experiments> readExperiments(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  Experiments result;
  result.file = settings.has("control") ? std::filesystem::path(settings.text("control"))
                                        : experiment::defaultControlFile();
  ASSAY_TRY(const model::Manifest manifest, manifestIfAny(invocation));
  ASSAY_TRY(const experiment::Experiments controlled, experiment::readControlFile(result.file));
  ASSAY_TRY(result.rollouts, experiment::readSteps(experiment::stepsFile(result.file)));
  result.all = experiment::knownExperiments(manifest, controlled);
  return result;
}

std::string stateOf(const KnownExperiment& known) {
  if (!known.inControl) return "as tagged";
  switch (known.control.state) {
    case ControlState::Running: return "set";
    case ControlState::RolledBack: return "rolled back";
    case ControlState::Stopped: break;
  }
  return "stopped";
}

// What ended it, where a process did.
std::string reasonOf(const KnownExperiment& known) {
  switch (known.control.stoppedFor) {
    case experiment::StopReason::Time: return "most calls took too long";
    case experiment::StopReason::Crash: return "crashed";
    case experiment::StopReason::Errors: break;
  }
  return fmt::format("{} errors in a row", known.errorLimit());
}

Value stoppedFor(const ControlledExperiment& control) {
  constexpr const char* kWords[] = {"errors", "time", "crash"};
  if (control.state != ControlState::Stopped) return nullptr;
  return kWords[static_cast<std::size_t>(control.stoppedFor)];
}

std::uint64_t longestOf(const KnownExperiment& known) {
  return known.breaker ? known.breaker->nanoseconds : 0;
}

Value textOrNull(const std::string& text) {
  return text.empty() ? Value(nullptr) : Value(text);
}

Value jsonOf(const ShadowCounts& counts) {
  return Object{{"compared", counts.compared}, {"differ", counts.differ}, {"failed", counts.failed}};
}

// Those that a decision since has made void are none any more.
const experiment::RolloutSteps* stepsOf(const Experiments& experiments, const KnownExperiment& known) {
  const auto found = std::ranges::find(experiments.rollouts, known.id, &experiment::RolloutSteps::id);
  const bool counts =
      found != experiments.rollouts.end() && known.inControl && known.share() == found->share();
  return counts ? &*found : nullptr;
}

Value jsonOf(const experiment::RolloutSteps& rollout) {
  Array shares;
  for (const unsigned share : rollout.shares) shares.push_back(share);
  return Object{{"sharesBasisPoints", std::move(shares)},
                {"holdSeconds", rollout.hold},
                {"step", std::uint64_t{rollout.step}},
                {"since", rollout.since}};
}

std::string lineOf(const experiment::RolloutSteps& rollout) {
  const std::string where = fmt::format("; step {} of {}", rollout.step + 1, rollout.shares.size());
  if (rollout.isLast()) return where;
  return fmt::format("{}, {} after {:%Y-%m-%d %H:%M:%S} UTC at the earliest", where,
                     model::shareText(rollout.shares[rollout.step + 1]),
                     fmt::gmtime(rollout.since + rollout.hold));
}

Value jsonOf(const Experiments& experiments, const KnownExperiment& known) {
  const experiment::RolloutSteps* steps = stepsOf(experiments, known);
  const auto shadow = experiments.shadows.find(known.id);
  return Object{
      {"id", "0x" + hex64(known.id)},
      {"name", known.name},
      {"replaces", textOrNull(known.replaces)},
      {"oldId", known.oldId == 0 ? Value(nullptr) : Value("0x" + hex64(known.oldId))},
      {"file", textOrNull(known.file)},
      {"line", known.line == 0 ? Value(nullptr) : Value(std::uint64_t{known.line})},
      {"state", stateOf(known)},
      {"shareBasisPoints", std::uint64_t{known.share()}},
      {"tagShareBasisPoints", known.inManifest ? Value(std::uint64_t{known.tagShare}) : Value(nullptr)},
      {"stopAfterErrors", std::uint64_t{known.errorLimit()}},
      {"stopAboveNanoseconds", longestOf(known) == 0 ? Value(nullptr) : Value(longestOf(known))},
      {"stoppedBy",
       known.control.stoppedBy == 0 ? Value(nullptr) : Value(std::uint64_t{known.control.stoppedBy})},
      {"stoppedFor", stoppedFor(known.control)},
      {"shadow", shadow == experiments.shadows.end() ? Value(nullptr) : jsonOf(shadow->second)},
      {"steps", steps == nullptr ? Value(nullptr) : jsonOf(*steps)},
  };
}

std::string listJson(const Experiments& experiments) {
  Array list;
  for (const KnownExperiment& known : experiments.all) list.push_back(jsonOf(experiments, known));
  return document::writeJson(Object{{"version", std::uint64_t{kExperimentsVersion}},
                                    {"control", experiments.file.string()},
                                    {"experiments", std::move(list)}});
}

std::string lineOf(const Experiments& experiments, const KnownExperiment& known) {
  std::string text = fmt::format("{:>7}  {:<11}  {}", model::shareText(known.share()), stateOf(known),
                                 visibleText(known.name));
  if (!known.replaces.empty())
    text += fmt::format(" in the {} of {}", known.shadowId != 0 ? "shadow" : "place",
                        visibleText(known.replaces));
  if (!known.file.empty()) text += fmt::format(", {}:{}", visibleText(known.file), known.line);
  if (known.control.stoppedBy != 0)
    text += fmt::format("; {} in process {}", reasonOf(known), known.control.stoppedBy);
  if (const auto shadow = experiments.shadows.find(known.id); shadow != experiments.shadows.end())
    text += fmt::format("; {} compared, {} differ, {} failed", shadow->second.compared, shadow->second.differ,
                        shadow->second.failed);
  if (const experiment::RolloutSteps* steps = stepsOf(experiments, known)) text += lineOf(*steps);
  return text + "\n";
}

Expected<ExitCode> list(Invocation& invocation) {
  if (invocation.arguments.size() > 1)
    return fail(ErrorCode::Usage, "list takes no name", "assay experiment list");
  ASSAY_TRY(Experiments experiments, readExperiments(invocation));
  ASSAY_TRY(experiments.shadows, shadowCounts(experiments.all, invocation.diagnostics));
  std::string text;
  for (const KnownExperiment& known : experiments.all) text += lineOf(experiments, known);
  if (text.empty()) text = "There are no experiments: no tag says `replaces: NAME, rollout: 10%`.\n";
  std::cout << (invocation.settings.flag("json") ? listJson(experiments) : text);
  const bool stopped = std::ranges::any_of(experiments.all, [](const KnownExperiment& known) {
    return known.inControl && known.control.state == ControlState::Stopped;
  });
  return stopped ? ExitCode::Findings : ExitCode::Done;
}

std::uint64_t nanosecondsNow() {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                        std::chrono::system_clock::now().time_since_epoch())
                                        .count());
}

// A decision of a person, whatever the process has done to the experiment before.
void decide(const KnownExperiment& known, ControlledExperiment& entry) {
  entry.name = known.name;
  entry.stoppedBy = 0;
  entry.stoppedFor = experiment::StopReason::Errors;
  entry.decide(nanosecondsNow());
}

Expected<unsigned> shareIn(const std::string& word) {
  const std::optional<unsigned> share = equalsIgnoringCase(word, "off") ? 0u : model::shareOf(word);
  if (share) return *share;
  return fail(ErrorCode::Usage, fmt::format("`{}` is no share of calls", visibleText(word)),
              "0% to 100%, such as 25% or 0.5%, or off");
}

// One share, or those of a rollout by steps.
Expected<experiment::RolloutSteps> askedSteps(const Invocation& invocation) {
  const auto& arguments = invocation.arguments;
  if (arguments.size() < 3)
    return fail(ErrorCode::Usage, "set takes a name and a share", "assay experiment set NAME 25%");
  experiment::RolloutSteps asked;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    ASSAY_TRY(const unsigned share, shareIn(arguments[i]));
    if (!asked.shares.empty() && share <= asked.shares.back())
      return fail(ErrorCode::Usage,
                  fmt::format("{} does not come after {}", model::shareText(share),
                              model::shareText(asked.shares.back())),
                  "each step has a larger share than the one before");
    asked.shares.push_back(share);
  }
  if (asked.shares.size() > 1 && asked.shares.front() == 0)
    return fail(ErrorCode::Usage, "a function without calls shows nothing, so its first step would never end",
                "begin with more than 0%");
  const std::string hold = invocation.settings.text("hold");
  if (hold.empty() != (asked.shares.size() == 1))
    return fail(ErrorCode::Usage, "several shares and --hold belong together",
                "assay experiment set NAME 1% 10% 100% --hold 1h");
  if (hold.empty()) return asked;
  const auto seconds = history::durationOf(hold);
  if (!seconds)
    return fail(ErrorCode::Usage, fmt::format("--hold is no period: '{}'", visibleText(hold)),
                "a number and s, min, h or d: 30min");
  asked.hold = *seconds;
  return asked;
}

// What was asked before is forgotten.
Expected<void> keepSteps(const std::filesystem::path& control, const experiment::RolloutSteps& asked) {
  const std::filesystem::path file = experiment::stepsFile(control);
  ASSAY_TRY(experiment::Rollouts rollouts, experiment::readSteps(file));
  rollouts = experiment::withoutRollout(std::move(rollouts), asked.id);
  if (asked.shares.size() > 1) rollouts.push_back(asked);
  return experiment::writeSteps(file, std::move(rollouts));
}

std::string saidOfSteps(const experiment::RolloutSteps& asked) {
  std::string text;
  for (std::size_t i = 1; i < asked.shares.size(); ++i)
    text += fmt::format("{}{}", i == 1 ? "; `assay serve --apply` goes on to " : ", ",
                        model::shareText(asked.shares[i]));
  return text;
}

Expected<ExitCode> set(Invocation& invocation) {
  ASSAY_TRY(experiment::RolloutSteps asked, askedSteps(invocation));
  ASSAY_TRY(const Experiments experiments, readExperiments(invocation));
  ASSAY_TRY(const KnownExperiment* chosen,
            experiment::chooseExperiment(invocation.arguments[1], experiments.all));
  if (chosen->shadowId != 0 && asked.shares.size() > 1)
    return fail(
        ErrorCode::Usage,
        fmt::format("{} runs in a shadow: nothing says when a step has gone well", visibleText(chosen->name)),
        "set one share");
  asked.id = chosen->id;
  asked.since = asked.begun = std::time(nullptr);
  ASSAY_TRY_VOID(experiment::changeControlFile(
      experiments.file,
      [&](auto& entries) -> Expected<void> {
        ControlledExperiment& entry = experiment::experimentWith(chosen->id, entries);
        decide(*chosen, entry);
        entry.share = asked.share();
        entry.state = ControlState::Running;
        const config::Settings& settings = invocation.settings;
        if (settings.has("stop-after"))
          entry.errorLimit =
              settings.number("stop-after") == 0 ? vocabulary::kNoErrorLimit : settings.number("stop-after");
        return {};
      },
      [&] { return keepSteps(experiments.file, asked); }));
  std::cout << fmt::format("{}: {} of the calls{} (was {}){}\n", visibleText(chosen->name),
                           model::shareText(asked.share()), chosen->shadowId != 0 ? ", in the shadow" : "",
                           model::shareText(chosen->share()), saidOfSteps(asked));
  return ExitCode::Done;
}

Expected<ExitCode> rollBack(Invocation& invocation) {
  if (invocation.arguments.size() != 2)
    return fail(ErrorCode::Usage, "rollback takes a name", "assay experiment rollback NAME");
  ASSAY_TRY(const Experiments experiments, readExperiments(invocation));
  ASSAY_TRY(const KnownExperiment* chosen,
            experiment::chooseExperiment(invocation.arguments[1], experiments.all));
  ASSAY_TRY_VOID(experiment::changeControlFile(
      experiments.file,
      [&](auto& entries) -> Expected<void> {
        ControlledExperiment& entry = experiment::experimentWith(chosen->id, entries);
        decide(*chosen, entry);
        entry.share = 0;
        entry.state = ControlState::RolledBack;
        return {};
      },
      [&] { return keepSteps(experiments.file, {.id = chosen->id}); }));
  std::cout << fmt::format("{}: rolled back, all calls go to {} (was {})\n", visibleText(chosen->name),
                           chosen->replaces.empty() ? "the old function" : visibleText(chosen->replaces),
                           model::shareText(chosen->share()));
  return ExitCode::Done;
}

// The patch is all that standard output gets: it is for `git apply`.
Expected<ExitCode> promote(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  if (invocation.arguments.size() != 2)
    return fail(ErrorCode::Usage, "promote takes a name", "assay experiment promote NAME | git apply");
  ASSAY_TRY(const std::filesystem::path path, manifestPath(settings));
  ASSAY_TRY(const model::Manifest manifest, manifest::loadManifest(path, invocation.diagnostics));
  ASSAY_TRY(const Experiments experiments, readExperiments(invocation));
  ASSAY_TRY(const KnownExperiment* chosen,
            experiment::chooseExperiment(invocation.arguments[1], experiments.all));
  ASSAY_TRY(const std::string patch, promotionOf(*chosen, manifest, path.parent_path(), settings));
  std::cout << patch;
  std::cerr << fmt::format(
      "once this is applied and built, all calls of {} are its own ({} of them {}now); {} can go "
      "when nothing else calls it\n",
      visibleText(chosen->name), model::shareText(chosen->share()),
      chosen->shadowId != 0 ? "run in the shadow " : "", visibleText(chosen->replaces));
  return ExitCode::Done;
}

// A script may act on what is found. What else was decided stands in the JSON.
Expected<ExitCode> verdict(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  if (invocation.arguments.size() != 2)
    return fail(ErrorCode::Usage, "verdict takes a name", "assay experiment verdict NAME");
  ASSAY_TRY(const Experiments experiments, readExperiments(invocation));
  ASSAY_TRY(const KnownExperiment* chosen,
            experiment::chooseExperiment(invocation.arguments[1], experiments.all));
  if (chosen->shadowId != 0)
    return fail(
        ErrorCode::Usage,
        fmt::format("{} runs in a shadow: there are no calls of its own to judge", visibleText(chosen->name)),
        "`assay experiment list` says how often it differs; `experiment: split` is for a verdict");
  ASSAY_TRY(const Judgement judgement, judgementOf(*chosen, settings));
  std::cout << judgement.text;
  return judgement.isFinding ? ExitCode::Findings : ExitCode::Done;
}

}  // namespace

const VerbHelp kExperimentHelp = {
    "experiment", "ACTION", "list, set NAME SHARE…, rollback NAME, verdict NAME, or promote NAME",
    "  assay experiment list                  the experiments, and the share of each\n"
    "  assay experiment set rankUsers 25%     running programs follow within a moment\n"
    "  assay experiment set rankUsers 1% 10% 100% --hold 1h\n"
    "  assay experiment rollback rankUsers    all calls to the old function\n"
    "  assay experiment verdict rankUsers     is the new function better, worse, or not yet told apart?\n"
    "  assay experiment promote rankUsers     the patch after which all calls are the new function's\n",
    "list set rollback verdict promote"};

Expected<ExitCode> experimentCommand(Invocation& invocation) {
  const std::string action = invocation.arguments.empty() ? "list" : invocation.arguments.front();
  if (action == "list") return list(invocation);
  if (action == "set") return set(invocation);
  if (action == "rollback") return rollBack(invocation);
  if (action == "verdict") return verdict(invocation);
  if (action == "promote") return promote(invocation);
  return fail(ErrorCode::Usage, fmt::format("experiment does not know '{}'", visibleText(action)),
              "list, set NAME SHARE, rollback NAME, verdict NAME, promote NAME");
}

}  // namespace assay::tool
