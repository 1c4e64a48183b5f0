// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/find_suspects.h"

#include <utility>

#include "scan/read_sources.h"
#include "scan/tree_walk.h"

namespace assay::scan {
namespace {

constexpr std::string_view kOfTags = "assay-tag-";

}  // namespace

FileSearch findFiles(const ScanOptions& options, Diagnostics& diagnostics) {
  WalkedTree tree =
      walkTree({options.parse.root, options.paths, options.exclude, options.skip, options.jobs}, diagnostics);
  FileSearch found{{}, tree.complete};
  for (WalkedFile& file : tree.files) found.files.push_back(std::move(file.path));
  return found;
}

SuspectSearch findSuspects(const ScanOptions& options, Diagnostics& diagnostics) {
  ScanOptions asked = options;
  asked.tags.suspects = true;
  Diagnostics said;
  const WalkedTree tree =
      walkTree({asked.parse.root, asked.paths, asked.exclude, asked.skip, asked.jobs}, said);
  SourceReading reading = readSources({asked.parse.root, tree.files, asked}, said);
  for (const Diagnostic& one : said.all())
    if (!one.id.starts_with(kOfTags)) diagnostics.add(one);
  return {std::move(reading.suspects), tree.complete && reading.complete};
}

}  // namespace assay::scan
