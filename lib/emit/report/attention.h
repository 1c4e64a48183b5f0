// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What somebody should look at: incomplete tags, tags without a function, results that are less than sure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/manifest.h"

namespace assay::emit::report {

/// One place to look at. Points into the manifest.
struct AttentionItem {
  const model::AnnotatedFunction* entry = nullptr;
  std::string detail;  ///< what is particular about this one; may be empty
};

/// One kind of trouble with everything it was found in, in the manifest's order.
struct Concern {
  std::string_view code;    ///< stable word: "missing-model"
  std::string_view title;   ///< "tags without a model"
  std::string_view advice;  ///< what to do about it
  std::vector<AttentionItem> items;
};

/// Only kinds that have items, the most pressing first.
std::vector<Concern> findConcerns(const model::Manifest& manifest);

/// Where the tag stands, else where the function begins: "db/db_impl.cc:1192".
std::string placeOf(const model::AnnotatedFunction& entry);

}  // namespace assay::emit::report
