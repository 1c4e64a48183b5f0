// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Manifest and thresholds -> rules that a Prometheus loads as they are, and the unit tests that promtool runs
// on them. The rules hold for every function that `assay serve` exports, so their number does not grow with
// the functions; each kind of threshold is one rule. docs/reference/alerts.md says what each
// alert means.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "emit/rules/options.h"
#include "emit/rules/thresholds.h"
#include "model/manifest.h"

namespace assay::emit::rules {

struct Request {
  Options options;
  ThresholdsById thresholds;
};

/// YAML of rule groups. Same request, same bytes.
std::string writePrometheusRules(const Request& request);

/// YAML for `promtool test rules`: for every alert of these rules that it comes when it should, alone, and
/// stays away when it should. The functions in it are the manifest's first ones. `rulesFile` is where the
/// rules are, as seen from the tests. Not for a time scale.
std::string writePrometheusTests(const Request& request, const model::Manifest& manifest,
                                 const std::string& rulesFile);

}  // namespace assay::emit::rules
