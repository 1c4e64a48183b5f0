// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "assay/review_course.h"
#include "assay/review_coverage.h"
#include "assay/review_input.h"
#include "insight/review.h"
#include "manifest/manifest.h"
#include "support/hash.h"
#include "support/strings.h"
#include "telemetry/site_totals.h"

namespace assay::tool {
namespace {

using history::Seconds;
using Kind = BodyChoice::Kind;

constexpr std::size_t kFewestDigits = 6;
constexpr Seconds kWindowsOfBody = 14;  // of the body that lived shorter
constexpr std::string_view kHexDigits = "0123456789abcdef";

bool isFingerprint(std::string_view text) {
  return text.size() >= kFewestDigits && text.size() <= 16 &&
         text.find_first_not_of(kHexDigits) == std::string_view::npos;
}

Expected<BodyChoice> manifestChoice(const std::string& file, Diagnostics& diagnostics) {
  ASSAY_TRY(const model::Manifest manifest, manifest::loadManifest(file, diagnostics));
  BodyChoice choice{Kind::Manifest, file};
  for (const model::AnnotatedFunction& function : manifest.functions)
    choice.bodies.try_emplace(function.id, function.bodyFingerprint);
  return choice;
}

bool isOlder(const BodyLife& a, const BodyLife& b) {
  return std::tuple(a.first, a.last, a.body) < std::tuple(b.first, b.last, b.body);
}

constexpr std::size_t kNowhere = ~std::size_t{0};

// Of Fingerprint the latest that fits. `previous` alone means the one before the latest.
std::size_t placeOf(const BodyChoice& choice, std::uint64_t function, const std::vector<BodyLife>& lives) {
  switch (choice.kind) {
    case Kind::Latest: return lives.size() - 1;
    case Kind::Previous: return lives.size() < 2 ? kNowhere : lives.size() - 2;
    case Kind::Manifest: {
      const auto body = choice.bodies.find(function);
      for (std::size_t i = 0; body != choice.bodies.end() && i < lives.size(); ++i)
        if (lives[i].body == body->second) return i;
      return kNowhere;
    }
    case Kind::Fingerprint:
      for (std::size_t i = lives.size(); i-- > 0;)
        if (hex64(lives[i].body).starts_with(choice.asked)) return i;
      return kNowhere;
  }
  return kNowhere;
}

// The windows of one body, by start.
struct Lived {
  history::VersionKey version;
  std::map<Seconds, insight::Window> windows;
  std::vector<telemetry::Failure> failures;

