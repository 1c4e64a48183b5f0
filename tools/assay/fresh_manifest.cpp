// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/fresh_manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <system_error>
#include <utility>

#include "assay/scan_summary.h"
#include "instrument/prepare.h"
#include "manifest/manifest.h"
#include "support/file.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using model::AnnotatedFunction;
using model::Manifest;

// What only the previous manifest knows: keys of a newer version.
void carryOver(const Manifest& before, Manifest& now) {
  now.unknownKeys = before.unknownKeys;
  std::map<std::string, const model::TaggedFile*> files;
  for (const model::TaggedFile& file : before.files) files[file.path] = &file;
  for (model::TaggedFile& file : now.files) {
    const auto old = files.find(file.path);
    if (old == files.end()) continue;
    file.unknownKeys = old->second->unknownKeys;
  }
  std::map<std::pair<std::uint64_t, std::string>, const AnnotatedFunction*> functions;
  for (const AnnotatedFunction& function : before.functions)
    functions[{function.id, function.file}] = &function;
  for (AnnotatedFunction& function : now.functions) {
    const auto old = functions.find({function.id, function.file});
    if (old == functions.end()) continue;
    function.unknownKeys = old->second->unknownKeys;
  }
}

bool isInside(const fs::path& file, const fs::path& path) {
  return std::mismatch(path.begin(), path.end(), file.begin(), file.end()).first == path.end();
}

}  // namespace

Expected<std::optional<Manifest>> previousManifest(const fs::path& file, Diagnostics& diagnostics) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return std::nullopt;
  Diagnostics aboutTheOld;
  auto previous = manifest::loadManifest(file, aboutTheOld);
  if (previous) {
    for (const Diagnostic& diagnostic : aboutTheOld.all())  // the rest is about to be replaced
      if (diagnostic.id == manifest::kNewerFormatId) diagnostics.add(diagnostic);
    return std::optional<Manifest>(*std::move(previous));
  }
  Error error = std::move(previous).error();
  if (error.hint.empty())
    error.hint = fmt::format("restore {}, or delete it and run `assay scan` again", shownPath(file));
  return std::unexpected(std::move(error));
}

Expected<void> refuseToNarrow(const Manifest& before, const std::vector<std::string>& paths,
                              const fs::path& file) {
  const auto isLeftOut = [&](const AnnotatedFunction& function) {
    return std::ranges::none_of(paths, [&](const std::string& path) {
      return isInside(fs::path(function.file).lexically_normal(), path);
    });
  };
  const auto lost = paths.empty() ? 0 : std::ranges::count_if(before.functions, isLeftOut);
  if (lost == 0) return {};
  return fail(ErrorCode::Usage,
              fmt::format("{} covers more than these paths: {} of its {} functions would be lost",
                          shownPath(file), lost, before.functions.size()),
              "scan the whole tree, or write elsewhere with -o FILE");
}

void takeOver(const std::optional<Manifest>& before, const std::vector<std::string>& unread, Manifest& fresh,
              Diagnostics& diagnostics) {
  instrument::fillOutcomes(fresh, before ? &*before : nullptr);
  if (before) {
    carryOver(*before, fresh);
    manifest::keepTaggedBodies(*before, fresh);
    manifest::keepUnread(*before, unread, fresh, diagnostics);
  }
  manifest::sortManifest(fresh);
}

ExitCode compareWithDisk(const std::optional<Manifest>& before, const Manifest& fresh, const fs::path& file) {
  const auto onDisk = readFile(file);
  if (onDisk && *onDisk == manifest::writeManifest(fresh)) {
    std::cout << fmt::format("{} is up to date: {} function(s)\n", shownPath(file), fresh.functions.size());
    return ExitCode::Done;
  }
  std::cout << differenceText(before.value_or(Manifest{}), fresh, shownPath(file));
  return ExitCode::Findings;
}

Expected<void> writeIfChanged(const fs::path& file, const Manifest& fresh) {
  const std::string text = manifest::writeManifest(fresh);
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return writeFileAtomically(file, text);
  const auto onDisk = readFile(file);
  return onDisk && *onDisk == text ? Expected<void>() : writeFileAtomically(file, text);
}

}  // namespace assay::tool
