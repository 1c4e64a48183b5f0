// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The manifest's text form: assay.yaml. Deterministic (sorted, no time, no machine), readable, diffable; the
// format is docs/reference/manifest.md and manifest.schema.json.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/manifest.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::manifest {

/// Of the warning that a manifest is of a newer format.
inline constexpr std::string_view kNewerFormatId = "assay-manifest-001";

/// Version of the format that this program writes. Older ones are read; a newer one is read with a warning
/// when its `compatible` key allows it, and refused otherwise.
inline constexpr int kFormatVersion = 1;

/// Sorts functions by file, line, id and files by path: the order of the written form.
void sortManifest(model::Manifest& manifest);

/// Adds to `now` what `before` says of the files that could not be read this time (`unread`: root-relative
/// files, and folders that end in '/'), and says so in a warning per file: nothing tagged is lost to a failed
/// read.
void keepUnread(const model::Manifest& before, const std::vector<std::string>& unread, model::Manifest& now,
                Diagnostics& diagnostics);

/// Gives the functions of `now` the sketches that `before` has of them, where date, model and prompt of the
/// tag are still the same, and says how far their bodies have come from there. A function is known again by
/// its name and file where one function only has them in both, else by its id and file, else by its id alone
/// when that is one function's in both and no function of the earlier one's name is left in the earlier file.
/// Where `before` has no sketch, what is there now is what was tagged.
void keepTaggedBodies(const model::Manifest& before, model::Manifest& now);

/// The YAML text. Same manifest, same bytes, on every machine. Keys it did not know when reading are written
/// back.
std::string writeManifest(const model::Manifest& manifest);

/// Reads YAML text; `name` is used in messages. Fails (Input) with line and column on malformed YAML, wrong
/// types and an incompatible version. Things that can be lived with (an unknown trait, a duplicate id) are
/// diagnostics.
Expected<model::Manifest> readManifest(std::string_view text, const std::string& name,
                                       Diagnostics& diagnostics);

/// The same for a file.
Expected<model::Manifest> loadManifest(const std::filesystem::path& path, Diagnostics& diagnostics);

/// `assay.yaml` in `start` or the nearest folder above it; fails (Usage) with the command that makes one.
Expected<std::filesystem::path> findManifest(const std::filesystem::path& start);

}  // namespace assay::manifest
