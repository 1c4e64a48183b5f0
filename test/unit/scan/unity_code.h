// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For tests of this room: code in memory parsed as one unit of many files, and each of the files alone for
// comparison.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "scan/file_kind.h"
#include "scan/unity.h"
#include "tagged_code.h"

namespace assay::scan::test {

using NamedText = std::pair<std::string, std::string>;

/// What stands in the unit, in order; and the other files that there are.
struct Together {
  std::vector<NamedText> sections;
  std::vector<NamedText> others = {};
  std::vector<std::string> flags = {"-std=c++20"};
};

/// "TAG" in a text is the tag of a function.
inline std::string tagged(const std::string& text) {
  return replaceAll(text, "TAG ", "// AI-generated: x\n");
}

class Unity {
 public:
  explicit Unity(Together code) : code_(std::move(code)) {
    for (auto* files : {&code_.sections, &code_.others})
      for (auto& [name, text] : *files) add(name, text = tagged(text));
    for (const auto& [name, text] : code_.sections) {
      const bool unit = isUnit(kindOf(name));
      sections_.push_back({pathOf(name), unit, unit ? macrosOf(text) : std::vector<std::string>()});
    }
    outcomes_ = collectUnity(commandFor(code_.sections.front().first), sections_, wanted_, environment_);
  }

  [[nodiscard]] const SectionOutcome& of(const std::string& name) const {
    for (std::size_t i = 0; i < sections_.size(); ++i)
      if (sections_[i].file == pathOf(name)) return outcomes_.at(i);
    throw std::out_of_range(name);
  }
  [[nodiscard]] std::string why(const std::string& name) const { return of(name).why; }

  /// Sure, and with exactly the functions that a parse of the file alone shows.
  void expectSure(const std::string& name) const {
    ASSERT_TRUE(of(name).sure) << name << ": " << of(name).why;
    const UnitOutcome alone = collectUnit(commandFor(name), wanted_, {}, environment_);
    EXPECT_EQ(entriesOf(of(name).facts, name), entriesOf(alone.facts, name)) << name;
    EXPECT_FALSE(entriesOf(alone.facts, name).empty()) << name << " compares nothing";
  }
  void expectAllSure() const {
    for (const auto& [name, text] : code_.sections) expectSure(name);
  }
  void expectUnsure(const std::string& name, const std::string& why) const {
    EXPECT_FALSE(of(name).sure) << name;
    EXPECT_NE(of(name).why.find(why), std::string::npos) << name << ": " << of(name).why;
    EXPECT_TRUE(of(name).facts.empty()) << name;
  }

 private:
  static std::vector<model::AnnotatedFunction> entriesOf(const std::vector<FileFacts>& facts,
                                                         const std::string& name) {
    std::vector<model::AnnotatedFunction> entries;
    for (const FileFacts& file : facts)
      if (file.path == name)
        for (const FoundFunction& function : file.functions) entries.push_back(function.entry);
    return entries;
  }

  void add(const std::string& name, const std::string& text) {
    environment_.overlays.push_back({pathOf(name), text});
    if (text.find("AI-") == std::string::npos) return;
    const source::SourceText source(name, text);
    const tag::TagReading reading = readSimpleTags(source);
    wanted_.push_back({pathOf(name), wantedBodies(source, reading), replacedBy(reading), shadowsIn(reading)});
  }

  [[nodiscard]] CompileCommand commandFor(const std::string& name) const {
    const std::string compiler = kindOf(name) == FileKind::CSource ? "clang" : "clang++";
    CompileCommand command{std::string(kRoot), pathOf(name), {compiler}};
    command.arguments.insert(command.arguments.end(), code_.flags.begin(), code_.flags.end());
    if (kindOf(name) == FileKind::Header) command.arguments.emplace_back("-xc++-header");
    return command;
  }

  Together code_;
  ParseEnvironment environment_{std::string(kRoot), {}, {}, {}};
  std::vector<UnitySection> sections_;
  std::vector<WantedText> wanted_;
  std::vector<SectionOutcome> outcomes_;
};

}  // namespace assay::scan::test
