// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two findings that are full of what formats have to escape.
#pragma once

#include <vector>

#include "emit/check/check.h"
#include "support/sample_manifest.h"

namespace assay::emit::check {

class SampleResult {
 public:
  SampleResult() {
    entry_ = test::tagged("shop::total<\x1b[31m>", "src/a,b.cpp", 5, 9);
    entry_.id = 0xa1;
    entry_.signature = "int () const";
    entry_.tag.prompt = "]]> <b>\x01&\xff";
    findings_.push_back({.policy = policy::Policy::ModelMissing,
                         .severity = Severity::Error,
                         .where = {"src/a,b.cpp", 4, 0},
                         .message = "the tag of `shop::total<\x1b[31m>` names no model",
                         .hint = "say \"which\" & why, 100%",
                         .entry = &entry_,
                         .id = 0xa1});
    findings_.push_back({.policy = policy::Policy::PromptMissing,
                         .severity = Severity::Note,
                         .where = {"src/a,b.cpp", 0, 0},
                         .message = "line\nbreak",
                         .hint = "keep it",
                         .entry = nullptr,
                         .id = 2});
  }
  SampleResult(const SampleResult&) = delete;
  SampleResult& operator=(const SampleResult&) = delete;

  [[nodiscard]] Result result() const {
    return {.findings = findings_,
            .rules = rules_,
            .entries = 12,
            .known = 3,
            .baseline = 4,
            .failOn = Severity::Error,
            .today = "2026-11-29",
            .tool = "1.2.3",
            .prefix = "sub/"};
  }

 private:
  model::AnnotatedFunction entry_;
  std::vector<policy::Finding> findings_;
  policy::RuleSet rules_ = policy::RuleSet::byDefault();
};

}  // namespace assay::emit::check
