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

std::string passed(const Rollout& rollout) {
  return argumentsOf(rollout, "ASSAY_INSERTED_PASS(", ")");
}

}  // namespace

std::string insertedRollout(const Rollout& rollout) {
  if (!canBeCalled(rollout)) return {};
  return fmt::format(" ASSAY_INSERTED_{}(0x{:016x}, {}, {}, 0x{:016x}, {}, {}({}));",
                     rollout.returnsValue ? "ROLLOUT" : "ROLLOUT_VOID", rollout.id, literalOf(rollout.name),
                     rollout.share, rollout.oldId, literalOf(rollout.oldName), rollout.callee,
                     passed(rollout));
}

std::string insertedShadow(const Rollout& rollout, const Shadow& shadow) {
  if (!canBeCalled(rollout) || shadow.self.empty()) return {};
  const std::string begin =
      fmt::format(" ASSAY_INSERTED_SHADOW(0x{:016x}, {}, {}, 0x{:016x}, {}, {});", rollout.id,
                  literalOf(rollout.name), rollout.share, shadow.id, literalOf(shadow.name), shadow.budget);
  // The new function runs first and leaves the arguments to the old one: it gets copies.
  return begin + shadow.size +
         fmt::format(" ASSAY_INSERTED_COMPARE{}(0x{:016x}, 0x{:016x}, {}, {}({}), {}({}){});",
                     shadow.compare.empty() ? "" : "_BY", shadow.id, rollout.oldId,
                     literalOf(rollout.oldName), shadow.self, argumentsOf(rollout, "", ""), rollout.callee,
                     passed(rollout), shadow.compare.empty() ? "" : ", " + shadow.compare);
}

}  // namespace assay::source
