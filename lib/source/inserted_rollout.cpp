// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/inserted_rollout.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/inserted_input.h"
#include "source/insertion.h"

namespace assay::source {
namespace {

bool canBeCalled(const Rollout& rollout) {
  return !rollout.callee.empty() && std::ranges::all_of(rollout.parameters, isName);
}

std::string argumentsOf(const Rollout& rollout, std::string_view before, std::string_view behind) {
  std::string arguments;
  for (const std::string& parameter : rollout.parameters)
    arguments += fmt::format("{}{}{}{}", arguments.empty() ? "" : ", ", before, parameter, behind);
  return arguments;
}

std::string shareOf(const Rollout& rollout) {
  if (!rollout.limits) return std::to_string(rollout.share);
  return fmt::format("ASSAY_INSERTED_BREAKER({}, {}, {})", rollout.share, rollout.limits->errors,
                     rollout.limits->nanoseconds);
}

std::string_view byOf(const Rollout& rollout) {
  return rollout.key.empty() ? "" : "_BY";
}

std::string passed(const Rollout& rollout) {
  return argumentsOf(rollout, "ASSAY_INSERTED_PASS(", ")");
}

}  // namespace

std::string insertedRollout(const Rollout& rollout) {
  if (!canBeCalled(rollout)) return {};
  return fmt::format(" ASSAY_INSERTED_{}{}(0x{:016x}, {}, {}, 0x{:016x}, {}, {}{}({}));",
                     rollout.returnsValue ? "ROLLOUT" : "ROLLOUT_VOID", byOf(rollout), rollout.id,
                     literalOf(rollout.name), shareOf(rollout), rollout.oldId, literalOf(rollout.oldName),
                     rollout.key.empty() ? "" : rollout.key + ", ", rollout.callee, passed(rollout));
}

std::string insertedShadow(const Rollout& rollout, const Shadow& shadow) {
  if (!canBeCalled(rollout) || shadow.self.empty()) return {};
  const std::string begin =
      fmt::format(" ASSAY_INSERTED_SHADOW{}(0x{:016x}, {}, {}, 0x{:016x}, {}, {}{});", byOf(rollout),
                  rollout.id, literalOf(rollout.name), shareOf(rollout), shadow.id, literalOf(shadow.name),
                  shadow.budget, rollout.key.empty() ? "" : ", " + rollout.key);
  std::string macro = "COMPARE", more;
  if (shadow.eitherFirst) {
    macro += "_EITHER";
    more = fmt::format(", void({})", argumentsOf(rollout, "decltype(", ")"));
  }
  if (!shadow.compare.empty()) {
    macro += "_BY";
    more += ", " + shadow.compare;
  }
  // Whichever runs first leaves the arguments to the other one: the new one gets copies.
  return begin + shadow.size +
         fmt::format(" ASSAY_INSERTED_{}(0x{:016x}, 0x{:016x}, {}, {}({}), {}({}){});", macro, shadow.id,
                     rollout.oldId, literalOf(rollout.oldName), shadow.self, argumentsOf(rollout, "", ""),
                     rollout.callee, passed(rollout), more);
}

}  // namespace assay::source