  [[nodiscard]] Seconds length(Seconds step) const {
    return windows.empty() ? 0 : windows.rbegin()->first - windows.begin()->first + step;
  }
};

struct Compared {
  BodyPair bodies;
  Lived before;
  Lived after;
};
using ComparedFunctions = std::map<std::uint64_t, Compared>;

struct Chosen {
  ComparedFunctions functions;
  std::set<std::uint64_t> called;
  emit::review::Versions versions;
};

// A fingerprint is meant for one function at least. Without this a mistyped one compares nothing, and CI
// passes.
Expected<void> checkIsThere(const BodyChoice& choice, const Lives& lives) {
  if (choice.kind != Kind::Fingerprint) return {};
  for (const auto& [function, bodies] : lives)
    for (const BodyLife& life : bodies)
      if (life.body != 0 && hex64(life.body).starts_with(choice.asked)) return {};
  return fail(ErrorCode::Usage,
              fmt::format("no function that was called has a body '{}'", visibleText(choice.asked)),
              "`assay review --explain FUNCTION` shows the fingerprints; --since looks back farther");
}

Expected<Chosen> choose(ReviewSource& source, const VersionsQuestion& question) {
  ASSAY_TRY(Lives lives, source.lives(question.of.period));
  Chosen chosen;
  chosen.versions = {question.before.asked, question.after.asked};
  for (const auto& [function, bodies] : lives) chosen.called.insert(function);
  ASSAY_TRY_VOID(checkIsThere(question.after, lives));
  ASSAY_TRY_VOID(checkIsThere(question.before, lives));
  for (auto& [function, bodies] : lives) {
    const bool single = bodies.size() == 1 && bodies.front().body != 0;
    const BodyPair pair = bodiesMeant(question, function, std::move(bodies));
    if (pair.before != 0 && pair.after != 0 && pair.before != pair.after)
      chosen.functions[function].bodies = pair;
    else if ((pair.before != 0 && pair.before == pair.after) ||
             (single && question.before.kind == Kind::Previous && pair.after != 0))
      ++chosen.versions.same;
    else
      ++chosen.versions.missing;
  }
  return chosen;
}

Expected<void> readWindows(ReviewSource& source, const PeriodQuestion& of, ComparedFunctions& functions) {
  return source.eachWindow(of.period, of.step, [&](const SeenWindow& seen) {
    const auto function = functions.find(seen.key.function);
    if (function == functions.end()) return;
    Compared& compared = function->second;
    const bool isAfter = seen.key.body == compared.bodies.after;
    if (!isAfter && seen.key.body != compared.bodies.before) return;
    Lived& lived = isAfter ? compared.after : compared.before;
    lived.version = seen.key;
    insight::Window window = insight::windowOf(seen.counts);
    window.start = seen.start;
    addWindow(lived.windows[seen.start], window);
    telemetry::addFailures(lived.failures, seen.counts.failures);
  });
}

std::vector<insight::Window> inSteps(const std::map<Seconds, insight::Window>& windows, Seconds since,
                                     Seconds step) {
  std::map<Seconds, insight::Window> wide;
  for (const auto& [start, window] : windows) addWindow(wide[history::floorTo(start - since, step)], window);
  std::vector<insight::Window> all;
  for (auto& [start, window] : wide) {
    window.start = since + start;
    all.push_back(std::move(window));
  }
  return all;
}

insight::BodySeen bodySeen(const Lived& lived, Seconds step) {
  insight::BodySeen body{lived.version.body, lived.windows.begin()->first,
                         lived.windows.rbegin()->first + step, 0};
  for (const auto& [start, window] : lived.windows) body.calls += window.calls;
  return body;
}

insight::FunctionPeriods periodsOf(const Compared& compared, const PeriodQuestion& of,
                                   const ReviewSource& source) {
  const Seconds shorter = std::min(compared.before.length(of.step), compared.after.length(of.step));
  const Seconds step = std::max(of.step, history::floorTo(shorter / kWindowsOfBody, of.step));
  const Seconds since = of.period.since;
  return {source.subject(compared.after.version),
          inSteps(compared.before.windows, since, step),
          inSteps(compared.after.windows, since, step),
          {bodySeen(compared.before, of.step), bodySeen(compared.after, of.step)},
          compared.after.failures};
}

}  // namespace

Expected<BodyChoice> bodyChoiceOf(const std::string& text, Diagnostics& diagnostics) {
  if (text == "latest") return BodyChoice{Kind::Latest, text};
  if (text == "previous") return BodyChoice{Kind::Previous, text};
  std::error_code error;
  if (std::filesystem::is_regular_file(text, error)) return manifestChoice(text, diagnostics);
  if (isFingerprint(lower(text))) return BodyChoice{Kind::Fingerprint, lower(text)};
  return fail(ErrorCode::Usage, fmt::format("there is no version '{}'", visibleText(text)),
              "latest, previous, a manifest's file, or the first six digits of a body's fingerprint");
}

Expected<std::optional<VersionsQuestion>> versionsQuestionOf(const config::Settings& settings, Seconds now,
                                                             Diagnostics& diagnostics) {
  if (!settings.has("version")) return std::nullopt;
  // In .assay.yaml it is a period.
  const bool asked = settings.originOf("against") == config::Origin::CommandLine;
  const std::string against = asked ? settings.text("against") : "previous";
  VersionsQuestion question;
  ASSAY_TRY(question.before, bodyChoiceOf(against, diagnostics));
  ASSAY_TRY(question.after, bodyChoiceOf(settings.text("version"), diagnostics));
  ASSAY_TRY(question.of, bodiesQuestionOf(settings, now));
  return question;
}

BodyPair bodiesMeant(const VersionsQuestion& question, std::uint64_t function, std::vector<BodyLife> lives) {
  std::erase_if(lives, [](const BodyLife& life) { return life.body == 0; });
  if (lives.empty()) return {};
  std::ranges::sort(lives, isOlder);
  const std::size_t after = placeOf(question.after, function, lives);
  std::size_t before = placeOf(question.before, function, lives);
  if (question.before.kind == Kind::Previous && after != kNowhere) before = after == 0 ? kNowhere : after - 1;
  return {before == kNowhere ? 0 : lives[before].body, after == kNowhere ? 0 : lives[after].body};
}

Expected<emit::review::Document> readVersions(ReviewSource& source, const VersionsQuestion& question,
                                              const model::Manifest* manifest) {
  ASSAY_TRY(Chosen chosen, choose(source, question));
  ASSAY_TRY_VOID(readWindows(source, question.of, chosen.functions));
  std::vector<insight::FunctionPeriods> periods;
  for (const auto& [function, compared] : chosen.functions)
    if (!compared.before.windows.empty() && !compared.after.windows.empty())
      periods.push_back(periodsOf(compared, question.of, source));
  if (manifest != nullptr) notePromises(periods, *manifest);
  emit::review::Document document;
  const auto [since, until] = question.of.period;
  document.before = document.after = {since, until};
  document.step = question.of.step;
  document.functions = insight::reviewAll(periods);
  document.courses = coursesOf(document.functions, periods);
  ASSAY_TRY_VOID(noteSource(document, source));
  document.versions = std::move(chosen.versions);
  if (manifest != nullptr) coverManifest(document, *manifest, chosen.called);
  return document;
}

}  // namespace assay::tool
