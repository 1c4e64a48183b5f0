// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/instrument_audit.h"

#include <algorithm>

#include "document/value.h"
#include "instrument/guard_form.h"
#include "instrument/judge.h"
#include "model/names.h"
#include "source/insertion.h"
#include "support/hash.h"

namespace assay::tool {
namespace {

using document::Array;
using document::Object;
using document::Value;
using instrument::Draft;
using instrument::PlannedGuard;
using instrument::TakenBack;
using model::AnnotatedFunction;

const PlannedGuard* guardOf(const Draft& draft, const AnnotatedFunction& function) {
  const auto& guards = draft.plan.guards;
  const auto at = std::ranges::find(guards, function.id, &PlannedGuard::id);
  return at == guards.end() ? nullptr : &*at;
}

Value diagnosticValue(const instrument::FoundDiagnostic& cause) {
  return Object{{"file", cause.file, {}},
                {"line", cause.line, {}},
                {"column", cause.column, {}},
                {"text", cause.text, {}}};
}

void setUnlessEmpty(Value& value, std::string_view key, const std::string& text) {
  if (!text.empty()) value.set(key, text);
}

void setOutcome(Value& value, const model::Outcome& outcome) {
  value.set("coverage", model::nameOf(outcome.coverage));
  setUnlessEmpty(value, "code", outcome.code);
  setUnlessEmpty(value, "text", outcome.text);
  setUnlessEmpty(value, "errors", outcome.errors);
  setUnlessEmpty(value, "input", outcome.input);
  setUnlessEmpty(value, "type", outcome.type);
}

// What of the guard was taken back, and what for.
void setTakenBack(Value& value, const std::vector<const TakenBack*>& taken) {
  Array leftOut;
  for (const TakenBack* one : taken) {
    if (!one->extra) {
      value.set("taken-back-for", diagnosticValue(one->cause));
      continue;
    }
    const std::string_view what = *one->extra == instrument::Extra::Type    ? "type"
                                  : *one->extra == instrument::Extra::Input ? "input"
                                                                            : "failures";
    leftOut.push_back(Object{{"what", what, {}}, {"for", diagnosticValue(one->cause), {}}});
  }
  if (!leftOut.empty()) value.set("left-out", std::move(leftOut));
}

Value functionValue(const Draft& draft, const AnnotatedFunction& function,
                    const std::vector<TakenBack>& taken) {
  Value value;
  value.set("id", "0x" + hex64(function.id)).set("name", function.name);
  value.set("line", function.bodyBegin.known() ? function.bodyBegin.line : function.tagLine);
  setOutcome(value, function.outcome.value_or(instrument::judge(function)));
  if (const PlannedGuard* guard = guardOf(draft, function)) {
    value.set("guard", source::macroOf(instrument::kindOf(function)));
    value.set("edits", std::uint64_t{1 + guard->notices.size()});
  }
  std::vector<const TakenBack*> ofFunction;
  for (const TakenBack& one : taken)
    if (one.file == draft.plan.file && one.id == function.id) ofFunction.push_back(&one);
  setTakenBack(value, ofFunction);
  return value;
}

}  // namespace

std::string instrumentAudit(const model::Manifest& manifest, const std::vector<Draft>& drafts,
                            const std::vector<TakenBack>& taken) {
  Array files;
  for (const Draft& draft : drafts) {
    Array functions;
    for (const AnnotatedFunction& function : manifest.functions)
      if (function.file == draft.plan.file) functions.push_back(functionValue(draft, function, taken));
    files.push_back(Object{{"path", draft.plan.file, {}},
                           {"edits", std::uint64_t{draft.plan.edits().size()}, {}},
                           {"functions", std::move(functions), {}}});
  }
  return document::writeJson(Object{{"version", 1, {}}, {"files", std::move(files), {}}});
}

}  // namespace assay::tool
