// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/scan_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <vector>

#include "model/names.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using model::AnnotatedFunction;
using model::Manifest;

// More differences than this are counted, not listed.
constexpr std::size_t kListed = 20;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// "12 active (10 exact, 2 inferred), 1 unattached"
std::string statesText(const Manifest& manifest) {
  std::map<model::State, std::map<model::Precision, std::size_t>> counts;
  for (const AnnotatedFunction& function : manifest.functions) ++counts[function.state][function.precision];
  std::vector<std::string> parts;
  for (const auto& [state, precisions] : counts) {
    std::size_t all = 0;
    std::vector<std::string> sure;
    for (const auto& [precision, count] : precisions) {
      all += count;
      sure.push_back(fmt::format("{} {}", count, model::nameOf(precision)));
    }
    std::string part = fmt::format("{} {}", all, model::nameOf(state));
    if (state != model::State::Unattached) part += " (" + join(sure, ", ") + ")";
    parts.push_back(std::move(part));
  }
  return join(parts, ", ");
}

std::size_t tagCount(const Manifest& manifest) {
  std::map<std::pair<std::string, unsigned>, int> tags;
  for (const AnnotatedFunction& function : manifest.functions)
    tags[{function.tagFile.empty() ? function.file : function.tagFile, function.tagLine}] = 1;
  return tags.size();
}

// "3 of 12 entries"; empty when all that are attached to a function are exact.
std::string notExact(const Manifest& manifest) {
  std::size_t functions = 0;
  std::map<model::Precision, std::size_t> counts;
  for (const AnnotatedFunction& function : manifest.functions) {
    if (function.state == model::State::Unattached) continue;
    ++functions;
    if (function.precision != model::Precision::Exact) ++counts[function.precision];
  }
  std::vector<std::string> parts;
  std::size_t all = 0;
  for (const auto& [precision, count] : counts) {
    all += count;
    parts.push_back(fmt::format("{} {}", count, model::nameOf(precision)));
  }
  if (all == 0) return {};
  return fmt::format("{} of {} ({})", all, counted(functions, "entry", "entries"), join(parts, ", "));
}

std::string adviceText(const scan::BuildAdvice& advice) {
  std::string text;
  if (!advice.command.empty()) {
    const bool here = shownPath(advice.folder) == ".";
    const std::string folder = shownPath(advice.folder);
    text = here ? advice.command : fmt::format("(cd {} && {})", folder, advice.command);
    text += " && assay scan";
    if (!advice.buildFolder.empty())
      text += " -p " + (here ? advice.buildFolder : folder + "/" + advice.buildFolder);
    if (shownPath(advice.root) != ".") text += " " + shownPath(advice.root);
    text = "          " + text + "\n";
  }
  if (!advice.remark.empty()) text += "          (" + advice.remark + ")\n";
  return text;
}

std::string flagsText(const scan::ScanResult& result) {
  const std::string inexact = notExact(result.manifest);
  if (!result.stats.compilationDatabase.empty()) {
    const std::string text = "flags:    from " + shownPath(result.stats.compilationDatabase);
    if (inexact.empty()) return text + "\n";
    return text + "; " + inexact + ": their files are not in the build, or do not compile\n";
  }
  if (inexact.empty()) return "flags:    guessed\n";
  const std::string advice = adviceText(result.stats.advice);
  return "flags:    guessed, no compile_commands.json was used; a build folder makes exact what is not,\n   "
         "       " +
         inexact + (advice.empty() ? "\n" : ":\n" + advice);
}

constexpr std::string_view kNoTags =
    "No AI tags in {}. A tag is a comment above a function:\n"
    "  // AI-generated: GPT-4, 2024-01-15, prompt: \"optimize database query\"\n"
    "`assay scan --suspects` lists comments that speak of AI in other words.\n";

std::string leftOutText(const scan::LeftOut& leftOut) {
  std::vector<std::string> parts;
  if (leftOut.vendored > 0) parts.push_back(fmt::format("{} vendored", leftOut.vendored));
  if (leftOut.generated > 0) parts.push_back(fmt::format("{} generated", leftOut.generated));
  return parts.empty() ? "" : fmt::format("left out: {}\n", join(parts, ", "));
}

std::string nameFor(const AnnotatedFunction& function) {
  return function.name.empty() ? fmt::format("(a tag without a function, line {})", function.tagLine)
                               : function.name;
}

using Key = std::pair<std::uint64_t, std::string>;

std::map<Key, const AnnotatedFunction*> byKey(const Manifest& manifest) {
  std::map<Key, const AnnotatedFunction*> functions;
  for (const AnnotatedFunction& function : manifest.functions)
    functions[{function.id, function.file}] = &function;
  return functions;
}

