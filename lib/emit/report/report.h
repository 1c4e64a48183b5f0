// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Manifest -> the inventory a person reads: totals and coverage, by model, directory, month, and what needs
// attention. Everything comes from the manifest, and from what the caller found out; no file is opened.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/manifest.h"
#include "model/reconciliation.h"

namespace assay::emit::report {

/// Lines that stand together in one commit's version of a file, or in the file as it is.
struct CommittedLines {
  std::string revision;  ///< the commit's hash; empty = no commit has them
  std::string path;      ///< relative to the repository's root
  model::LineRange lines;
};

/// By entry of the manifest that is reported; without any where it cannot be said which commit has them.
using Committed = std::map<const model::AnnotatedFunction*, std::vector<CommittedLines>>;

/// What a document says of where it comes from. Nothing of it is found out here, so that the same input gives
/// the same bytes.
struct Origin {
  std::string tool = {};     ///< version of the program
  std::string time = {};     ///< "2026-01-15T10:30:00Z"; empty = nobody said
  Committed committed = {};  ///< for formats with Format::namesRevisions
};

/// How wide and colourful text may be, and what documents say of themselves; each format takes what it needs.
struct Presentation {
  std::size_t columns = 80;  ///< of the terminal; text stays within it, down to 40
  bool colour = false;
  Origin origin = {};
  const model::Reconciliations* sources = nullptr;  ///< null = nobody asked for them
  /// In front of paths in formats for code hosts, to make them relative to another folder than the
  /// manifest's: empty, or ends in '/'.
  std::string prefix = {};
};

using Writer = std::string (*)(const model::Manifest& manifest, const Presentation& presentation);

struct Format {
  std::string_view name;  ///< "text", "csv"
  std::string_view help;
  Writer write;
  bool alone = false;           ///< one document: a parser takes nothing else in its stream
  bool namesRevisions = false;  ///< takes Origin::committed, which somebody must have asked git about
};

/// The formats by name, in the order of the help text. A new one is one row and one file.
std::span<const Format> formats();
const Format* findFormat(std::string_view name);

}  // namespace assay::emit::report
