// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "experiment/rollout_steps.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <system_error>
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

constexpr off_t kLargest = 1 << 20;  // bytes
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
    if (!share || *share == 0 || *share > model::kWholeShare || (!shares.empty() && *share <= shares.back()))
      return {};
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
  const auto begun = numberIn(object, "begun", kLatest);
  if (!id || !hold || *hold == 0 || !step || !since || !begun) return std::nullopt;
  return RolloutSteps{*id, shares, *hold, static_cast<std::size_t>(*step), *since, *begun};
}

Value valueOf(const RolloutSteps& rollout) {
  Array shares;
  for (const unsigned share : rollout.shares) shares.push_back(share);
  return Object{{"id", "0x" + hex64(rollout.id)}, {"sharesBasisPoints", std::move(shares)},
                {"holdSeconds", rollout.hold},    {"step", std::uint64_t{rollout.step}},
                {"since", rollout.since},         {"begun", rollout.begun}};
}

// As strict as with the control file: whoever may write this may set shares.
Expected<bool> isThere(const fs::path& path) {
  struct stat facts = {};
  if (lstat(path.c_str(), &facts) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return false;
    return failAt({path.string()}, std::generic_category().message(errno), "let its owner see to it");
  }
  if (!S_ISREG(facts.st_mode) || facts.st_size > kLargest) return damaged(path);
  const bool isOurs = facts.st_uid == geteuid() || facts.st_uid == 0 || geteuid() == 0;
  if (!isOurs || (facts.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return failAt({path.string()}, "others may have written this", "delete it");
  return true;
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
  ASSAY_TRY(const bool there, isThere(path));
  if (!there) return Rollouts{};
  ASSAY_TRY(const std::string text, readFile(path));
  const auto document = document::parseJson(text, path.string());
  if (!document) return damaged(path);
  return rolloutsIn(*document, path);
}

Expected<void> writeSteps(const fs::path& path, Rollouts rollouts) {
  std::error_code error;
  if (rollouts.empty()) {
    fs::remove(path, error);
    if (error) return fail(ErrorCode::Output, fmt::format("{}: {}", path.string(), error.message()));
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

RolloutSteps asControlled(RolloutSteps rollout, const ControlledExperiment& control) {
  if (rollout.isLast() || control.share != rollout.shares[rollout.step + 1]) return rollout;
  ++rollout.step;
  rollout.since = control.decidedAt();
  return rollout;
}

Move nextMove(const RolloutSteps& rollout, const ControlledExperiment& control, const Seen& seen,
              std::int64_t now) {
  if (control.state != ControlState::Running || control.share != rollout.share()) return Move::Leave;
  if (seen.isWorse) return Move::RollBack;
  if (now - rollout.since < rollout.hold || seen.calls < kFewestCallsOfStep) return Move::Hold;
  return rollout.isLast() ? Move::Finish : Move::Raise;
}

}  // namespace assay::experiment
