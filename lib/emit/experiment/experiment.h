// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The verdict on an experiment for people and for programs, with every number that it rests on. Nothing is
// judged here; no clock, no file.
#pragma once

#include <string>
#include <string_view>

#include "document/value.h"
#include "insight/judge.h"

namespace assay::emit::experiment {

/// For a terminal: the decision and why, then a row for each question. `name` of the experiment is foreign
/// text, which is made visible. Ends in a line break.
std::string writeText(std::string_view name, const insight::Verdict& verdict);

/// Everything, for programs: times are seconds, rates shares; what is not known or without end is null. Keys
/// stay.
document::Value valueOf(std::string_view name, const insight::Verdict& verdict);
std::string writeJson(std::string_view name, const insight::Verdict& verdict);

/// A check of the measurement by an experiment of the old function against itself, likewise.
std::string writeText(std::string_view name, const insight::SelfCheck& check);
document::Value valueOf(std::string_view name, const insight::SelfCheck& check);

}  // namespace assay::emit::experiment
