// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "experiment/rollout_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "document/value.h"
#include "model/share.h"
#include "support/file.h"
#include "support/hash.h"

namespace assay::experiment {
namespace {

namespace fs = std::filesystem;
using document::Array;
using document::Object;
using document::Value;

constexpr std::uint64_t kVersion = 1;
constexpr std::int64_t kLongest = std::int64_t{100} * 366 * 86400;  // a century
constexpr std::int64_t kLatest = std::int64_t{10'000} * 366 * 86400;

std::unexpected<Error> damaged(const fs::path& path) {
  return failAt({path.string()}, "this is no list of rollouts by steps",
                "delete it; `assay experiment set NAME 1% 10% 100% --hold 1h` makes one anew");
}

std::optional<std::uint64_t> idOf(const Value* value) {
  const std::string* text = value == nullptr ? nullptr : value->asString();
  if (text == nullptr || text->size() != 18 || !text->starts_with("0x")) return std::nullopt;
  std::uint64_t id = 0;
  const auto [end, error] = std::from_chars(text->data() + 2, text->data() + text->size(), id, 16);
  return error == std::errc{} && end == text->data() + text->size() ? std::optional(id) : std::nullopt;
}

std::optional<std::int64_t> numberIn(const Value& object, std::string_view key, std::int64_t most) {
  const Value* value = object.find(key);
  const auto number = value == nullptr ? std::nullopt : value->asInteger();
  return number && *number >= 0 && *number <= most ? number : std::nullopt;
}

std::vector<unsigned> sharesOf(const Value* value) {
  const Array* list = value == nullptr ? nullptr : value->asArray();
  std::vector<unsigned> shares;
  for (const Value& one : list == nullptr ? Array() : *list) {
    const auto share = one.asUnsigned();
    if (!share || *share > model::kWholeShare || (!shares.empty() && *share <= shares.back())) return {};
    shares.push_back(static_cast<unsigned>(*share));
  }
  return shares;
}

std::optional<RolloutSteps> rolloutOf(const Value& object) {
  const auto id = idOf(object.find("id"));
  const std::vector<unsigned> shares = sharesOf(object.find("sharesBasisPoints"));
  const auto hold = numberIn(object, "holdSeconds", kLongest);
  const auto step = numberIn(object, "step", static_cast<std::int64_t>(shares.size()) - 1);
  const auto since = numberIn(object, "since", kLatest);
  if (!id || !hold || *hold == 0 || !step || !since) return std::nullopt;
  return RolloutSteps{*id, shares, *hold, static_cast<std::size_t>(*step), *since};
}

Value valueOf(const RolloutSteps& rollout) {
  Array shares;
  for (const unsigned share : rollout.shares) shares.push_back(share);
  return Object{{"id", "0x" + hex64(rollout.id)},
                {"sharesBasisPoints", std::move(shares)},
                {"holdSeconds", rollout.hold},
                {"step", std::uint64_t{rollout.step}},
                {"since", rollout.since}};
}

Expected<Rollouts> rolloutsIn(const Value& document, const fs::path& path) {
  const Value* version = document.find("version");
  const auto number = version == nullptr ? std::nullopt : version->asUnsigned();
  if (number && *number > kVersion)
    return failAt({path.string()}, fmt::format("version {} is of a newer assay", *number), "use that one");
  const Value* list = document.find("rollouts");
  if (number != kVersion || list == nullptr || list->asArray() == nullptr) return damaged(path);
  Rollouts rollouts;
  for (const Value& one : *list->asArray()) {
    auto rollout = rolloutOf(one);
    if (!rollout) return damaged(path);
    rollouts.push_back(*std::move(rollout));
  }
  return rollouts;
}

}  // namespace

fs::path stepsFile(const fs::path& controlFile) {
  return controlFile.string() + ".steps";
}

Expected<Rollouts> readSteps(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(path, ignored))) return Rollouts{};
  ASSAY_TRY(const std::string text, readFile(path));
  const auto document = document::parseJson(text, path.string());
  if (!document) return damaged(path);
  return rolloutsIn(*document, path);
}

Expected<void> writeSteps(const fs::path& path, Rollouts rollouts) {
  std::error_code ignored;
  if (rollouts.empty()) {
    fs::remove(path, ignored);
    return {};
  }
  std::ranges::sort(rollouts, {}, &RolloutSteps::id);
  Array list;
  for (const RolloutSteps& rollout : rollouts) list.push_back(valueOf(rollout));
  return writeFileAtomically(
      path, document::writeJson(Object{{"version", kVersion}, {"rollouts", std::move(list)}}));
}

Rollouts withoutRollout(Rollouts rollouts, std::uint64_t id) {
  std::erase_if(rollouts, [&](const RolloutSteps& one) { return one.id == id; });
  return rollouts;
}

Move nextMove(const RolloutSteps& rollout, const ControlledExperiment& control, const Seen& seen,
              std::int64_t now) {
  if (control.state != ControlState::Running || control.share != rollout.share()) return Move::Leave;
  if (seen.isWorse) return Move::RollBack;
  if (now - rollout.since < rollout.hold || seen.calls < kFewestCallsOfStep) return Move::Hold;
  return rollout.isLast() ? Move::Finish : Move::Raise;
}

}  // namespace assay::experiment
