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
}

Value functionValue(const Draft& draft, const AnnotatedFunction& function,
                    const std::vector<TakenBack>& taken) {
  Value value;
  value.set("id", "0x" + hex64(function.id)).set("name", function.name);
  value.set("line", function.bodyBegin.known() ? function.bodyBegin.line : function.tagLine);
  setOutcome(value, function.outcome.value_or(instrument::judge(function)));
  if (const PlannedGuard* guard = guardOf(draft, function)) {
    value.set("guard", source::macroOf(instrument::formOf(function).form));
    value.set("edits", std::uint64_t{1 + guard->notices.size()});
  }
  const auto cause = std::ranges::find_if(
      taken, [&](const TakenBack& one) { return one.file == draft.plan.file && one.id == function.id; });
  if (cause != taken.end()) value.set("taken-back-for", diagnosticValue(cause->cause));
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
