// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A review for people and for programs: everything it says is in the document; no clock, no file.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "insight/review.h"

namespace assay::emit::review {

/// Seconds since 1970; `until` is not part of it.
struct Period {
  std::int64_t since = 0;
  std::int64_t until = 0;
};

/// A function of which not everything is seen, and what not.
struct PartlySeen {
  insight::Subject subject;
  std::string what;  ///< foreign text
};

/// One window of a function, for charts. Seconds; 0 = no call was timed.
struct CoursePoint {
  std::int64_t start = 0;  ///< seconds since 1970
  double calls = 0;
  double errors = 0;
  double mean = 0;
  double median = 0;
  double tail = 0;                                                 ///< the 0.99-quantile
  std::vector<std::pair<unsigned, std::uint64_t>> latencies = {};  ///< buckets of vocabulary/histogram.h
};

/// Two bodies of each function are compared, and not two periods; how they were asked for. Foreign text.
struct Versions {
  std::string before;
  std::string after;
  std::size_t same = 0;     ///< functions whose body is the same in both
  std::size_t missing = 0;  ///< functions of which one of the two has no call in the period, or is not known
};

/// What an earlier review said of a function. Foreign text.
struct EarlierFunction {
  std::string name;
  std::string standing;              ///< a code: "worse"
  std::set<std::string> codes = {};  ///< of findings
};

struct EarlierReview {
  Period after;                                             ///< the period that it reviewed
  std::map<std::uint64_t, EarlierFunction> functions = {};  ///< by id
};

/// What in a function's text often costs, and where it stands.
struct StartSign {
  std::string code;  ///< "nested-loops"; stable
  unsigned line = 0;
  std::string text;  ///< may hold foreign text
};

/// A function that was never called.
struct StartRow {
  insight::Subject subject;
  std::vector<StartSign> signs = {};
};

/// Which functions to watch first, before anything is known of them: those with the most signs first.
struct Start {
  std::vector<StartRow> rows = {};
  std::size_t unread = 0;  ///< functions whose files are not there, or are not what was scanned
};

/// What the numbers do not cover.
struct Coverage {
  bool hasManifest = false;                        ///< without one nobody knows what was never called
  std::vector<insight::Subject> neverCalled = {};  ///< of the manifest: no call in the period after; by name
  std::vector<PartlySeen> partly = {};             ///< by name
  Period known = {};                               ///< of which the source has anything
  std::string source = "The history";              ///< what that is said of
  std::vector<std::string> limits = {};            ///< what is not in its numbers
};

struct Document {
  Period before;
  Period after;
  std::int64_t step = 0;                           ///< seconds; width of the windows that are compared
  std::vector<insight::FunctionReview> functions;  ///< in insight::reviewAll's order
  Coverage coverage = {};
  std::optional<Versions> versions = {};  ///< both periods are the one that was looked at, then
  std::map<std::uint64_t, std::vector<CoursePoint>> courses = {};  ///< by function, by time; may be empty
  Start start = {};
  bool sinceLast = false;                  ///< it was asked what changed since the last review
  std::optional<EarlierReview> last = {};  ///< there is none when this is the first
  std::size_t columns = 0;  ///< of the terminal that text is for; 0 = lines are as long as they are
};

/// The review for a terminal: what to look at first, what got worse, what is fragile, what can be trusted,
/// what cannot be told, groups side by side, coverage. Foreign text is made visible. Ends in a line break.
std::string writeText(const Document& document);

/// Everything, for programs; docs/reference/review.md has the keys.
std::string writeJson(const Document& document);

/// The same as Markdown, for an issue or a mail: no foreign text takes effect in it.
std::string writeMarkdown(const Document& document);

/// One page with charts: no script, nothing that is loaded from elsewhere. Of lists the first 200, of all
/// functions the first 2,000, charts of the first 40: below 3 MB, and the page says what it leaves out.
std::string writeHtml(const Document& document);

/// What production says of the functions with findings, as text for the next prompt (Markdown): shapes of
/// failing inputs, measured growth, what is wanted. The first 50 by expected harm.
std::string writeFeedback(const Document& document);

struct Format {
  std::string_view name;  ///< "text", "markdown", "html", "json"
  std::string_view help;
  std::string (*write)(const Document& document);
};
std::span<const Format> formats();
const Format* findFormat(std::string_view name);

/// All that is known of one of the document's functions, for a terminal and for programs.
std::string writeExplanation(const Document& document, const insight::FunctionReview& review);
std::string writeExplanationJson(const Document& document, const insight::FunctionReview& review);

}  // namespace assay::emit::review
