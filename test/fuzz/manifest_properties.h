// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold for every manifest and every part of a scan, whoever wrote it. Used by the fuzz target and,
// for the seeds, by a unit test.
#pragma once

#include <string>

#include "manifest/fragment.h"
#include "manifest/manifest.h"
#include "manifest/read_lists.h"

namespace assay::fuzz {

/// A manifest that is taken is written and read again as what it was, and has drifted from itself nowhere.
inline bool takenManifestHolds(model::Manifest manifest) {
  Diagnostics ignored;
  const std::string written = manifest::writeManifest(manifest);
  auto again = manifest::readManifest(written, "assay.yaml", ignored);
  if (!again || manifest::writeManifest(*again) != written) return false;
  manifest::keepTaggedBodies(*again, manifest);
  return manifest.functions.size() == again->functions.size();
}

inline bool sameError(const Error& a, const Error& b) {
  return a.code == b.code && a.message == b.message && a.where == b.where && a.hint == b.hint;
}

/// However the lists are read, they are what libyaml makes of the whole text, and as much is said of them.
inline bool listsHold(const std::string& text) {
  const auto fast = manifest::readLists(text, "assay.yaml");
  const auto slow = manifest::readListsWhole(text, "assay.yaml");
  if (!fast || !slow) return !fast && !slow && sameError(fast.error(), slow.error());
  if (fast->error.has_value() != slow->error.has_value()) return false;
  if (fast->error && !sameError(*fast->error, *slow->error)) return false;
  return fast->manifest == slow->manifest && fast->diagnostics.all() == slow->diagnostics.all();
}

/// The text as a manifest, and as a part of one. What is refused is refused with a word.
inline bool manifestHolds(const std::string& text) {
  Diagnostics diagnostics;
  if (!listsHold(text)) return false;
  auto read = manifest::readManifest(text, "assay.yaml", diagnostics);
  if (read ? !takenManifestHolds(*std::move(read)) : read.error().message.empty()) return false;
  const auto part = manifest::readFragment(text, "part.yaml", diagnostics);
  if (!part) return !part.error().message.empty();
  const std::string written = manifest::writeFragment(*part);
  const auto again = manifest::readFragment(written, "part.yaml", diagnostics);
  return again && manifest::writeFragment(*again) == written;
}

}  // namespace assay::fuzz
