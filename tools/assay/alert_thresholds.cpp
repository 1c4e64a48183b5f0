// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/alert_thresholds.h"

#include <fmt/format.h>

#include <string_view>

#include "source/path_rules.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using emit::rules::Thresholds;

struct CompiledRule {
  std::string function;
  source::PathRules files;
  Thresholds thresholds;
  Location where;
  bool holds = false;  // for some function

  [[nodiscard]] bool isFor(const model::AnnotatedFunction& one) const {
    return function == one.name || files.covers(one.file);
  }
};

Expected<std::vector<CompiledRule>> compiled(const std::vector<config::ThresholdRule>& rules) {
  std::vector<CompiledRule> all;
  for (const config::ThresholdRule& rule : rules) {
    auto thresholds = emit::rules::readThresholds(rule.words);
    if (!thresholds) {
      thresholds.error().where = rule.where;
      return std::unexpected(std::move(thresholds).error());
    }
    CompiledRule& one = all.emplace_back(CompiledRule{rule.functions, {}, *thresholds, rule.where});
    one.files.addLine(rule.functions);
  }
  return all;
}

// Words that instrument knows (`monitor: off`) leave the function without a guard: there is nothing to watch.
bool isOff(std::string_view words) {
  return equalsIgnoringCase(words, "off") || equalsIgnoringCase(words, "no") ||
         equalsIgnoringCase(words, "false");
}

Expected<Thresholds> promisedBy(std::string_view words) {
  ASSAY_TRY(const double exponent, emit::rules::readComplexity(words));
  return Thresholds{.sizeExponent = exponent};
}

Thresholds ofTag(const model::AnnotatedFunction& function, Diagnostics& diagnostics) {
  Thresholds all;
  for (const auto& [key, words] : function.tag.extra) {
    if (key != "complexity" && (key != "monitor" || isOff(words))) continue;
    auto thresholds = key == "complexity" ? promisedBy(words) : emit::rules::readThresholds(words);
    if (thresholds)
      all = merged(all, *thresholds);
    else
      diagnostics.warning("assay-alerts-001",
                          {function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0},
                          thresholds.error().message, thresholds.error().hint);
  }
  return all;
}

// A name that was mistyped, or whose function is gone, would leave a function without its limit in silence.
void sayWhatIsForNobody(const std::vector<CompiledRule>& policy, Diagnostics& diagnostics) {
  for (const CompiledRule& rule : policy)
    if (!rule.holds)
      diagnostics.warning("assay-alerts-002", rule.where,
                          fmt::format("the thresholds of `{}` are for no function of the manifest",
                                      visibleText(rule.function)),
                          "a function's full name, or a pattern of files as in .gitignore");
}

}  // namespace

Expected<emit::rules::ThresholdsById> thresholdsOf(const model::Manifest& manifest,
                                                   const std::vector<config::ThresholdRule>& rules,
                                                   Diagnostics& diagnostics) {
  ASSAY_TRY(std::vector<CompiledRule> policy, compiled(rules));
  emit::rules::ThresholdsById byId;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    if (function.name.empty()) continue;
    Thresholds thresholds;
    for (CompiledRule& rule : policy) {
      if (!rule.isFor(function)) continue;
      rule.holds = true;
      thresholds = merged(thresholds, rule.thresholds);
    }
    thresholds = merged(thresholds, ofTag(function, diagnostics));
    if (thresholds != Thresholds{}) byId[function.id] = thresholds;
  }
  sayWhatIsForNobody(policy, diagnostics);
  return byId;
}

}  // namespace assay::tool
