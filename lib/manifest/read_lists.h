// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two long lists of a manifest, read while the text is parsed: a document of all their entries would be
// several times as large as the manifest. A text in the form that writeManifest() gives it is parsed in
// pieces: the lists apart from the rest, of the long one a piece per thread. Any other, and any in which
// something is wrong, is parsed as a whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.h"
#include "model/manifest.h"
#include "support/diagnostics.h"

namespace assay::manifest {

/// A manifest's text in pieces: what stands before its lists, and their entries.
struct CutText {
  std::string_view head;      ///< to the end of the line `files:`, or `functions:` where no files are listed
  document::YamlPiece files;  ///< empty where none are
  std::vector<document::YamlPiece> functions;  ///< each begins with an entry; the mark of the end is left out
};

/// The functions in at most `count` pieces of about equal length. Nothing when the text is not as
/// writeManifest() lays it out. That a piece is elements of one list is for its reader to prove
/// (document::parseYamlElements), and that the head has no `functions` of its own.
std::optional<CutText> cutText(std::string_view text, std::size_t count);

/// The lists are read before it is known whether this program can read the rest. So what is wrong in them and
/// what they warn of is kept, to be said after what matters more.
struct ReadLists {
  document::Value rest;        ///< the document, with the two lists left empty
  model::Manifest manifest;    ///< its files and functions; nothing else is filled in
  std::optional<Error> error;  ///< the first thing wrong in an entry: what follows it is left out
  Diagnostics diagnostics;
};

/// Fails as document::parseYaml does.
Expected<ReadLists> readLists(std::string_view text, const std::string& name);

/// The same by libyaml alone and in one piece: readLists() must never give anything else. (What is left of
/// the lists in `rest` may be a list or nothing.)
Expected<ReadLists> readListsWhole(std::string_view text, const std::string& name);

}  // namespace assay::manifest
