// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay dashboard`: the manifest -> a dashboard that Grafana loads as it is.
#include <filesystem>
#include <iostream>

#include "assay/command.h"
#include "emit/dashboard/dashboard.h"
#include "emit/rules/options.h"
#include "manifest/manifest.h"
#include "support/file.h"

namespace assay::tool {

extern const VerbHelp kDashboardHelp{
    .verb = "dashboard",
    .positional = "",
    .positionalHelp = "",
    .example =
        "  assay dashboard --write-to dashboard.json\n"
        "  assay dashboard --title \"AI code of the shop\" -o /etc/grafana/dashboards/shop.json\n"};

Expected<ExitCode> dashboardCommand(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  if (settings.text("title").find_first_not_of(" \t") == std::string::npos)
    return fail(ErrorCode::Usage, "--title takes a title: Grafana refuses a dashboard without one");
  ASSAY_TRY(const std::filesystem::path path, manifestPath(settings));
  ASSAY_TRY(const model::Manifest manifest, manifest::loadManifest(path, invocation.diagnostics));
  std::string pageUrl;
  if (settings.has("page-url")) {
    ASSAY_TRY(pageUrl, emit::rules::readPageUrl(settings.text("page-url")));
  }
  const std::string text = emit::dashboard::writeGrafanaDashboard(settings.text("title"), manifest, pageUrl);
  if (settings.has("write-to"))
    ASSAY_TRY_VOID(writeFileAtomically(settings.text("write-to"), text));
  else
    std::cout << text;
  return ExitCode::Done;
}

}  // namespace assay::tool
