// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_function.h"

#include <fmt/format.h>

#include "manifest/places.h"
#include "manifest/read_tag.h"

namespace assay::manifest {
namespace {

using document::Value;
using model::AnnotatedFunction;
using model::Outcome;

void readId(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  if (const auto number = value.asUnsigned()) {  // a reformatter may have taken the quotes away
    function.id = *number;
    return;
  }
  const std::string text = reader.text(value, "id");
  const auto id = text.starts_with("0x") ? hexOf(std::string_view(text).substr(2)) : std::nullopt;
  if (!id)
    return reader.refuse(value, fmt::format("`id` must be 0x and 16 hexadecimal digits, not `{}`", text));
  function.id = *id;
}

model::LineRange readLines(FieldReader& reader, const Value& value, std::string_view key) {
  const std::string text = reader.text(value, key);
  const auto range = lineRangeOf(text);
  if (!range) reader.refuse(value, fmt::format("`{}` must be two lines like 12-40, not `{}`", key, text));
  return range.value_or(model::LineRange{});
}

void readBody(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  const std::string text = reader.text(value, "body");
  const auto body = bodyRangeOf(text);
  if (!body)
    return reader.refuse(value, fmt::format("`body` must be two places like 12:30-40:1, not `{}`", text));
  function.bodyBegin = body->begin;
  function.bodyEnd = body->end;
}

// One of a newer version is passed over: the entry's outcome is judged again by the next scan.
void readPoints(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  for (const Value& item : reader.list(value, "points")) {
    const std::string text = reader.text(item, "points");
    if (const auto point = editPointOf(text))
      function.points.push_back(*point);
    else
      reader.warn("assay-manifest-003", item,
                  fmt::format("the point `{}` is not known to this version", text));
  }
}

constexpr Field<model::Input> kInputFields[] = {
    {"of", [](FieldReader& r, const Value& v, model::Input& i) { i.of = r.text(v, "of"); }},
    {"size", [](FieldReader& r, const Value& v, model::Input& i) { i.size = r.text(v, "size"); }},
    {"when", [](FieldReader& r, const Value& v, model::Input& i) { i.when = r.text(v, "when"); }},
    {"type", [](FieldReader& r, const Value& v, model::Input& i) { i.type = r.text(v, "type"); }},
};

void readInput(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  model::Input input;
  warnUnknown(reader,
              readFields(reader, std::span<const Field<model::Input>>(kInputFields),
                         reader.map(value, "input"), input),
              "input");
  function.inputs.push_back(std::move(input));
}

void readInputs(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  if (value.type() != document::Type::List) return readInput(reader, value, function);
  for (const Value& item : reader.list(value, "input")) readInput(reader, item, function);
}

std::uint64_t readOldId(FieldReader& reader, const Value& value) {
  const std::string text = reader.text(value, "id");
  const auto id = text.starts_with("0x") ? hexOf(std::string_view(text).substr(2)) : std::nullopt;
  if (!id) reader.refuse(value, fmt::format("`id` must be 0x and 16 hexadecimal digits, not `{}`", text));
  return id.value_or(0);
}

void readParameters(FieldReader& reader, const Value& value, model::Replacement& old) {
  for (const Value& item : reader.list(value, "parameters"))
    old.parameters.push_back(reader.text(item, "parameters"));
}

using Old = model::Replacement;
constexpr Field<Old> kReplacementFields[] = {
    {"asked", [](FieldReader& r, const Value& v, Old& o) { o.asked = r.text(v, "asked"); }},
    {"name", [](FieldReader& r, const Value& v, Old& o) { o.name = r.text(v, "name"); }},
    {"id", [](FieldReader& r, const Value& v, Old& o) { o.id = readOldId(r, v); }},
    {"signature", [](FieldReader& r, const Value& v, Old& o) { o.signature = r.text(v, "signature"); }},
    {"problem", [](FieldReader& r, const Value& v, Old& o) { o.problem = r.text(v, "problem"); }},
    {"result", [](FieldReader& r, const Value& v, Old& o) { o.result = r.text(v, "result"); }},
    {"parameters", readParameters},
    {"shadow", [](FieldReader& r, const Value& v, Old& o) { o.shadow = r.text(v, "shadow"); }},
    {"shadow-problem",
     [](FieldReader& r, const Value& v, Old& o) { o.shadowProblem = r.text(v, "shadow-problem"); }},
    {"self", [](FieldReader& r, const Value& v, Old& o) { o.self = r.text(v, "self"); }},
    {"compare", [](FieldReader& r, const Value& v, Old& o) { o.compare = r.text(v, "compare"); }},
};

void readReplacement(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  Old old;
  warnUnknown(
      reader,
      readFields(reader, std::span<const Field<Old>>(kReplacementFields), reader.map(value, "replaces"), old),
      "replaces");
  function.replaces.push_back(std::move(old));
}

void readReplaces(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  if (value.type() != document::Type::List) return readReplacement(reader, value, function);
  for (const Value& item : reader.list(value, "replaces")) readReplacement(reader, item, function);
}

void readTagPlace(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  if (const auto line = value.asUnsigned(); line && *line > 0 && *line <= 0xFFFFFFFFu) {
    function.tagLine = static_cast<unsigned>(*line);
    return;
  }
  const std::string text = reader.text(value, "tag-at");
  const auto place = fileLineOf(text);
  if (!place)
    return reader.refuse(value, fmt::format("`tag-at` must be a line or file:line, not `{}`", text));
  function.tagFile = place->file;
  function.tagLine = place->line;
}

void readTraits(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  for (const Value& item : reader.list(value, "traits")) {
    const std::string word = reader.text(item, "traits");
    if (const auto trait = model::valueOf<model::Trait>(word))
      function.traits.add(*trait);
    else
      reader.warn("assay-manifest-003", item,
                  fmt::format("the trait `{}` is not known to this version", word));
  }
}

void readCosts(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  for (const Value& item : reader.list(value, "costs")) {
    const std::string text = reader.text(item, "costs");
    if (const auto cost = costOf(text))
      function.costs.push_back(*cost);
    else
      reader.warn("assay-manifest-003", item,
                  fmt::format("the cost `{}` is not known to this version", text));
  }
}

void readAlso(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  for (const Value& item : reader.list(value, "also")) function.also.push_back(reader.text(item, "also"));
}

void readConfigurations(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  for (const Value& item : reader.list(value, "configurations"))
    function.configurations.push_back(reader.text(item, "configurations"));
}

void readFingerprint(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  const std::string text = reader.text(value, "fingerprint");
  const auto fingerprint = hexOf(text);
  if (!fingerprint)
    return reader.refuse(value, fmt::format("`fingerprint` must be 16 hexadecimal digits, not `{}`", text));
  function.bodyFingerprint = *fingerprint;
}

void readSketch(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  const auto sketch = bodySketchOf(reader.text(value, "sketch"));
  if (!sketch) return reader.refuse(value, "`sketch` must be a number, a colon and base64 of that length");
  function.sketch = *sketch;
}

void readDrift(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  const std::size_t drift = reader.count(value, "drift");
  if (drift > 100) return reader.refuse(value, "`drift` must be a number of per cent");
  function.drift = static_cast<unsigned>(drift);
}

constexpr Field<Outcome> kOutcomeFields[] = {
    {"coverage",
     [](FieldReader& r, const Value& v, Outcome& o) { o.coverage = r.word<model::Coverage>(v, "coverage"); }},
    {"code", [](FieldReader& r, const Value& v, Outcome& o) { o.code = r.text(v, "code"); }},
    {"text", [](FieldReader& r, const Value& v, Outcome& o) { o.text = r.text(v, "text"); }},
    {"errors", [](FieldReader& r, const Value& v, Outcome& o) { o.errors = r.text(v, "errors"); }},
    {"input", [](FieldReader& r, const Value& v, Outcome& o) { o.input = r.text(v, "input"); }},
    {"type", [](FieldReader& r, const Value& v, Outcome& o) { o.type = r.text(v, "type"); }},
    {"rollout", [](FieldReader& r, const Value& v, Outcome& o) { o.rollout = r.text(v, "rollout"); }},
};

void readOutcome(FieldReader& reader, const Value& value, AnnotatedFunction& function) {
  Outcome outcome;
  warnUnknown(reader,
              readFields(reader, std::span<const Field<Outcome>>(kOutcomeFields),
                         reader.map(value, "outcome"), outcome),
              "outcome");
  function.outcome = std::move(outcome);
}

using F = AnnotatedFunction;
constexpr Field<F> kFunctionFields[] = {
    {"id", readId},
    {"name", [](FieldReader& r, const Value& v, F& f) { f.name = r.text(v, "name"); }},
    {"also", readAlso},
    {"signature", [](FieldReader& r, const Value& v, F& f) { f.signature = r.text(v, "signature"); }},
    {"kind", [](FieldReader& r, const Value& v, F& f) { f.kind = r.word<model::FunctionKind>(v, "kind"); }},
    {"linkage",
     [](FieldReader& r, const Value& v, F& f) { f.linkage = r.word<model::Linkage>(v, "linkage"); }},
    {"file", [](FieldReader& r, const Value& v, F& f) { f.file = r.text(v, "file"); }},
    {"lines", [](FieldReader& r, const Value& v, F& f) { f.lines = readLines(r, v, "lines"); }},
    {"body", readBody},
    {"points", readPoints},
    {"input", readInputs},
    {"replaces", readReplaces},
    {"tag-at", readTagPlace},
    {"history", [](FieldReader& r, const Value& v, F& f) { f.history = readHistory(r, v); }},
    {"scope", [](FieldReader& r, const Value& v, F& f) { f.scope = r.word<model::Scope>(v, "scope"); }},
    {"covers", [](FieldReader& r, const Value& v, F& f) { f.covered = readLines(r, v, "covers"); }},
    {"state", [](FieldReader& r, const Value& v, F& f) { f.state = r.word<model::State>(v, "state"); }},
    {"precision",
     [](FieldReader& r, const Value& v, F& f) { f.precision = r.word<model::Precision>(v, "precision"); }},
    {"configurations", readConfigurations},
    {"traits", readTraits},
    {"costs", readCosts},
    {"fingerprint", readFingerprint},
    {"sketch", readSketch},
    {"drift", readDrift},
    {"error-policy", [](FieldReader& r, const Value& v, F& f) { f.errorPolicy = r.text(v, "error-policy"); }},
    {"outcome", readOutcome},
};

// The tag's keys stand among the function's.
void readTagFields(FieldReader& reader, std::vector<const document::Member*>& rest, model::Tag& tag) {
  std::erase_if(rest, [&](const document::Member* member) {
    for (const Field<model::Tag>& field : tagFields()) {
      if (field.key != member->key) continue;
      field.read(reader, member->value, tag);
      return true;
    }
    return false;
  });
}

}  // namespace

AnnotatedFunction readFunction(FieldReader& reader, const Value& value) {
  AnnotatedFunction function;
  auto rest = readFields(reader, std::span<const Field<F>>(kFunctionFields), reader.map(value, "functions"),
                         function);
  readTagFields(reader, rest, function.tag);
  function.unknownKeys = keepUnknown(rest);
  for (std::string_view required : {"id", "tag"})
    if (value.find(required) == nullptr) reader.refuse(value, fmt::format("the entry has no `{}`", required));
  return function;
}

}  // namespace assay::manifest
