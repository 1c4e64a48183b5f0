// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Days between dates. There is no clock here: what day it is comes from outside.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assay::policy {

using Day = std::chrono::sys_days;

/// "2024-01-15", and the day of "2026-07-08T14:32:00Z"; nothing when there is no such day.
std::optional<Day> dayOf(std::string_view iso);

/// "2024-01-15"
std::string textOf(Day day);

/// How many days `day` lies before `today`; negative for one that is still to come.
long ageOf(Day day, Day today);

}  // namespace assay::policy
