// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "emit/check/check.h"
#include "emit/check/writers.h"
#include "support/hash.h"

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
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "error";
}

std::string fileOf(const Result& result, const policy::Finding& finding) {
  return finding.where.file.starts_with('/') ? finding.where.file : result.prefix + finding.where.file;
}

std::vector<std::string> fingerprintsOf(const Result& result) {
  std::map<std::pair<policy::Policy, std::uint64_t>, unsigned> seen;
  std::vector<std::string> fingerprints;
  for (const policy::Finding& finding : result.findings) {
    const unsigned ordinal = ++seen[{finding.policy, finding.id}];
    const std::string key = std::string(policy::rowOf(finding.policy).id) + ':' + hex64(finding.id);
    fingerprints.push_back(hex64(hash64(key)) + ':' + std::to_string(ordinal));
  }
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
