// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a tag comment says, as plain data. Produced by the tag room, kept by the manifest, joined to metrics
// by the id.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace assay::model {

/// Who wrote the code, as the tag declares it. `Human` is an explicit negative ("AI Use: No AI").
enum class Authorship { Generated, Assisted, Modified, Human };

/// What a tag covers.
enum class Scope { Function, Block, Class, Namespace, Region, File };

/// An ISO 8601 date or timestamp as written and checked ("2024-01-15", "2026-07-08T14:32:00Z"); empty = none.
using IsoDate = std::string;

/// One tag. All text is the user's, decoded from the comment (escapes resolved, continuation lines joined by
/// '\n' in prompts and by a blank elsewhere), not escaped for any output. Empty = not given; nothing is
/// invented.
struct Tag {
  Authorship authorship = Authorship::Generated;
  std::string model;            ///< as written: "GPT-4", "Claude Opus 4"
  std::string normalizedModel;  ///< "openai/gpt-4"; empty when the name is not recognised
  std::string tool;             ///< "GitHub Copilot", "Cursor"
  IsoDate date;
  std::string prompt;
  std::string note;  ///< free text of the tag that is none of the fields (a purpose, a description)
  /// `key: value` pairs beyond the fields above, keys in lower case, in order of appearance ("reviewed-by",
  /// "monitor").
  std::vector<std::pair<std::string, std::string>> extra;

  bool operator==(const Tag&) const = default;
};

}  // namespace assay::model
