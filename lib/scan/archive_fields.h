// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The fields of what the result cache keeps, in order. A change here needs a new kFormat in
// result_cache.cpp.
#pragma once

#include "model/manifest.h"
#include "scan/archive.h"
#include "scan/directives.h"
#include "scan/file_stamp.h"
#include "scan/read_sources.h"
#include "scan/scan.h"
#include "scan/scan_target.h"
#include "support/diagnostics.h"

namespace assay {

template <class Archive>
void fields(Archive& archive, Location& value) {
  archive(value.file, value.line, value.column);
}

template <class Archive>
void fields(Archive& archive, Diagnostic& value) {
  archive(value.severity, value.id, value.where, value.message, value.hint, value.excerpt, value.length);
}

template <class Archive>
void fields(Archive& archive, Diagnostics& value) {
  std::vector<Diagnostic> all = value.all();
  archive(all);
  if constexpr (Archive::kReads)
    for (Diagnostic& one : all) value.add(std::move(one));
}

}  // namespace assay

namespace assay::source {

template <class Archive>
void fields(Archive& archive, Span& value) {
  archive(value.begin, value.end);
}

template <class Archive>
void fields(Archive& archive, Position& value) {
  archive(value.line, value.column);
}

template <class Archive>
void fields(Archive& archive, CostSignSeen& value) {
  archive(value.sign, value.line, value.depth);
}

template <class Archive>
void fields(Archive& archive, Outline& value) {
  archive(value.lines, value.functions, value.functionLines);
}

}  // namespace assay::source

namespace assay::tag {

template <class Archive>
void fields(Archive& archive, Suspect& value) {
  archive(value.span, value.tag, value.text, value.suggestion, value.confidence);
}

template <class Archive>
void fields(Archive& archive, TagOccurrence& value) {
  archive(value.tag, value.history, value.span, value.run, value.trailing, value.reach, value.region);
}

template <class Archive>
void fields(Archive& archive, TagReading& value) {
  archive(value.tags, value.suspects);
}

}  // namespace assay::tag

namespace assay::model {

template <class Archive>
void fields(Archive& archive, TraitSet& value) {
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < static_cast<unsigned>(Trait::AfterLast); ++i)
    if (value.has(static_cast<Trait>(i))) bits |= std::uint64_t{1} << i;
  archive(bits);
  if constexpr (Archive::kReads)
    for (unsigned i = 0; i < static_cast<unsigned>(Trait::AfterLast); ++i)
      if ((bits >> i & 1) != 0) value.add(static_cast<Trait>(i));
}

template <class Archive>
void fields(Archive& archive, Tag& value) {
  archive(value.authorship, value.model, value.normalizedModel, value.tool, value.date, value.prompt,
          value.note, value.extra);
}

template <class Archive>
void fields(Archive& archive, LineRange& value) {
  archive(value.first, value.last);
}

template <class Archive>
void fields(Archive& archive, Outcome& value) {
  archive(value.coverage, value.code, value.text, value.errors, value.input, value.type, value.rollout);
}

template <class Archive>
void fields(Archive& archive, EditPoint& value) {
  archive(value.kind, value.begin, value.end);
}

template <class Archive>
void fields(Archive& archive, Input& value) {
  archive(value.of, value.size, value.when, value.type);
}

template <class Archive>
void fields(Archive& archive, Replacement& value) {
  archive(value.asked, value.name, value.id, value.signature, value.problem, value.result, value.parameters,
          value.shadow, value.shadowProblem, value.self, value.compare);
}

template <class Archive>
void fields(Archive& archive, UnknownKey& value) {
  archive(value.key, value.yaml);
}

template <class Archive>
void fields(Archive& archive, BodySketch& value) {
  archive(value.exact, value.statements, value.kept);
}

template <class Archive>
void fields(Archive& archive, AnnotatedFunction& value) {
  archive(value.id, value.name, value.also, value.signature, value.kind, value.linkage, value.traits);
  archive(value.file, value.lines, value.bodyBegin, value.bodyEnd, value.points, value.inputs, value.replaces,
          value.tagLine, value.tagFile, value.covered);
  archive(value.tag, value.history, value.scope, value.state, value.precision, value.bodyFingerprint,
          value.costs, value.sketch, value.drift, value.configurations, value.errorPolicy, value.outcome,
          value.unknownKeys);
}

template <class Archive>
void fields(Archive& archive, TaggedFile& value) {
  archive(value.path, value.hash, value.unknownKeys);
}

template <class Archive>
void fields(Archive& archive, TreeTotals& value) {
  archive(value.files, value.lines, value.functions, value.functionLines);
}

template <class Archive>
void fields(Archive& archive, Manifest& value) {
  archive(value.totals, value.files, value.functions, value.unknownKeys);
}

}  // namespace assay::model

namespace assay::scan {

template <class Archive>
void fields(Archive& archive, SkipRules& value) {
  archive(value.vendored, value.generated);
}

template <class Archive>
void fields(Archive& archive, FileStamp& value) {
  archive(value.size, value.modifiedNanos, value.changedNanos, value.inode, value.device);
}

template <class Archive>
void fields(Archive& archive, IncludeLine& value) {
  archive(value.spelling, value.angled);
}

template <class Archive>
void fields(Archive& archive, TagNotes& value) {
  archive(value.text, value.reading, value.diagnostics);
}

template <class Archive>
void fields(Archive& archive, FileReading& value) {
  archive(value.bytes, value.ofInterest, value.leftOut, value.outline, value.signalHandlers, value.tags);
}

template <class Archive>
void fields(Archive& archive, CompileCommand& value) {
  archive(value.folder, value.file, value.arguments, value.guessed);
}

template <class Archive>
void fields(Archive& archive, UnitDiagnostic& value) {
  archive(value.error, value.file, value.line, value.column, value.text);
}

template <class Archive>
void fields(Archive& archive, FileView& value) {
  archive(value.path, value.clean, value.entries, value.hidden, value.diagnostics);
}

template <class Archive>
void fields(Archive& archive, TargetResult& value) {
  archive(value.views, value.definitions, value.command, value.errors, value.files, value.missing,
          value.alone, value.unknownFlags, value.onlyAsked, value.lacking);
}

template <class Archive>
void fields(Archive& archive, FoundSuspect& value) {
  archive(value.file, value.line, value.suspect);
}

template <class Archive>
void fields(Archive& archive, ParseStats& value) {
  archive(value.targets, value.unityUnits, value.together, value.known, value.alone);
}

template <class Archive>
void fields(Archive& archive, ScanStats& value) {
  archive(value.filesRead, value.bytesRead, value.filesTagged, value.parsed, value.compilationDatabase,
          value.filesLeftOut.vendored, value.filesLeftOut.generated);
}

template <class Archive>
void fields(Archive& archive, ScanResult& value) {
  archive(value.manifest, value.suspects, value.stats, value.complete, value.unread);
}

}  // namespace assay::scan
