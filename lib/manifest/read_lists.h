// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two long lists of a manifest, read while the text is parsed: a document of all their entries would be
// several times as large as the manifest. A long text in the form that writeManifest() gives it is parsed in
// pieces, one per thread; any other, and any in which something is wrong, as a whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.h"
#include "model/manifest.h"
#include "support/diagnostics.h"

namespace assay::manifest {

/// A manifest's text in pieces: what stands before its functions, and the functions.
struct CutText {
  std::string_view head;                    ///< to the end of the line `functions:`
  std::vector<document::YamlPiece> pieces;  ///< each begins with an entry; the mark of the end is left out
};

/// At most `count` pieces of about equal length. Nothing when the text is not as writeManifest() lays it out.
/// That the pieces are elements of one list is for their reader to prove (document::parseYamlElements).
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

}  // namespace assay::manifest
