// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay review`: what a history, segments or a server say of the functions, between two periods.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <set>

#include "assay/command.h"
#include "assay/last_review.h"
#include "assay/review_input.h"
#include "assay/review_output.h"
#include "assay/review_source.h"
#include "assay/review_start.h"
#include "assay/review_versions.h"
#include "assay/terminal.h"
#include "emit/review/review.h"
#include "manifest/manifest.h"
#include "policy/redact.h"
#include "serve/webhook.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using emit::review::Document;
using insight::FunctionReview;

// Everything that can be wrong with the command line comes before the history is read.
struct Asked {
  ReviewQuestion question;
  std::optional<VersionsQuestion> versions;  ///< in place of the question
  ReviewOutputs outputs;
  std::optional<serve::HttpUrl> webhook;
};

constexpr const char* kRegression = "regression";
constexpr std::chrono::seconds kPostPatience{20};

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

Expected<emit::review::Start> startOf(const config::Settings& settings, const model::Manifest& manifest,
                                      const emit::review::Coverage& coverage) {
  ASSAY_TRY(const std::filesystem::path path, manifestPath(settings));
  std::set<std::uint64_t> never;
  for (const insight::Subject& subject : coverage.neverCalled) never.insert(subject.id);
  return whereToStart(manifest, path.parent_path(), never);
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
  const std::string_view what =
      document.versions ? "has two bodies to compare" : "was called in these periods";
  return fail(ErrorCode::Usage, fmt::format("no function '{}' {}", visibleText(asked), what),
              "its name, or 0x and its id: `assay review --json` lists them");
}

// One function is printed; its evidence has no other formats than these.
Expected<void> checkExplained(const config::Settings& settings, const ReviewOutputs& outputs) {
  if (!settings.has("explain")) return {};
  const bool printed = outputs.printed != nullptr && outputs.files.empty();
  if (printed && (outputs.printed->name == "text" || outputs.printed->name == "json")) return {};
  return fail(ErrorCode::Usage, "--explain prints text or JSON", "without --output, --format or --json");
}

Expected<std::string> printedBy(const Asked& asked, const config::Settings& settings,
                                const Document& document) {
  const emit::review::Format* printed = asked.outputs.printed;
  if (settings.has("explain")) return explain(document, settings.text("explain"), printed->name == "json");
  return printed == nullptr ? std::string() : printed->write(document);
}

void redactPrompts(Document& document) {
  const auto redact = [](insight::Subject& subject) {
    if (!subject.prompt.empty()) subject.prompt = policy::kRedacted;
  };
  for (FunctionReview& review : document.functions) redact(review.subject);
  for (insight::Subject& subject : document.coverage.neverCalled) redact(subject);
  for (emit::review::PartlySeen& one : document.coverage.partly) redact(one.subject);
  for (emit::review::StartRow& row : document.start.rows) redact(row.subject);
}

Expected<Asked> askedBy(const config::Settings& settings, Diagnostics& diagnostics) {
  Asked asked;
  ASSAY_TRY_VOID(checkFailOn(settings));
  ASSAY_TRY(asked.outputs, reviewOutputsOf(settings));
  ASSAY_TRY_VOID(checkExplained(settings, asked.outputs));
  if (settings.has("post")) {
    ASSAY_TRY(asked.webhook, serve::webhookAddressOf(settings.text("post")));
  }
  ASSAY_TRY(asked.versions, versionsQuestionOf(settings, std::time(nullptr), diagnostics));
  if (asked.versions && settings.has("last"))
    return fail(ErrorCode::Usage, "--last compares reviews of periods, and --version asks for one of bodies");
  if (!asked.versions) {
    ASSAY_TRY(asked.question, reviewQuestionOf(settings, std::time(nullptr)));
  }
  return asked;
}

// A pipe or a file has room for whole lines; only a terminal (or $COLUMNS) parts them.
std::size_t columnsOfText() {
  const bool bounded = isTerminal(STDOUT_FILENO) || std::getenv("COLUMNS") != nullptr;
  return bounded ? terminalColumns(STDOUT_FILENO) : 0;
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
                              "  assay review --explain parseHeader\n"
                              "  assay review --segments /var/lib/jobs --since 1d\n"
                              "  assay review --version latest --against previous\n"
                              "  assay review --output html=review.html --output markdown=review.md\n"
                              "  assay review --last review.json --output json=review.json\n"};

Expected<ExitCode> reviewCommand(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  ASSAY_TRY(const Asked asked, askedBy(settings, invocation.diagnostics));
  ASSAY_TRY(const auto manifest, readManifest(invocation));
  const model::Manifest* known = manifest ? &*manifest : nullptr;
  ASSAY_TRY(const auto source, reviewSourceOf(settings, known, invocation.diagnostics));
  ASSAY_TRY(Document document, asked.versions ? readVersions(*source, *asked.versions, known)
                                              : readReview(*source, asked.question, known));
  if (known != nullptr) {
    ASSAY_TRY(document.start, startOf(settings, *known, document.coverage));
  }
  if (settings.flag("redact-prompts")) redactPrompts(document);
  document.sinceLast = settings.has("last");
  if (document.sinceLast) {
    ASSAY_TRY(document.last, readLastReview(settings.text("last")));
  }
  if (settings.has("feedback"))
    ASSAY_TRY_VOID(writeFileAtomically(settings.text("feedback"), emit::review::writeFeedback(document)));
  ASSAY_TRY_VOID(writeReviewFiles(asked.outputs, document));
  document.columns = columnsOfText();
  ASSAY_TRY(const std::string printed, printedBy(asked, settings, document));
  std::cout << printed;
  if (asked.webhook)
    ASSAY_TRY_VOID(serve::postJson(*asked.webhook, emit::review::writeJson(document), kPostPatience));
  if (invocation.diagnostics.hasErrors()) return ExitCode::Incomplete;
  return settings.has("fail-on") && hasRegression(document) ? ExitCode::Findings : ExitCode::Done;
}

}  // namespace assay::tool
