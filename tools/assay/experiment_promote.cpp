// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/experiment_promote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "assay/scan_request.h"
#include "source/diff_lines.h"
#include "source/insertion.h"
#include "source/source_text.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/strings.h"
#include "tag/leave_out.h"

namespace assay::tool {
namespace {

constexpr std::array<std::string_view, 8> kOfExperiments = {"replaces", "rollout", "experiment",   "budget",
                                                            "breaker",  "compare", "side-effects", "key"};

// A tag that stands where this one stood may be another one's.
Expected<source::SourceText> sourceOf(const std::string& file, const model::Manifest& manifest,
                                      const std::filesystem::path& root) {
  ASSAY_TRY(std::string bytes, readFile(root / file));
  if (source::hasInsertions(bytes))
    return failAt({file}, "has guards in it", "take them out with `assay instrument --strip`");
  const auto scanned = std::ranges::find(manifest.files, file, &model::TaggedFile::path);
  if (scanned == manifest.files.end() || scanned->hash != contentHash(bytes))
    return failAt({file}, "has changed since the scan", "run `assay scan` again");
  return source::SourceText(file, std::move(bytes));
}

}  // namespace

Expected<std::string> promotionOf(const experiment::KnownExperiment& known, const model::Manifest& manifest,
                                  const std::filesystem::path& root, const config::Settings& settings) {
  const auto entry = std::ranges::find(manifest.functions, known.id, &model::AnnotatedFunction::id);
  if (entry == manifest.functions.end())
    return fail(ErrorCode::Input, fmt::format("no manifest knows where {} is", visibleText(known.name)),
                "run `assay scan`, or name the manifest with --manifest");
  const std::string& file = entry->tagFile.empty() ? entry->file : entry->tagFile;
  ASSAY_TRY(const source::SourceText text, sourceOf(file, manifest, root));
  tag::ReadOptions options;
  ASSAY_TRY(options.aliases, aliasesOf(settings));
  ASSAY_TRY(const std::string promoted, tag::withoutFields(text, entry->tagLine, kOfExperiments, options));
  return source::oneHunkDiff(file, text.bytes(), promoted);
}

}  // namespace assay::tool
