// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The head word of a tag at the start of a comment line, and whether what follows is a tag's body or running
// prose.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/tag.h"
#include "tag/read_tags.h"

namespace assay::tag {

/// What stands behind a head word.
enum class Follows {
  Nothing,  ///< the line ends: a bare tag
  Fields,
  Prose,     ///< the words go on as a sentence: no tag
  Negation,  ///< "AI-generated: no price …": prose behind a colon; no tag either, but worth a note
};

struct Head {
  model::Authorship authorship = model::Authorship::Generated;
  std::size_t begin = 0;   ///< offsets into the line: of the head word
  std::size_t end = 0;     ///< behind the head word and its bracket
  std::size_t fields = 0;  ///< where fields begin (Follows::Fields)
  Follows follows = Follows::Nothing;
  bool colon = false;      ///< ':' or '=' follows
  bool needsKeys = false;  ///< a heading ("AI Assistance Disclosure:") that counts only with keys below it
  bool wholeFile = false;  ///< "AI-generated file"
};

/// `line` is undecorated.
std::optional<Head> matchHead(std::string_view line, const ReadOptions& options);

/// The length of "AI-generated", "ai assisted", "AI_Modified" … at the start of `text`; 0 when there is none.
std::size_t headWord(std::string_view text, model::Authorship& authorship);

/// The head word that a misspelt one was meant to be, when a ':' or '(' or nothing follows: "AI-genarated:"
/// -> "AI-generated".
std::optional<std::string_view> misspeltHead(std::string_view line);

/// True when the line breaks off in the middle of a sentence, so that the next line's first words belong to
/// it.
bool breaksOff(std::string_view line);

}  // namespace assay::tag
