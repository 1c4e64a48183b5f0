// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <tuple>

#include "manifest/manifest.h"

namespace assay::manifest {
namespace {

unsigned lineOf(const model::AnnotatedFunction& function) {
  return function.lines.first != 0 ? function.lines.first : function.tagLine;
}

// Ids tell entries apart; what follows them decides when a manifest has an id twice.
auto orderOf(const model::AnnotatedFunction& function) {
  return std::tuple(std::string_view(function.file), lineOf(function), function.id,
                    std::string_view(function.name), function.tagLine, std::string_view(function.signature));
}

bool comesBefore(const model::AnnotatedFunction& a, const model::AnnotatedFunction& b) {
  return orderOf(a) < orderOf(b);
}

}  // namespace

void sortManifest(model::Manifest& manifest) {
  std::ranges::sort(manifest.files, {}, &model::TaggedFile::path);
  std::ranges::sort(manifest.functions, comesBefore);
}

}  // namespace assay::manifest
