// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The words before a colon in a tag and what they mean. Lower case, '-' between words; '_' and blanks count
// as '-'.
#pragma once

#include <string_view>

namespace assay::tag {

enum class Field { Model, Tool, Date, Prompt, Note, Extra };

struct KeyRow {
  std::string_view spelling;
  Field field;
  std::string_view name;  ///< what an extra key is called in the tag
};

inline constexpr KeyRow kKeys[] = {
    {"model", Field::Model, "model"},
    {"models", Field::Model, "model"},
    {"model-name", Field::Model, "model"},
    {"ai-model", Field::Model, "model"},
    {"llm", Field::Model, "model"},
    {"ai", Field::Model, "model"},
    {"tool", Field::Tool, "tool"},
    {"tools", Field::Tool, "tool"},
    {"ai-tool", Field::Tool, "tool"},
    {"generator", Field::Tool, "tool"},
    {"harness", Field::Tool, "tool"},
    {"agent", Field::Tool, "tool"},
    {"assistant", Field::Tool, "tool"},
    {"date", Field::Date, "date"},
    {"created", Field::Date, "date"},
    {"generated-on", Field::Date, "date"},
    {"generated-at", Field::Date, "date"},
    {"timestamp", Field::Date, "date"},
    {"prompt", Field::Prompt, "prompt"},
    {"prompt-used", Field::Prompt, "prompt"},
    {"note", Field::Note, "note"},
    {"notes", Field::Note, "note"},
    {"purpose", Field::Note, "note"},
    {"description", Field::Note, "note"},
    {"reviewed-by", Field::Extra, "reviewed-by"},
    {"reviewer", Field::Extra, "reviewed-by"},
    {"reviewed", Field::Extra, "reviewed-by"},
    {"monitor", Field::Extra, "monitor"},
    {"sample", Field::Extra, "sample"},
    {"replaces", Field::Extra, "replaces"},
    {"rollout", Field::Extra, "rollout"},
    {"experiment", Field::Extra, "experiment"},
    {"budget", Field::Extra, "budget"},
    {"breaker", Field::Extra, "breaker"},
    {"compare", Field::Extra, "compare"},
    {"side-effects", Field::Extra, "side-effects"},
    {"complexity", Field::Extra, "complexity"},
    {"errors", Field::Extra, "errors"},
    {"size", Field::Extra, "size"},
    {"type", Field::Extra, "type"},
    {"accepted-by", Field::Extra, "accepted-by"},
    {"verified-by", Field::Extra, "verified-by"},
    {"author-review", Field::Extra, "author-review"},
    {"human-modified", Field::Extra, "human-modified"},
    {"prompt-ref", Field::Extra, "prompt-ref"},
    {"prompt-id", Field::Extra, "prompt-id"},
    {"session", Field::Extra, "session"},
    {"scope", Field::Extra, "scope"},
    {"engineer", Field::Extra, "engineer"},
    {"supervising-engineer", Field::Extra, "supervising-engineer"},
    {"level-of-human-supervision", Field::Extra, "level-of-human-supervision"},
};

/// Labels that documentation puts before a colon: on a line of their own they are prose, not a key of the tag
/// above.
inline constexpr std::string_view kProseLabels[] = {
    "arg",       "args",       "argument",   "arguments",     "attention",
    "author",    "authors",    "brief",      "bug",           "caution",
    "copyright", "default",    "deprecated", "details",       "email",
    "example",   "examples",   "exception",  "exceptions",    "file",
    "fix",       "fixme",      "hack",       "hint",          "http",
    "https",     "important",  "input",      "inputs",        "invariant",
    "license",   "licence",    "output",     "outputs",       "param",
    "parameter", "parameters", "params",     "postcondition", "precondition",
    "post",      "pre",        "project",    "remark",        "remarks",
    "requires",  "result",     "results",    "ret",           "retval",
    "return",    "returns",    "see",        "since",         "spdx-license-identifier",
    "summary",   "throws",     "tip",        "todo",          "updated",
    "url",       "usage",      "version",    "warning",       "where",
    "xxx",       "public",     "private",    "protected",     "case",
    "if",        "else",
};

}  // namespace assay::tag
