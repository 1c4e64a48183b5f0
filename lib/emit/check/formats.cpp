// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <iterator>

#include "emit/check/check.h"
#include "emit/check/writers.h"
#include "emit/ci/fingerprints.h"
#include "emit/ci/sarif.h"

namespace assay::emit::check {
namespace {

constexpr Format kFormats[] = {
    {"text", "as a compiler prints it", writeTextCheck},
    {"sarif", "for code scanning", writeSarif, true},
    {"junit", "for CI systems that show tests", writeJunit, true},
    {"github", "annotations of GitHub Actions", writeGithub},
    {"json", "everything, for programs", writeJsonCheck, true},
};

}  // namespace

std::string_view nameOf(Severity severity) {
  return ci::nameOf(severity);
}

std::string fileOf(const Result& result, const policy::Finding& finding) {
  return finding.where.file.starts_with('/') ? finding.where.file : result.prefix + finding.where.file;
}

std::vector<std::string> fingerprintsOf(const Result& result) {
  ci::Fingerprints known;
  std::vector<std::string> fingerprints;
  for (const policy::Finding& finding : result.findings)
    fingerprints.push_back(known.next(policy::rowOf(finding.policy).id, finding.id));
  return fingerprints;
}

std::span<const Format> formats() {
  return kFormats;
}

const Format* findFormat(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &Format::name);
  return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace assay::emit::check