std::string lineFor(std::string_view what, const AnnotatedFunction& function) {
  return fmt::format(
      "  {:<8} {}  {}\n", what, visibleText(nameFor(function)),
      visiblePlace(function.file, function.lines.first > 0 ? function.lines.first : function.tagLine));
}

}  // namespace

namespace fs = std::filesystem;

std::string shownPath(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  const fs::path relative = absolute.lexically_relative(fs::current_path(error));
  const bool below = !relative.empty() && *relative.begin() != "..";
  return visibleText((below ? relative : absolute).string());
}

std::string visiblePlace(const std::string& file, unsigned line) {
  return fmt::format("{}:{}", visibleText(file), line);
}

std::string summaryText(const scan::ScanResult& result, const std::string& manifest) {
  const Manifest& found = result.manifest;
  std::string text;
  if (result.stats.filesRead == 0 && !result.complete) {
    text = "No file could be read.\n";
  } else if (found.functions.empty()) {
    text = fmt::format(fmt::runtime(kNoTags), counted(result.stats.filesRead, "file", "files"));
  } else {
    text = fmt::format("{} in {} of {}\n", counted(tagCount(found), "tag", "tags"),
                       counted(result.stats.filesTagged, "file", "files"), result.stats.filesRead);
    text += fmt::format("entries:  {}\n", statesText(found));
    text += flagsText(result);
  }
  text += leftOutText(result.stats.filesLeftOut);
  if (!result.complete) text += "result:   incomplete, see the messages\n";
  text += fmt::format("manifest: {}\n", manifest);
  if (!found.functions.empty()) text += "next:     assay report | assay instrument --diff\n";
  return text;
}

std::string partName(model::Shard shard) {
  return fmt::format("assay.{}-of-{}.yaml", shard.index, shard.count);
}

std::string partText(const scan::ScanResult& result, const std::string& file) {
  const model::Fragment& part = result.part;
  std::string text = fmt::format("part {} of {}: {} in {} of {}\n", part.shard.index, part.shard.count,
                                 counted(part.entries.size(), "entry", "entries"), part.files.size(),
                                 counted(result.stats.filesTagged, "tagged file", "tagged files"));
  if (!result.complete) text += "result:   incomplete, see the messages\n";
  text += fmt::format("written:  {}\n", file);
  return text + fmt::format("next:     when all parts are in one folder: assay merge assay.*-of-{}.yaml\n",
                            part.shard.count);
}

std::string differenceText(const Manifest& before, const Manifest& now, const std::string& manifest) {
  const auto old = byKey(before);
  const auto fresh = byKey(now);
  std::vector<std::string> lines;
  for (const auto& [key, function] : fresh)
    if (!old.contains(key)) lines.push_back(lineFor("added", *function));
  for (const auto& [key, function] : old)
    if (!fresh.contains(key)) lines.push_back(lineFor("removed", *function));
  for (const auto& [key, function] : fresh)
    if (const auto other = old.find(key); other != old.end() && *other->second != *function)
      lines.push_back(lineFor("changed", *function));
  std::string text =
      fmt::format("{} is out of date: {}\n", manifest,
                  lines.empty() ? std::string("only file hashes or totals differ")
                                : counted(lines.size(), "function differs", "functions differ"));
  for (std::size_t i = 0; i < std::min(lines.size(), kListed); ++i) text += lines[i];
  if (lines.size() > kListed) text += fmt::format("  and {} more\n", lines.size() - kListed);
  return text + "Run `assay scan` and commit the result.\n";
}

std::string statsText(const scan::ScanStats& stats) {
  const scan::ParseStats& parsed = stats.parsed;
  std::string text =
      fmt::format("read:     {} files, {} bytes\nleft out: {} vendored, {} generated\ntagged:   {} files\n",
                  stats.filesRead, stats.bytesRead, stats.filesLeftOut.vendored, stats.filesLeftOut.generated,
                  stats.filesTagged);
  text += fmt::format("parsed:   {} targets: {} in {} shared units, {} alone\n", parsed.targets,
                      parsed.together, parsed.unityUnits, parsed.targets - parsed.together - parsed.known);
  if (stats.unchanged)
    text += "cache:    nothing has changed, the result is that of an earlier scan\n";
  else
    text +=
        fmt::format("cache:    {} of {} targets known from earlier scans\n", parsed.known, parsed.targets);
  for (const auto& [reason, count] : parsed.alone)
    text += fmt::format("          alone {}: {}\n", count, visibleText(reason));
  return text + fmt::format("database: {}\n", stats.compilationDatabase.empty()
                                                  ? "none"
                                                  : shownPath(stats.compilationDatabase));
}

}  // namespace assay::tool
