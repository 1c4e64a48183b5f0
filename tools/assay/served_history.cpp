// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/served_history.h"

#include <cstdlib>

#include "serve/host_name.h"

namespace assay::tool {
namespace fs = std::filesystem;
namespace {

constexpr const char* kNoHistory = "none";

fs::path folderOf(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && value[0] == '/' ? fs::path(value) : fs::path();
}

}  // namespace

std::optional<fs::path> historyFile(const config::Settings& settings) {
  if (settings.has("history")) {
    const fs::path file = settings.text("history");
    if (file.filename() == kNoHistory) return std::nullopt;
    return file;
  }
  if (const fs::path states = folderOf("XDG_STATE_HOME"); !states.empty()) return states / "assay/history.db";
  const fs::path home = folderOf("HOME");
  return home.empty() ? std::nullopt : std::optional(home / ".local/state/assay/history.db");
}

Expected<history::Reader> openHistory(const config::Settings& settings) {
  const auto file = historyFile(settings);
  if (!file) return fail(ErrorCode::Usage, "there is no history to read", "--history FILE");
  auto reader = history::Reader::open(*file);
  if (reader) return reader;
  Error error = std::move(reader).error();
  if (error.hint.empty()) error.hint = "`assay serve` records one; --history FILE names another";
  return std::unexpected(std::move(error));
}

Expected<history::RecorderOptions> recorderOptions(const config::Settings& settings, fs::path file) {
  ASSAY_TRY(const history::Retention retention, history::retentionOf(settings.text("history-keep")));
  return history::RecorderOptions{std::move(file), serve::hostName(), retention};
}

history::VersionOf versionsOf(const exporting::FactsById& facts) {
  return [&facts](std::uint64_t function) {
    history::FunctionVersion version{.key = {function, 0}};
    const auto found = facts.find(function);
    if (found == facts.end()) return version;
    const exporting::FunctionFacts& fact = found->second;
    return history::FunctionVersion{{function, fact.body}, fact.name, fact.model, fact.vendor, fact.date,
                                    fact.prompt,           fact.file, fact.line};
  };
}

}  // namespace assay::tool
