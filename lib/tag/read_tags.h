// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text of a file -> the tags its comments declare. The grammar is docs/reference/tag-grammar.md. Pure:
// knows comments and text, deliberately nothing about declarations; which function a tag means is decided by
// the scan room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/tag.h"
#include "source/source_text.h"
#include "source/span.h"
#include "support/diagnostics.h"

namespace assay::tag {

/// What a tag's comment says about its reach, before any declaration is known.
enum class Reach {
  Declaration,  ///< the declaration it stands at, or the block if it stands inside a body
  File,         ///< stands before the first token of the file and says so, or has no declaration below it
  RegionBegin,  ///< opens a region; `regionEnd` is filled when the end was found
};

/// One field of a tag as it stands in a file.
struct FieldPlace {
  std::string key;    ///< as model::Tag calls it, such as "side-effects"; empty: it has none
  source::Span span;  ///< from the key, if any, to the end of the value with its quotes
};

/// One strict tag as it stands in a file. Stacked tags of one comment run are one occurrence.
struct TagOccurrence {
  model::Tag tag;                   ///< the last of the stack
  std::vector<model::Tag> history;  ///< the ones above it, oldest first
  source::Span span;                ///< of the tag's text (from its head word), not of the whole comment
  source::Span run;                 ///< of the whole run of adjacent comments it belongs to
  bool trailing = false;            ///< stands behind code on its line
  Reach reach = Reach::Declaration;
  source::Span
      region;  ///< Reach::RegionBegin: from the end of the opening to the start of the closing comment
  std::vector<FieldPlace> fields;  ///< of `tag`, in order; only where ReadOptions asks for them
};

/// How likely a suspect means that a model wrote the code.
enum class Confidence {
  Low,     ///< a name by itself, "AI" without a name, a shared chat
  Medium,  ///< a name that has other meanings, and who did what with it; or "by" a name that has none
  High     ///< a name that has none, and who did what with it
};

/// "low", "medium", "high"; nothing for another word.
std::string_view wordOf(Confidence confidence);
std::optional<Confidence> confidenceOf(std::string_view word);

/// Free-form authorship ("written with ChatGPT"): a suggestion, never counted and never gated.
struct Suspect {
  source::Span span;
  model::Tag tag;          ///< what could be read: usually the tool, seldom a date
  std::string text;        ///< the comment's line, trimmed
  std::string suggestion;  ///< a ready canonical tag comment, "// AI-assisted: ChatGPT"
  Confidence confidence = Confidence::Low;
};

struct ReadOptions {
  /// Further head words, e.g. "AI生成" or "KI-generiert", each with what it declares.
  std::vector<std::pair<std::string, model::Authorship>> aliases;
  bool suspects = false;
  bool fields = false;  ///< fills TagOccurrence::fields
};

struct TagReading {
  std::vector<TagOccurrence>
      tags;                       ///< in order of offset; explicit negatives are here with Authorship::Human
  std::vector<Suspect> suspects;  ///< none in a run of comments that has a tag: somebody has said it there
};

/// Reads all tags of a file. Malformed fields are diagnostics with the place in the file (assay-tag-NNN); the
/// tag is still returned with what was read. Honours `assay-ignore-start` … `assay-ignore-end` and
/// `assay:ignore`.
TagReading readTags(const source::SourceText& text, const ReadOptions& options, Diagnostics& diagnostics);

/// False when the file certainly holds no strict tag (nor, with `suspects`, a suspect): the prefilter. One
/// pass over the bytes, no allocation; may say true for a file that has none.
bool mayHaveTags(std::string_view bytes, const ReadOptions& options);

/// The canonical comment of a tag, e.g. `// AI-generated: GPT-4, 2024-01-15, prompt: "optimize"`; reads back
/// as the same tag.
std::string printTag(const model::Tag& tag);

/// "GPT-4" -> "openai/gpt-4"; empty when the name is not recognised.
std::string normalizeModel(std::string_view name);

}  // namespace assay::tag
