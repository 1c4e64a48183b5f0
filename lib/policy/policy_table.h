// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Data only: one row per policy, in the order in which findings of one place are told.
// docs/reference/check.md has a row for each, which a test compares with this one.
#pragma once

#include "policy/rules.h"

namespace assay::policy {

inline constexpr PolicyRow kPolicies[] = {
    {Policy::ManifestOutdated, "manifest-outdated", Severity::Error, true, Subject::Tree, "",
     "the manifest on disk is not what a scan finds; with --scan", "run `assay scan` and commit the result"},
    {Policy::TagOnNothing, "tag-on-nothing", Severity::Warning, true, Subject::Function, "",
     "a tag belongs to no function", "move it to the line above the function"},
    {Policy::Uncompiled, "uncompiled", Severity::Warning, true, Subject::Function, "",
     "a tag stands in code that could not be parsed", "scan with the build's flags (-p)"},
    {Policy::Inactive, "inactive", Severity::Note, true, Subject::Function, "",
     "a tag stands in code that no build compiles",
     "remove dead code, or scan the configuration that has it"},
    {Policy::MalformedTag, "malformed-tag", Severity::Warning, true, Subject::Tag, "",
     "a tag could not be read as it was meant: a field is given twice, a date is none; with --scan whatever "
     "the scan "
     "says of tags",
     "docs/reference/tag-grammar.md has the form"},
    {Policy::UnknownSetting, "unknown-setting", Severity::Warning, true, Subject::Tag, "",
     "`monitor:` or `errors:` has words that mean nothing, or a key is a known one misspelt",
     "docs/reference/tag-grammar.md has the keys"},
    {Policy::SecretInPrompt, "secret-in-prompt", Severity::Warning, true, Subject::Tag, "",
     "the text of a tag looks like it holds a password, key or token",
     "take it out, and replace the secret: it is known now"},
    {Policy::ModelMissing, "model-missing", Severity::Warning, true, Subject::Tag, "", "a tag names no model",
     "say which model wrote it"},
    {Policy::DateMissing, "date-missing", Severity::Warning, true, Subject::Tag, "", "a tag has no date",
     "say when, as 2024-01-15"},
    {Policy::PromptMissing, "prompt-missing", Severity::Note, true, Subject::Tag, "", "a tag has no prompt",
     "keep what was asked for, as prompt: \"…\""},
    {Policy::FutureDate, "future-date", Severity::Warning, true, Subject::Tag, "",
     "a tag's date is more than a day ahead", "correct the date"},
    {Policy::UnknownModel, "unknown-model", Severity::Note, true, Subject::Tag, "",
     "a tag's model is no name that is recognised", "check the spelling"},
    {Policy::ModelsAllowed, "models-allowed", Severity::Error, false, Subject::Tag, "models",
     "a tag names a model that is none of `models`", "have it written by an allowed model, or by hand"},
    {Policy::ModelsForbidden, "models-forbidden", Severity::Error, false, Subject::Tag, "models",
     "a tag names a model that is one of `models`", "have it written by another model, or by hand"},
    {Policy::AiForbidden, "ai-forbidden", Severity::Error, false, Subject::Function, "",
     "there is AI code in the files of the rule", "write it by hand, or move it elsewhere"},
    {Policy::ReviewRequired, "review-required", Severity::Error, false, Subject::Tag, "",
     "a tag has no `reviewed-by:`", "have it reviewed, and say by whom: reviewed-by: NAME"},
    {Policy::StaleTag, "stale-tag", Severity::Warning, false, Subject::Tag, "days",
     "a tag's date is more than `days` ago", "look at the code again, and renew the tag"},
    {Policy::Drifted, "drifted", Severity::Warning, false, Subject::Function, "most",
     "a body was edited by more than `most` per cent since it was tagged",
     "look whether the tag is still true of it, and give it a new date"},
    {Policy::OldExperiment, "old-experiment", Severity::Warning, false, Subject::Tag, "days",
     "a tag with `rollout:` or `experiment:` has a date more than `days` ago",
     "end the experiment, or renew the tag"},
    {Policy::MustBeMonitored, "must-be-monitored", Severity::Error, false, Subject::Function, "",
     "a function's tag says `monitor: off`", "take that out of the tag"},
    {Policy::MustBeInstrumentable, "must-be-instrumentable", Severity::Error, false, Subject::Function,
     "coverage", "`assay instrument` leaves a function alone, or with `coverage: full` covers it in part",
     "docs/explanation/limits.md says what helps"},
    {Policy::AiLines, "ai-lines", Severity::Error, false, Subject::Tree, "most",
     "of the lines of functions in a folder more than `most` per cent are AI code",
     "write some of it by hand"},
    {Policy::SourceConflict, "source-conflict", Severity::Warning, false, Subject::Function, "",
     "a git-ai note, an Agent Trace record or a trailer names another model than the tag, or a human",
     "`assay report --sources` has all that they say; correct the tag"},
    {Policy::ReviewFinding, "review-finding", Severity::Warning, true, Subject::Function, "",
     "a review found that a function fails often, fails with some inputs, or has become worse; with --review",
     "`assay review --explain FUNCTION` has the evidence"},
};

}  // namespace assay::policy
