// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Places every tag, lets the narrower of two reaches win per function, and writes the entries.
#include "scan/attach.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "scan/lexical.h"
#include "scan/placement.h"
#include "scan/sketch.h"
#include "support/hash.h"

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using tag::TagOccurrence;

/// Everything that tags say about one function.
struct Claims {
  const TagOccurrence* whole = nullptr;         ///< of the smallest reach; of two equals the later
  model::Scope scope = model::Scope::Function;  ///< of `whole`
  std::size_t reach = 0;                        ///< of `whole`
  std::vector<model::Tag> overruled;            ///< older tags on the function itself
  std::vector<std::pair<const TagOccurrence*, model::LineRange>> blocks;
};

class Attachment {
 public:
  Attachment(const source::SourceText& text, const FileFacts& facts, Diagnostics& diagnostics)
      : text_(text), facts_(facts), diagnostics_(diagnostics), tokens_(text.bytes()) {}

  Attached run(const tag::TagReading& reading) {
    const Placer placer(text_, tokens_, facts_);
    for (const TagOccurrence& tag : reading.tags) {
      const Placement placement = placer.place(tag);
      const bool hides = claimHidden(tag, placement, placer);
      if (!placement.functions.empty() || !placement.partly.empty())
        claim(tag, placement);
      else if (!hides)
        addWithout(tag, placement);
    }
    for (const auto& [function, claims] : claims_) addEntry(*function, claims);
    std::ranges::sort(entries_, {}, [](const AnnotatedFunction& entry) {
      return std::tuple(entry.lines.first == 0 ? entry.tagLine : entry.lines.first, entry.tagLine, entry.id);
    });
    return {std::move(entries_), {hidden_.begin(), hidden_.end()}};
  }

 private:
  static bool isHuman(const TagOccurrence& tag) { return tag.tag.authorship == model::Authorship::Human; }

  void claim(const TagOccurrence& tag, const Placement& placement) {
    for (const PartlyCovered& part : placement.partly)
      if (!isHuman(tag)) claims_[part.function].blocks.emplace_back(&tag, part.covered);
    for (const FoundFunction* function : placement.functions) {
      Claims& claims = claims_[function];
      if (placement.scope == model::Scope::Block) {
        if (!isHuman(tag)) claims.blocks.emplace_back(&tag, placement.covered);
      } else {
        claimWhole(claims, tag, placement);
      }
    }
  }

  static void claimWhole(Claims& claims, const TagOccurrence& tag, const Placement& placement) {
    if (claims.whole != nullptr && placement.reach > claims.reach) return;
    const bool stacked = claims.whole != nullptr && placement.reach == 0 && claims.reach == 0;
    if (stacked) {
      const auto& history = claims.whole->history;
      claims.overruled.insert(claims.overruled.end(), history.begin(), history.end());
      claims.overruled.push_back(claims.whole->tag);
    }
    claims.whole = &tag;
    claims.scope = placement.scope;
    claims.reach = placement.reach;
  }

  /// What #if skips within a tag's reach: whether the tokens show functions there.
  bool claimHidden(const TagOccurrence& tag, const Placement& placement, const Placer& placer) {
    if (placement.reach == 0 || facts_.inactive.empty()) return false;
    if (!isHuman(tag)) noteHiddenCode(placement.within);
    Placement hidden;
    hidden.scope = placement.scope;
    hidden.reach = placement.reach;
    for (const FoundFunction* function : Placer(text_, tokens_, lexical()).outermostIn(placement.within))
      if (placer.isInactive(function->body) && !isParsed(*function)) hidden.functions.push_back(function);
    for (const FoundFunction* function : hidden.functions) states_.emplace(function, model::State::Inactive);
    claim(tag, hidden);
    return !hidden.functions.empty();
  }

  /// Branches share what is around them: a body of which the tokens took another branch's head.
  [[nodiscard]] bool isParsed(const FoundFunction& read) const {
    return std::ranges::any_of(facts_.functions, [&](const FoundFunction& parsed) {
      return parsed.isDefinition && parsed.extent.begin < read.body.end &&
             read.body.begin < parsed.extent.end;
    });
  }

