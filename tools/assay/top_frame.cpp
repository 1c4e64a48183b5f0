// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/top_frame.h"

#include <fmt/format.h>

#include <utility>

#include "manifest/manifest.h"
#include "support/strings.h"
#include "telemetry/row_filter.h"

namespace assay::tool {
namespace {

using telemetry::SortKey;

std::map<std::uint64_t, std::string> modelsOf(const model::Manifest& manifest) {
  std::map<std::uint64_t, std::string> models;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    const model::Tag& tag = function.tag;
    const std::string& name = tag.model.empty() ? tag.tool : tag.model;
    models.try_emplace(function.id, name.empty() ? "not given" : name);
  }
  return models;
}

// No manifest at all is fine: the programs of a machine need not come from the folder one stands in.
Expected<std::map<std::uint64_t, std::string>> readModels(Invocation& invocation) {
  const auto path = manifestPath(invocation.settings);
  if (!path) return {};
  auto manifest = manifest::loadManifest(*path, invocation.diagnostics);
  if (manifest) return modelsOf(*manifest);
  if (invocation.settings.has("manifest")) return std::unexpected(std::move(manifest).error());
  invocation.diagnostics.error("assay-telemetry-003", manifest.error());
  return {};
}

Expected<SortKey> sortKeyOf(const config::Settings& settings) {
  const std::string name = settings.text("sort");
  if (const auto key = telemetry::sortKeyOf(name)) return *key;
  return fail(ErrorCode::Usage, fmt::format("--sort does not know '{}'", visibleText(name)),
              "one of calls, rate, errors, p50, p99, max, name");
}

}  // namespace

Expected<TopSource> topSource(Invocation& invocation) {
  TopSource source;
  const config::Settings& settings = invocation.settings;
  ASSAY_TRY(source.sortedBy, sortKeyOf(settings));
  ASSAY_TRY(source.models, readModels(invocation));
  source.filter = settings.text("filter");
  source.folder = telemetry::segmentFolder();
  if (settings.has("segments")) source.folder = settings.text("segments");
  return source;
}

telemetry::FunctionTable shownTable(const TopSource& source, const telemetry::FunctionTable& table) {
  telemetry::FunctionTable shown = table;
  telemetry::keepRows(shown, source.filter);
  telemetry::sortRows(shown, source.sortedBy, source.reversed);
  return shown;
}

Expected<TopFrame> readFrame(const TopSource& source, Diagnostics& diagnostics) {
  TopFrame frame;
  ASSAY_TRY(frame.collection, telemetry::collect(source.folder, diagnostics));
  frame.table = telemetry::mergeProcesses(frame.collection.processes);
  for (telemetry::FunctionRow& row : frame.table.rows)
    if (const auto model = source.models.find(row.id); model != source.models.end())
      row.model = model->second;
  return frame;
}

std::vector<std::string> nothingRecorded(const std::filesystem::path& folder) {
  std::error_code ignored;
  const bool there = std::filesystem::exists(folder, ignored);
  return {
      fmt::format("No guarded program has recorded anything in {}{}.", visibleText(folder.string()),
                  there ? "" : " (no such folder)"),
      "Guards come in with `assay instrument`; build and run the program, then look again.",
      "Programs that run with ASSAY_DIR=DIR write there: `assay top --segments DIR`.",
  };
}

}  // namespace assay::tool
