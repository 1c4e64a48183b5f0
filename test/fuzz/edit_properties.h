// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What holds for the edits of any text with functions at any places: asked by the fuzzer of any bytes, and by
// a unit test of the fuzzer's seeds.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/line_diff.h"
#include "instrument/plan.h"
#include "source/comments.h"
#include "source/edit.h"
#include "source/insertion.h"
#include "support/hash.h"

namespace assay::test {

/// A text and offsets of would-be braces, read off a fuzzer's bytes: text, a zero, two bytes for each offset.
/// Without a zero, every brace of the text is one.
struct EditCase {
  std::string text;
  std::vector<std::size_t> braces;

  static EditCase of(std::string_view bytes) {
    const std::size_t zero = bytes.rfind('\0');
    EditCase made{withoutInsertions(bytes.substr(0, zero)), {}};
    if (zero == std::string_view::npos) {
      for (std::size_t i = 0; i < made.text.size(); ++i)
        if (made.text[i] == '{' || made.text.substr(i, 2) == "<%") made.braces.push_back(i);
    } else {
      for (std::size_t i = zero + 1; i + 1 < bytes.size(); i += 2)
        made.braces.push_back(
            (static_cast<unsigned char>(bytes[i]) * 256U + static_cast<unsigned char>(bytes[i + 1])) %
            (made.text.size() + 1));
    }
    return made;
  }

  // What is left behind an insertion may look like one; a user's file does not.
  static std::string withoutInsertions(std::string_view bytes) {
    std::string text(bytes);
    while (source::hasInsertions(text)) text = source::stripInsertions(text);
    return text;
  }
};

/// One text on its way through plan, edit and strip. Every check gives the broken property, or nothing.
class EditProperties {
 public:
  explicit EditProperties(EditCase given) : text_("fuzzed", std::move(given.text)) {
    for (const std::size_t offset : given.braces) {
      model::AnnotatedFunction function;
      function.id = 0x9e3779b97f4a7c15U * (functions_.size() + 1);
      function.name = text_.bytes().substr(offset / 2, 9);
      function.bodyBegin = text_.positionOf(offset);
      functions_.push_back(std::move(function));
    }
  }

  std::string_view broken() {
    const auto planned = planOf(text_);
    if (!planned) return "a text with the manifest's hash is planned";
    if (planned->guards.size() + planned->refused.size() != functions_.size())
      return "every function has a guard or a refusal";
    const auto rewritten = source::applyEdits(text_.bytes(), planned->edits());
    if (!rewritten) return "edits do not overlap";
    if (const auto what = brokenBy(*planned); !what.empty()) return what;
    return brokenBy(*rewritten, !planned->guards.empty());
  }

 private:
  Expected<instrument::FilePlan> planOf(const source::SourceText& text) const {
    std::vector<const model::AnnotatedFunction*> functions;
    for (const auto& function : functions_) functions.push_back(&function);
    return instrument::plan(text, {"fuzzed", contentHash(text.bytes()), {}}, functions);
  }

  std::string_view brokenBy(const instrument::FilePlan& plan) const {
    if (plan.include.size() != (plan.guards.empty() ? 0U : 1U))
      return "a header for guards, and for nothing else";
    if (plan.include.empty()) return {};
    const std::size_t place = plan.include.front().range.begin;
    if (std::ranges::any_of(plan.guards, [&](const auto& guard) { return guard.edit.range.begin < place; }))
      return "the header stands before every guard";
    return isLineToIncludeIn(place) ? "" : "the header stands at the start of a line that is free for it";
  }

  bool isLineToIncludeIn(std::size_t place) const {
    const std::string_view text = text_.bytes();
    const bool mark = place == 3 && text.starts_with("\xef\xbb\xbf");
    if (place != 0 && !mark && text[place - 1] != '\n') return false;
    if (text.substr(0, place).ends_with("\\\n") || text.substr(0, place).ends_with("\\\r\n")) return false;
    return std::ranges::none_of(source::findComments(text), [&](const source::Comment& comment) {
      return comment.span.begin < place && place < comment.span.end;
    });
  }

  std::string_view brokenBy(const std::string& rewritten, bool guarded) const {
    if (source::hasInsertions(rewritten) != guarded) return "what was inserted is found again";
    const std::string stripped = source::stripInsertions(rewritten);
    if (stripped != text_.bytes()) return "strip gives the bytes back";
    if (std::ranges::count(rewritten, '\n') != std::ranges::count(text_.bytes(), '\n'))
      return "no line is added";
    const source::SourceText again("fuzzed", stripped);
    const auto planned = planOf(again);
    if (!planned) return "the same text is planned again";
    const auto second = source::applyEdits(again.bytes(), planned->edits());
    if (!second || *second != rewritten) return "the same again gives the same";
    const std::string diff = instrument::lineDiff("fuzzed", text_.bytes(), rewritten);
    return diff.empty() == guarded ? "a diff shows the guards" : "";
  }

  source::SourceText text_;
  std::vector<model::AnnotatedFunction> functions_;
};

/// Empty, or the property of its edits that these bytes break.
inline std::string_view brokenEditProperty(std::string_view bytes) {
  return EditProperties(EditCase::of(bytes)).broken();
}

}  // namespace assay::test