  void noteHiddenCode(source::Span within) {
    for (const source::Span skipped : facts_.inactive) {
      bool begins = true;  // a run of tokens
      for (std::size_t i = tokens_.firstFrom(std::max(skipped.begin, within.begin));
           i < tokens_.size() && tokens_[i].span.begin < std::min(skipped.end, within.end); ++i) {
        const bool directive = tokens_.isDirective(i);
        if (begins && !directive) hidden_.insert(text_.positionOf(tokens_[i].span.begin).line);
        begins = directive;
      }
    }
  }

  const FileFacts& lexical() {
    if (!lexical_) lexical_ = lexicalFacts(text_);
    return *lexical_;
  }

  void addEntry(const FoundFunction& function, const Claims& claims) {
    AnnotatedFunction entry = function.entry;
    if (const auto known = states_.find(&function); known != states_.end()) entry.state = known->second;
    const bool whole = claims.whole != nullptr && !isHuman(*claims.whole);
    if (!whole && claims.blocks.empty()) return;
    if (whole)
      fillWhole(entry, claims);
    else
      fillBlocks(entry, claims);
    if (function.bodySkipped) sayBodySkipped(entry);
    if (facts_.sawErrors && entry.precision == model::Precision::Exact && touchesError(function.extent))
      entry.precision = model::Precision::Inferred;
    entries_.push_back(std::move(entry));
  }

  [[nodiscard]] bool touchesError(source::Span extent) const {
    return std::ranges::any_of(facts_.errors,
                               [&](source::Span error) { return extent.contains(error.begin); });
  }

  void fillTag(AnnotatedFunction& entry, const TagOccurrence& tag) const {
    entry.tag = tag.tag;
    entry.history.insert(entry.history.end(), tag.history.begin(), tag.history.end());
    entry.tagLine = text_.positionOf(tag.span.begin).line;
  }

  void fillWhole(AnnotatedFunction& entry, const Claims& claims) {
    for (const auto& [block, covered] : claims.blocks) {
      entry.history.insert(entry.history.end(), block->history.begin(), block->history.end());
      entry.history.push_back(block->tag);
    }
    entry.history.insert(entry.history.end(), claims.overruled.begin(), claims.overruled.end());
    fillTag(entry, *claims.whole);
    entry.scope = claims.scope;
    if (!claims.blocks.empty()) saySeveral(*claims.blocks.front().first, entry.name);
  }

  /// One entry per function: the last block's tag is current, the lines are the hull of all.
  void fillBlocks(AnnotatedFunction& entry, const Claims& claims) {
    for (std::size_t i = 0; i + 1 < claims.blocks.size(); ++i) {
      const TagOccurrence& block = *claims.blocks[i].first;
      entry.history.insert(entry.history.end(), block.history.begin(), block.history.end());
      entry.history.push_back(block.tag);
    }
    fillTag(entry, *claims.blocks.back().first);
    entry.scope = model::Scope::Block;
    entry.covered = claims.blocks.front().second;
    for (const auto& [block, covered] : claims.blocks)
      entry.covered = {std::min(entry.covered.first, covered.first),
                       std::max(entry.covered.last, covered.last)};
    entry.sketch = sketchOf(text_.slice(spanOf(entry.covered)));
    if (claims.blocks.size() > 1) saySeveral(*claims.blocks.back().first, entry.name);
  }

  [[nodiscard]] source::Span spanOf(model::LineRange lines) const {
    const std::size_t end = text_.bytes().size();
    return {text_.offsetOf({lines.first, 1}).value_or(end),
            text_.offsetOf({lines.last + 1, 1}).value_or(end)};
  }

  void addWithout(const TagOccurrence& tag, const Placement& placement) {
    if (placement.inactive) return addLexical(tag, model::State::Inactive);
    if (isHuman(tag)) return;
    if (placement.unreadable && facts_.sawErrors && addsLexical(tag, model::State::Uncompiled) != nullptr)
      return;
    sayUnattached(tag, placement);
    addUnattached(tag, placement);
  }

  /// A tag whose code the parser does not have: the tokens tell the name and the lines.
  void addLexical(const TagOccurrence& tag, model::State state) {
    const FoundFunction* function = addsLexical(tag, state);
    if (isHuman(tag)) return;
    const bool hasBody = function != nullptr && !function->body.empty();
    hidden_.insert(text_.positionOf(hasBody ? function->body.begin : tag.span.begin).line);
    if (function != nullptr) return;
    Placement placement;
    placement.inactive = state == model::State::Inactive;
    addUnattached(tag, placement);
  }

