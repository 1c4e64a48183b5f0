// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay review`: what the history says of the functions, between two periods.
#include <fmt/format.h>

#include <ctime>
#include <iostream>

#include "assay/command.h"
#include "assay/review_input.h"
#include "assay/served_history.h"
#include "emit/review/review.h"
#include "manifest/manifest.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using emit::review::Document;
using insight::FunctionReview;

constexpr const char* kRegression = "regression";

Expected<void> checkFailOn(const config::Settings& settings) {
  if (!settings.has("fail-on") || settings.text("fail-on") == kRegression) return {};
  return fail(ErrorCode::Usage,
              fmt::format("--fail-on does not know '{}'", visibleText(settings.text("fail-on"))),
              kRegression);
}

// No manifest at all is fine, as in `assay top`; one that was asked for must be readable.
Expected<std::optional<model::Manifest>> readManifest(Invocation& invocation) {
  const auto path = manifestPath(invocation.settings);
  if (!path) return std::nullopt;
  auto manifest = manifest::loadManifest(*path, invocation.diagnostics);
  if (manifest) return *std::move(manifest);
  if (invocation.settings.has("manifest")) return std::unexpected(std::move(manifest).error());
  invocation.diagnostics.error("assay-telemetry-003", manifest.error());
  return std::nullopt;
}

// By id, by name, or by the end of a qualified name.
bool isMeant(const FunctionReview& review, const std::string& asked) {
  const std::string& name = review.subject.name;
  return asked == "0x" + hex64(review.subject.id) || asked == name || name.ends_with("::" + asked);
}

Expected<std::string> explain(const Document& document, const std::string& asked, bool json) {
  std::string text;
  for (const FunctionReview& review : document.functions) {
    if (!isMeant(review, asked)) continue;
    if (json && !text.empty())
      return fail(ErrorCode::Usage, fmt::format("several functions are called '{}'", visibleText(asked)),
                  "0x and the id of one: `assay review --json` lists them");
    if (!text.empty()) text += '\n';
    text += json ? writeExplanationJson(document, review) : writeExplanation(document, review);
  }
  if (!text.empty()) return text;
  return fail(ErrorCode::Usage,
              fmt::format("no function '{}' was called in these periods", visibleText(asked)),
              "its name, or 0x and its id: `assay review --json` lists them");
}

Expected<std::string> outputOf(const config::Settings& settings, const Document& document) {
  const bool json = settings.flag("json");
  if (settings.has("explain")) return explain(document, settings.text("explain"), json);
  return json ? writeJson(document) : writeText(document);
}

bool hasRegression(const Document& document) {
  return std::ranges::any_of(document.functions, [](const FunctionReview& review) {
    return review.standing == insight::Standing::Worse;
  });
}

}  // namespace

const VerbHelp kReviewHelp = {"review", "", "",
                              "  assay review                     this week against the one before\n"
                              "  assay review --since 1d --against 7d --fail-on regression\n"
                              "  assay review --explain parseHeader\n"};

Expected<ExitCode> reviewCommand(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  ASSAY_TRY_VOID(checkFailOn(settings));
  ASSAY_TRY(const ReviewQuestion question, reviewQuestionOf(settings, std::time(nullptr)));
  ASSAY_TRY(history::Reader reader, openHistory(settings));
  ASSAY_TRY(const auto manifest, readManifest(invocation));
  ASSAY_TRY(const Document document, readReview(reader, question, manifest ? &*manifest : nullptr));
  ASSAY_TRY(const std::string output, outputOf(settings, document));
  std::cout << output;
  if (invocation.diagnostics.hasErrors()) return ExitCode::Incomplete;
  return settings.has("fail-on") && hasRegression(document) ? ExitCode::Findings : ExitCode::Done;
}

}  // namespace assay::tool
