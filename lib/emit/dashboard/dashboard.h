// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Manifest -> a Grafana dashboard over what `assay serve` exports and the rules of `assay alerts` record. Its
// panels hold for every function that Prometheus knows, chosen by variables, so their number does not grow
// with the functions. docs/reference/dashboard.md says what each panel shows.
#pragma once

#include <string>

#include "model/manifest.h"

namespace assay::emit::dashboard {

inline constexpr const char* kUsualTitle = "AI code";

/// JSON in Grafana's form (kSchemaVersion), ends in a line break. It can be imported as it is, or provisioned
/// as a file. Same title and manifest, same bytes. Two titles are two dashboards: the uid follows from it.
/// `pageUrl`: where the page of `assay serve` is, without a slash at its end; it is linked to. Empty =
/// nowhere.
std::string writeGrafanaDashboard(const std::string& title, const model::Manifest& manifest,
                                  const std::string& pageUrl = {});

}  // namespace assay::emit::dashboard
