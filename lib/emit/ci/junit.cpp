// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/ci/junit.h"

#include <fmt/format.h>

#include <algorithm>

#include "emit/ci/escapes.h"

namespace assay::emit::ci {
namespace {

// A line break in foreign text is none here.
std::string linesText(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + xmlText(line);
  return text;
}

std::string caseText(std::string_view suite, const JunitCase& one) {
  std::string text =
      fmt::format("    <testcase classname=\"assay.{}\" name=\"{}\" time=\"0\"", suite, xmlText(one.name));
  if (!one.file.empty()) text += fmt::format(" file=\"{}\"", xmlText(one.file));
  if (!one.failure && one.lines.empty()) return text + "/>\n";
  text += ">\n";
  if (one.failure)
    text += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                        xmlText(one.failure->message), xmlText(one.failure->type), linesText(one.lines));
  else
    text += fmt::format("      <system-out>{}</system-out>\n", linesText(one.lines));
  return text + "    </testcase>\n";
}

std::size_t failuresOf(const JunitSuite& suite) {
  return static_cast<std::size_t>(
      std::ranges::count_if(suite.cases, [](const JunitCase& one) { return one.failure.has_value(); }));
}

std::string suiteText(const JunitSuite& suite) {
  std::string text = fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" time=\"0\">\n",
      suite.name, suite.cases.size(), failuresOf(suite));
  for (const JunitCase& one : suite.cases) text += caseText(suite.name, one);
  return text + "  </testsuite>\n";
}

}  // namespace

std::string writeJunit(std::string_view name, const std::vector<JunitSuite>& suites) {
  std::string body;
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const JunitSuite& suite : suites) {
    body += suiteText(suite);
    tests += suite.cases.size();
    failures += failuresOf(suite);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
      "time=\"0\">\n{}</testsuites>\n",
      name, tests, failures, body);
}

}  // namespace assay::emit::ci
