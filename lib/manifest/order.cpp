// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <tuple>

#include "manifest/manifest.h"
#include "manifest/order.h"
#include "support/sort_stably.h"

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

template <class T>
std::vector<const T*> pointersTo(const std::vector<T>& things) {
  std::vector<const T*> pointers;
  pointers.reserve(things.size());
  for (const T& thing : things) pointers.push_back(&thing);
  return pointers;
}

}  // namespace

std::vector<const model::TaggedFile*> inOrder(const std::vector<model::TaggedFile>& files) {
  auto ordered = pointersTo(files);
  sortStably(ordered, {}, [](const auto* file) { return std::string_view(file->path); });
  return ordered;
}

// A manifest that was read is in order already: looking costs a fraction of sorting.
std::vector<const model::AnnotatedFunction*> inOrder(const std::vector<model::AnnotatedFunction>& functions) {
  auto ordered = pointersTo(functions);
  if (!std::ranges::is_sorted(functions, comesBefore))
    sortStably(ordered, [](const auto* a, const auto* b) { return comesBefore(*a, *b); });
  return ordered;
}

void sortManifest(model::Manifest& manifest) {
  std::ranges::sort(manifest.files, {}, &model::TaggedFile::path);
  std::ranges::sort(manifest.functions, comesBefore);
}

}  // namespace assay::manifest
