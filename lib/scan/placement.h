// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One tag -> the functions that it means, by where it stands. Knows one tag at a time; which of several wins
// is attach.cpp's business. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/annotated_function.h"
#include "scan/facts.h"
#include "scan/tokens.h"
#include "source/source_text.h"
#include "source/span.h"
#include "tag/read_tags.h"

namespace assay::scan {

constexpr bool isInside(source::Span inner, source::Span outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// A function of which a tag covers some lines.
struct PartlyCovered {
  const FoundFunction* function = nullptr;
  model::LineRange covered;
};

struct Placement {
  std::vector<const FoundFunction*> functions;
  std::vector<PartlyCovered> partly = {};  ///< of a region whose ends lie inside functions
  model::Scope scope = model::Scope::Function;
  model::LineRange covered = {};  ///< of Scope::Block
  std::size_t reach =
      0;  ///< bytes of the scope that the tag stands at; 0 = the function itself; the smaller wins
  source::Span within = {};      ///< what the tag reaches when `reach` is not 0
  bool inactive = false;         ///< the tag means code that #if skips
  bool unreadable = false;       ///< the tag means code that the parser made nothing of
  bool stopped = false;          ///< `standsAbove` is something definite, and not simply nothing
  std::string standsAbove = {};  ///< without functions: what it stands at, for a reader
};

class Placer {
 public:
  /// All must outlive it.
  Placer(const source::SourceText& text, const TokenStream& tokens, const FileFacts& facts)
      : text_(text), tokens_(tokens), facts_(facts) {}

  [[nodiscard]] Placement place(const tag::TagOccurrence& tag) const;
  /// The functions with a body in a part of the text that are not inside one another.
  [[nodiscard]] std::vector<const FoundFunction*> outermostIn(source::Span span) const;
  /// Whether #if skips the beginning of a span.
  [[nodiscard]] bool isInactive(source::Span span) const;

 private:
  struct Target;

  [[nodiscard]] Placement above(const tag::TagOccurrence& tag) const;
  [[nodiscard]] Placement aboveDeclaration(source::Span run) const;
  [[nodiscard]] Placement inBody(const FoundFunction& function, source::Span run) const;
  [[nodiscard]] Placement trailing(source::Span run) const;
  [[nodiscard]] Placement trailingInBody(const FoundFunction& function, source::Span run) const;
  [[nodiscard]] Placement trailingDeclaration(source::Span run) const;
  [[nodiscard]] Placement region(source::Span region) const;
  [[nodiscard]] std::vector<PartlyCovered> partlyIn(source::Span region) const;
  [[nodiscard]] Placement wide(source::Span reach, model::Scope scope, std::string what) const;
  [[nodiscard]] Placement ofScope(const FoundScope& scope) const;
  [[nodiscard]] Placement ofOther(const FoundOther& other) const;
  [[nodiscard]] Placement ofStatement(const FoundFunction& function, source::Span statement,
                                      bool compound) const;
  [[nodiscard]] Placement block(const FoundFunction& function, source::Span lines) const;
  [[nodiscard]] Placement atTarget(const Target& target) const;

  [[nodiscard]] bool isFileHeader(source::Span run) const;
  [[nodiscard]] bool isInDirective(std::size_t offset) const;
  [[nodiscard]] unsigned lineOf(std::size_t offset) const { return text_.positionOf(offset).line; }
  [[nodiscard]] const FoundFunction* innermostBody(std::size_t offset) const;
  [[nodiscard]] const FoundScope* innermostScope(std::size_t offset) const;
  [[nodiscard]] const FoundFunction* headAround(std::size_t offset) const;
  [[nodiscard]] const FoundScope* scopeHeadAround(std::size_t offset) const;
  [[nodiscard]] const FoundOther* otherAround(std::size_t offset) const;
  [[nodiscard]] std::vector<const FoundFunction*> madeByMacrosIn(source::Span span) const;
  [[nodiscard]] Target nextTarget(std::size_t from, std::size_t limit) const;

  const source::SourceText& text_;
  const TokenStream& tokens_;
  const FileFacts& facts_;
};

}  // namespace assay::scan
