// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function over time as JSON: /api/functions/ID/history.
#pragma once

#include <cstdint>
#include <string>

#include "history/reader.h"
#include "serve/course_query.h"

namespace assay::serve {

/// Windows by time with quantiles, latencies and sizes; the sizes of the whole period.
std::string functionCourseJson(std::uint64_t function, const CourseQuery& query,
                               const history::Course& course);

}  // namespace assay::serve
