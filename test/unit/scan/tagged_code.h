// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For tests of this room: code in memory -> facts and entries, as a scan of one file would have them.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "model/annotated_function.h"
#include "scan/attach.h"
#include "scan/facts.h"
#include "scan/parse_unit.h"
#include "scan/wanted.h"
#include "source/comments.h"
#include "source/source_text.h"
#include "support/diagnostics.h"
#include "support/strings.h"
#include "tag/read_tags.h"

// What test/support fills.
namespace assay::test {}

namespace assay::scan::test {

using namespace assay::test;  // "test::" means both, whether this header is included or not

inline constexpr std::string_view kRoot = "/assay-unit-test";

/// Takes "experiment: shadow" and what stands behind it off the end of `text`.
inline void addShadowKeys(std::string& text, model::Tag& tag) {
  constexpr std::string_view kShadow = ", experiment: shadow";
  std::size_t at = text.find(kShadow);
  if (at == std::string::npos) return;
  std::string rest = text.substr(at + kShadow.size());
  text.resize(at);
  tag.extra.emplace_back("experiment", "shadow");
  while ((at = rest.find(": ")) != std::string::npos) {
    const std::size_t end = std::min(rest.find(", ", at), rest.size());
    tag.extra.emplace_back(rest.substr(2, at - 2), rest.substr(at + 2, end - at - 2));
    rest = rest.substr(end);
  }
}

/// Tags of the form `AI-generated: MODEL`, with `[file]` for a file's reach and `AI-human` for a negative.
/// Spares these tests the grammar, which the tag room tests.
inline tag::TagReading readSimpleTags(const source::SourceText& text) {
  tag::TagReading reading;
  const std::vector<source::Comment> comments = source::findComments(text.bytes());
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const std::string_view body = text.slice(comments[i].span);
    const std::size_t head = std::min(body.find("AI-generated"), body.find("AI-human"));
    if (head == std::string_view::npos) continue;
    tag::TagOccurrence tag;
    tag.span = {comments[i].span.begin + head, comments[i].span.end};
    tag.run = comments[i].span;
    tag.trailing = !comments[i].startsLine;
    const auto lineOf = [&](std::size_t offset) { return text.positionOf(offset).line; };
    for (std::size_t j = i; j-- > 0 && !tag.trailing && comments[j].startsLine;) {
      if (lineOf(comments[j].span.end) + 1 != lineOf(tag.run.begin)) break;
      tag.run.begin = comments[j].span.begin;
    }
    for (std::size_t j = i + 1; j < comments.size() && comments[j].startsLine; ++j) {
      if (lineOf(comments[j].span.begin) != lineOf(tag.run.end) + 1) break;
      tag.run.end = comments[j].span.end;
    }
    if (body.find("AI-human") != std::string_view::npos) tag.tag.authorship = model::Authorship::Human;
    if (body.find("[file]") != std::string_view::npos) tag.reach = tag::Reach::File;
    const std::size_t colon = body.find(": ", head);
    if (colon != std::string_view::npos)
      tag.tag.model = trim(body.substr(colon + 2, body.find_first_of("\n*", colon) - colon - 2));
    constexpr std::string_view kReplaces = ", replaces: ";
    if (const std::size_t at = tag.tag.model.find(kReplaces); at != std::string::npos) {
      addShadowKeys(tag.tag.model, tag.tag);
      tag.tag.extra.emplace_back("replaces", tag.tag.model.substr(at + kReplaces.size()));
      tag.tag.model.resize(at);
    }
    reading.tags.push_back(std::move(tag));
  }
  return reading;
}

struct Scanned {
  std::vector<FileFacts> facts;
  std::vector<model::AnnotatedFunction> entries;  ///< of the first file
  std::vector<unsigned> hidden;                   ///< of the first file
  Diagnostics diagnostics;
  std::vector<UnitDiagnostic> errors;

  [[nodiscard]] const FoundFunction* function(std::string_view name) const {
    for (const FileFacts& file : facts)
      for (const FoundFunction& found : file.functions)
        if (found.entry.name == name) return &found;
    return nullptr;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const model::AnnotatedFunction& entry : entries) result.push_back(entry.name);
    return result;
  }
  [[nodiscard]] std::vector<std::string> diagnosticIds() const {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : diagnostics.all()) result.push_back(diagnostic.id);
    return result;
  }
};

struct Code {
  std::string text = {};
  std::string name = "code.cc";
  std::vector<std::string> flags = {"-std=c++20"};
  std::vector<std::pair<std::string, std::string>> others = {};  ///< further files: name, text
  bool everyBody = false;
};

inline std::string pathOf(const std::string& name) {
  return name.starts_with("/") ? name : std::string(kRoot) + "/" + name;
}

inline std::vector<FileFacts> collect(const Code& code, std::vector<UnitDiagnostic>* errors = nullptr) {
  ParseEnvironment environment{std::string(kRoot), {}, {}, {{pathOf(code.name), code.text}}};
  std::vector<WantedText> wanted;
  const auto want = [&](const std::string& name, const std::string& text) {
    const source::SourceText source(name, text);
    const tag::TagReading reading = readSimpleTags(source);
    wanted.push_back({pathOf(name), wantedBodies(source, reading), replacedBy(reading), shadowsIn(reading)});
  };
  want(code.name, code.text);
  for (const auto& [name, text] : code.others) {
    environment.overlays.push_back({pathOf(name), text});
    if (text.find("AI-") != std::string::npos) want(name, text);
  }
  CompileCommand command{
      std::string(kRoot), pathOf(code.name), {code.name.ends_with(".c") ? "clang" : "clang++"}};
  command.arguments.insert(command.arguments.end(), code.flags.begin(), code.flags.end());
  UnitOutcome outcome = collectUnit(command, wanted, {code.everyBody}, environment);
  if (errors != nullptr) *errors = std::move(outcome.diagnostics);
  return std::move(outcome.facts);
}

inline Scanned scanCode(const Code& code) {
  Scanned scanned;
  scanned.facts = collect(code, &scanned.errors);
  const source::SourceText text(code.name, code.text);
  const FileFacts none;
  const FileFacts* facts = &none;
  for (const FileFacts& file : scanned.facts)
    if (file.path == code.name) facts = &file;
  Attached attached = attachTags(text, readSimpleTags(text), *facts, scanned.diagnostics);
  scanned.entries = std::move(attached.entries);
  scanned.hidden = std::move(attached.hidden);
  return scanned;
}

inline Scanned scanCode(std::string text) {
  return scanCode(Code{.text = std::move(text)});
}

}  // namespace assay::scan::test
