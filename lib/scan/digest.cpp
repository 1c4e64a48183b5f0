// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/digest.h"

#include <algorithm>
#include <set>
#include <utility>

#include "scan/attach.h"
#include "scan/one_text.h"

namespace assay::scan {
namespace {

void markGuessed(FileFacts& facts) {
  for (FoundFunction& function : facts.functions) function.entry.precision = model::Precision::Inferred;
}

FileView viewOf(const TaggedSource& source, const FileFacts& facts) {
  FileView view{source.path, !facts.sawErrors, {}, {}, {}};
  Attached attached = attachTags(source.text, source.reading, facts, view.diagnostics);
  view.entries = std::move(attached.entries);
  view.hidden = std::move(attached.hidden);
  return view;
}

}  // namespace

TargetResult digest(const Target& target, const CompileCommand& command, std::vector<FileFacts> facts,
                    const std::vector<TaggedSource>& sources) {
  TargetResult result;
  result.command = command;
  std::set<std::string> asking;
  for (const std::size_t index : target.views) asking.insert(sources[index].realPath);
  for (const std::size_t index : target.declared) asking.insert(sources[index].realPath);
  const auto isAsking = [&](const std::string& file) { return asking.contains(file); };
  for (FileFacts& file : facts) {
    if (command.guessed) markGuessed(file);
    for (const std::size_t index : target.views)
      if (file.wanted && sources[index].realPath == file.file)
        result.views.push_back(sharesBodies(file) ? viewOf(sources[index], withOneOfEachBody(file))
                                                  : viewOf(sources[index], file));
    for (FoundFunction& function : file.functions)
      if (function.isDefinition && !function.bodySkipped && std::ranges::any_of(function.askedBy, isAsking))
        result.definitions.push_back(std::move(function.entry));
  }
  return result;
}

}  // namespace assay::scan
