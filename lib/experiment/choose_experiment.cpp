// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "experiment/choose_experiment.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

#include "model/replacement.h"
#include "model/rollout.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::experiment {
namespace {

static_assert(model::Breaker{}.errors == vocabulary::kDefaultErrorLimit, "the runtime has its own");
static_assert(model::kMostBreakerErrors + 1 < 1u << 10, "room in ASSAY_DETAIL_TERMS");
static_assert(model::kLongestBreakerTime < std::uint64_t{1} << 40, "room in ASSAY_DETAIL_TERMS");

std::optional<std::uint64_t> idOf(std::string_view text) {
  if (!text.starts_with("0x")) return std::nullopt;
  std::uint64_t id = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), id, 16);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(id) : std::nullopt;
}

// "rankUsers" is ranking::rankUsers too.
bool isNamed(std::string_view name, std::string_view asked) {
  if (name == asked) return !name.empty();
  return name.size() > asked.size() + 2 && name.ends_with(asked) &&
         name.substr(0, name.size() - asked.size()).ends_with("::");
}

KnownExperiment ofFunction(const model::AnnotatedFunction& function, unsigned share) {
  KnownExperiment known{.id = function.id, .name = function.name};
  known.replaces = function.replaces.front().name;
  known.oldId = model::oldArmId(function.id);
  known.file = function.file;
  known.line = function.lines.first;
  known.tagShare = share;
  known.breaker = model::experimentOf(function.tag).breaker;
  known.inManifest = true;
  if (model::isShadow(function.outcome->rollout)) known.shadowId = model::shadowId(function.id);
  return known;
}

std::string listed(const std::vector<const KnownExperiment*>& some) {
  std::string text;
  for (const KnownExperiment* one : some)
    text += fmt::format("{}0x{} {}", text.empty() ? "" : ", ", hex64(one->id), one->name);
  return text;
}

}  // namespace

unsigned KnownExperiment::share() const {
  if (!inControl) return tagShare;
  return control.state == ControlState::Running ? control.share : 0;
}

unsigned KnownExperiment::errorLimit() const {
  if (control.errorLimit == vocabulary::kNoErrorLimit) return 0;
  if (control.errorLimit != 0) return control.errorLimit;
  return breaker.value_or(model::Breaker{}).errors;
}

std::vector<KnownExperiment> knownExperiments(const model::Manifest& manifest,
                                              const Experiments& controlled) {
  std::map<std::uint64_t, KnownExperiment> byId;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    const auto share = function.outcome ? model::shareOfRollout(function.outcome->rollout) : std::nullopt;
    if (share && !function.replaces.empty()) byId.emplace(function.id, ofFunction(function, *share));
  }
  for (const ControlledExperiment& control : controlled) {
    KnownExperiment& known = byId[control.id];
    known.id = control.id;
    if (known.name.empty()) known.name = control.name;
    known.inControl = true;
    known.control = control;
  }
  std::vector<KnownExperiment> all;
  for (auto& [id, known] : byId) all.push_back(std::move(known));
  std::ranges::sort(all, {}, [](const KnownExperiment& known) { return std::tie(known.name, known.id); });
  return all;
}

Expected<const KnownExperiment*> chooseExperiment(std::string_view text,
                                                  const std::vector<KnownExperiment>& all) {
  const auto id = idOf(text);
  std::vector<const KnownExperiment*> meant;
  for (const KnownExperiment& known : all)
    if (id ? known.id == *id : isNamed(known.name, text) || isNamed(known.replaces, text))
      meant.push_back(&known);
  if (meant.size() == 1) return meant.front();
  // `f` is ::f where there is one, not the f of each namespace.
  const auto whole = [&](const KnownExperiment* known) {
    return known->name == text || known->replaces == text;
  };
  if (std::ranges::count_if(meant, whole) == 1) return *std::ranges::find_if(meant, whole);
  if (meant.empty())
    return fail(
        ErrorCode::Usage, fmt::format("there is no experiment `{}`", text),
        "`assay experiment list` shows all; a name is the new or the old function's, or 0x and the id");
  return fail(ErrorCode::Usage,
              fmt::format("`{}` names {} experiments: {}", text, meant.size(), listed(meant)),
              "take more of the name, or the id");
}

}  // namespace assay::experiment