  /// The first function that the tokens show for the tag; null when there is none.
  const FoundFunction* addsLexical(const TagOccurrence& tag, model::State state) {
    Placement placement = Placer(text_, tokens_, lexical()).place(tag);
    placement.partly.clear();
    if (placement.functions.empty()) return nullptr;
    for (const FoundFunction* function : placement.functions) states_.emplace(function, state);
    claim(tag, placement);
    if (!isHuman(tag)) sayLexical(tag, state, *placement.functions.front());
    return placement.functions.front();
  }

  void addUnattached(const TagOccurrence& tag, const Placement& placement) {
    AnnotatedFunction entry;
    const std::string text(text_.slice(tag.span));
    const std::size_t ordinal = ++ordinals_[text];
    entry.id = hash64(text_.name() + "\n" + text + "\n" + std::to_string(ordinal));
    entry.file = text_.name();
    entry.linkage = model::Linkage::None;
    entry.scope = placement.scope;
    entry.state = placement.inactive ? model::State::Inactive : model::State::Unattached;
    entry.precision = model::Precision::Lexical;
    fillTag(entry, tag);
    entries_.push_back(std::move(entry));
  }

  [[nodiscard]] Diagnostic at(const TagOccurrence& tag, Severity severity, std::string id) const {
    const source::Position where = text_.positionOf(tag.span.begin);
    const std::string line(text_.line(where.line));
    const std::size_t room = line.size() >= where.column ? line.size() - where.column + 1 : 1;
    Diagnostic diagnostic{severity, std::move(id), {text_.name(), where.line, where.column}, {}};
    diagnostic.excerpt = line;
    diagnostic.length = std::min(std::max<std::size_t>(1, tag.span.size()), room);
    return diagnostic;
  }

  void sayUnattached(const TagOccurrence& tag, const Placement& placement) {
    const bool hasReach = placement.reach > 0;
    Diagnostic diagnostic = at(tag, Severity::Warning,
                               hasReach            ? "assay-scan-104"
                               : placement.stopped ? "assay-scan-101"
                                                   : "assay-scan-102");
    diagnostic.message = "this tag belongs to no function: it stands at " + placement.standsAbove;
    diagnostic.hint = "put the tag directly above a function, or behind its opening brace";
    diagnostics_.add(std::move(diagnostic));
  }

  void sayLexical(const TagOccurrence& tag, model::State state, const FoundFunction& function) {
    const bool inactive = state == model::State::Inactive;
    Diagnostic diagnostic = at(tag, inactive ? Severity::Note : Severity::Warning,
                               inactive ? "assay-scan-103" : "assay-scan-108");
    diagnostic.message =
        inactive ? "'" + function.entry.name + "' is in a branch of #if that this build skips"
                 : "'" + function.entry.name + "' could not be parsed; it was read off its tokens";
    diagnostics_.add(std::move(diagnostic));
  }

  void saySeveral(const TagOccurrence& tag, const std::string& name) {
    Diagnostic diagnostic = at(tag, Severity::Note, "assay-scan-105");
    diagnostic.message = "several tags inside '" + name + "' were recorded as one entry with a history";
    diagnostics_.add(std::move(diagnostic));
  }

  void sayBodySkipped(AnnotatedFunction& entry) {
    entry.precision = model::Precision::Inferred;
    diagnostics_.warning(
        "assay-scan-109", {text_.name(), entry.lines.first, 0},
        "the body of '" + entry.name + "' was not parsed, so that nothing is known about it");
  }

  const source::SourceText& text_;
  const FileFacts& facts_;
  Diagnostics& diagnostics_;
  TokenStream tokens_;
  std::optional<FileFacts> lexical_;
  std::map<const FoundFunction*, Claims> claims_;        // elements of facts_ and lexical_
  std::map<const FoundFunction*, model::State> states_;  // of those that were read off the tokens
  std::set<unsigned> hidden_;                            // lines
  std::map<std::string, std::size_t> ordinals_;
  std::vector<AnnotatedFunction> entries_;
};

}  // namespace

Attached attachTags(const source::SourceText& text, const tag::TagReading& reading, const FileFacts& facts,
                    Diagnostics& diagnostics) {
  return Attachment(text, facts, diagnostics).run(reading);
}

}  // namespace assay::scan
