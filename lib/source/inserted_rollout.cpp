// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/inserted_rollout.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/inserted_input.h"
#include "source/insertion.h"

namespace assay::source {

std::string insertedRollout(const Rollout& rollout) {
  if (rollout.callee.empty() || !std::ranges::all_of(rollout.parameters, isName)) return {};
  std::string arguments;
  for (const std::string& parameter : rollout.parameters)
    arguments += fmt::format("{}ASSAY_INSERTED_PASS({})", arguments.empty() ? "" : ", ", parameter);
  return fmt::format(" ASSAY_INSERTED_{}(0x{:016x}, {}, {}, 0x{:016x}, {}, {}({}));",
                     rollout.returnsValue ? "ROLLOUT" : "ROLLOUT_VOID", rollout.id, literalOf(rollout.name),
                     rollout.share, rollout.oldId, literalOf(rollout.oldName), rollout.callee, arguments);
}

}  // namespace assay::source
