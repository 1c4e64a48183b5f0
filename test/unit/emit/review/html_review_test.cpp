// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/review/review.h"
#include "sample_document.h"

namespace assay::emit::review {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::size_t kMostBytes = 3'000'000;

std::size_t occurrences(const std::string& text, std::string_view of) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(of, at)) != std::string::npos; at += of.size()) ++count;
  return count;
}

void draw(Document& document) {
  for (const insight::FunctionReview& review : document.functions)
    for (std::int64_t start = document.before.since; start < document.after.until; start += document.step)
      document.courses[review.subject.id].push_back({start, 100, 1, 1e-6, 9e-7, 8e-6});
}

TEST(HtmlReview, IsOnePageWithCharts) {
  Document document = test::sampleDocument();
  draw(document);
  const std::string page = writeHtml(document);
  EXPECT_THAT(page, ::testing::StartsWith("<!DOCTYPE html>\n"));
  EXPECT_THAT(page, ::testing::EndsWith("</html>\n"));
  EXPECT_EQ(occurrences(page, "<svg "), 2 + 2 + 3u) << "two functions, three leagues";
  EXPECT_EQ(occurrences(page, "<svg "), occurrences(page, "</svg>"));
  EXPECT_EQ(occurrences(page, "<li>"), occurrences(page, "</li>"));
  EXPECT_THAT(page, HasSubstr("prefers-color-scheme: dark"));
  EXPECT_THAT(page, HasSubstr("@media print"));
  EXPECT_THAT(page, HasSubstr("@media screen and (max-width: 48rem)"));
  EXPECT_LT(page.find("What to look at first"), page.find("What got worse"));
  EXPECT_EQ(page, writeHtml(document));
}

TEST(HtmlReview, LoadsNothingAndRunsNothing) {
  const std::string page = writeHtml(test::sampleDocument());
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* outside : {"<script", "http:", "https:", "url(", "@import", " src=", " href="})
    EXPECT_THAT(page, Not(HasSubstr(outside)));
}

TEST(HtmlReview, EscapesWhatOthersWrote) {
  Document document = test::sampleDocument();
  const std::string evil = "</code><script>alert(1)</script>&\"'";
  for (insight::FunctionReview& review : document.functions) {
    review.subject.name = review.subject.model = review.subject.file = review.subject.prompt = evil;
    for (insight::Finding& finding : review.findings) finding.stratum.type = evil;
  }
  document.coverage.partly[0].what = evil;
  document.versions = Versions{evil, evil};
  const std::string page = writeHtml(document);
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;"));
}

TEST(HtmlReview, OfThousandsStaysSmallAndSaysWhatItLeavesOut) {
  Document document = test::sampleDocument();
  const insight::FunctionReview failing = test::reviewOf(document, "failing");
  document.functions.assign(5000, failing);
  for (std::size_t i = 0; i < document.functions.size(); ++i) {
    insight::Subject& subject = document.functions[i].subject;
    subject.id = i;
    subject.name = std::string(300, '<') + std::to_string(i);
    subject.promptHash = std::to_string(i);
    subject.model = "model " + std::to_string(i);
  }
  draw(document);
  const std::string page = writeHtml(document);
  EXPECT_LT(page.size(), kMostBytes);
  EXPECT_THAT(page, HasSubstr("The first 2000 of 5000; the JSON lists all."));
  EXPECT_THAT(page, HasSubstr("The first 200 of 5000; the JSON lists all."));
  EXPECT_THAT(page, HasSubstr("Drawn are the first 40."));
  EXPECT_EQ(occurrences(page, "<div class=\"charts\">"), 40u);
}

TEST(HtmlReview, OfNothing) {
  const std::string page = writeHtml(Document{{0, 60}, {60, 120}, 10, {}});
  EXPECT_THAT(page, HasSubstr("Nothing got worse that could be told from noise."));
  EXPECT_THAT(page, Not(HasSubstr("<svg")));
}

}  // namespace
}  // namespace assay::emit::review
