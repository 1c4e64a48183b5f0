// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that another file hands to signal() or sigaction(). Names are all that joins the two, and what a
// handler looks like. Pure.
#pragma once

#include <string>
#include <vector>

#include "model/annotated_function.h"

namespace assay::scan {

/// Marks those functions as signal handlers that have one of the names, in whatever namespace or class, and
/// could be called as one: without parameters, or with a signal's number alone or before two others, and no
/// member that needs an object. In doubt a function is one: left alone it does no harm.
void markSignalHandlers(const std::vector<std::string>& names,
                        std::vector<model::AnnotatedFunction>& functions);

}  // namespace assay::scan
