// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay cc --prepare DIR`: what has to be there before `assay cc -- COMPILER …` compiles. A scan, the
// guarded texts, the index, the stamps; and whatever goes wrong, a build that works as it would without
// assay.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "assay/command.h"
#include "assay/guarded_texts.h"
#include "config/settings.h"
#include "launch/dependency_file.h"
#include "launch/index.h"
#include "launch/overlay.h"
#include "launch/quick_write.h"
#include "launch/refusals.h"
#include "launch/unit_records.h"
#include "scan/find_database.h"
#include "scan/tree_walk.h"
#include "source/insertion.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::tool {

const VerbHelp kCcHelp{
    "cc", "PATH", "the root of the tree to prepare (default: the current folder)",
    "  assay cc --prepare build/assay -p build        scans; writes guarded texts and their index\n"
    "  assay cc --index build/assay/index -- g++ -c a.cpp    compiles with the guards in\n"
    "CMake: find_package(assay) and assay_instrument(TARGET…) do both."};

namespace {

namespace fs = std::filesystem;

// While one lives, what the verbs print for a reader goes to a file: a build shows what is wrong, and no
// more.
class OutputToFile {
 public:
  explicit OutputToFile(const fs::path& file) : before_(::dup(STDOUT_FILENO)) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    const int log = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    switchTo(log);
    if (log >= 0) ::close(log);
  }
  OutputToFile(const OutputToFile&) = delete;
  OutputToFile& operator=(const OutputToFile&) = delete;
  ~OutputToFile() {
    switchTo(before_);
    ::close(before_);
  }

 private:
  static void switchTo(int descriptor) {
    std::cout.flush();
    std::fflush(stdout);
    if (descriptor >= 0) ::dup2(descriptor, STDOUT_FILENO);
  }
  int before_;
};

struct Preparation {
  fs::path root;                      // the real one
  std::vector<std::string> spelling;  // its names
  launch::Places places;
  fs::path manifest;
  std::vector<std::string> units;  // main files
};

Expected<std::vector<std::string>> unitsOf(const config::Settings& settings) {
  std::vector<std::string> units;
  if (!settings.has("units")) return units;
  ASSAY_TRY(const std::string text, readFile(settings.text("units")));
  for (const std::string_view line : split(text, '\n'))
    if (!line.empty()) units.emplace_back(line);
  return units;
}

Expected<Preparation> openPreparation(const Invocation& invocation) {
  if (!invocation.settings.has("prepare"))
    return fail(ErrorCode::Usage, "say which command to run",
                "assay cc -- COMPILER …, or assay cc --prepare DIR");
  if (invocation.arguments.size() > 1) return fail(ErrorCode::Usage, "one tree at a time, please");
  const std::string named = invocation.arguments.empty() ? "." : invocation.arguments.front();
  Preparation work;
  std::error_code error;
  work.root = fs::canonical(named, error);
  if (error) return fail(ErrorCode::Usage, named + ": " + error.message());
  fs::path spelled = fs::absolute(named).lexically_normal();
  if (!spelled.has_filename()) spelled = spelled.parent_path();
  work.spelling = {work.root.generic_string()};
  if (spelled != work.root) work.spelling.push_back(spelled.generic_string());
  work.places.folder = fs::absolute(invocation.settings.text("prepare")).lexically_normal();
  work.manifest = work.places.folder / "assay.yaml";
  ASSAY_TRY(work.units, unitsOf(invocation.settings));
  return work;
}

// A verb's invocation as the tree's configuration has it, with what this call says of it.
Expected<Invocation> invocationOf(std::string_view verb, const Preparation& work,
                                  const config::Settings& asked) {
  Invocation invocation;
  if (const auto file = config::findConfigFile(work.root)) {
    ASSAY_TRY(invocation.settings, config::readConfigFile(*file, verb));
  }
  if (asked.has("build-folder"))
    invocation.settings.set("build-folder", {fs::absolute(asked.text("build-folder")).string()});
  return invocation;
}

// A manifest that is kept is copied: what is found out about the guards is not written to the source tree.
Expected<void> copyManifest(const Preparation& work, const config::Settings& asked) {
  ASSAY_TRY(const std::string text, readFile(asked.text("from-manifest")));
  return writeFileAtomically(work.manifest, text);
}

// Each build says what is wrong; what is worth knowing goes to the log.
void takeDiagnostics(const Diagnostics& said, Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : said.all()) {
    if (diagnostic.severity == Severity::Note)
      std::cout << render(diagnostic, false);
    else
      diagnostics.add(diagnostic);
  }
}

Expected<void> makeManifest(const Preparation& work, const config::Settings& asked,
                            Diagnostics& diagnostics) {
  if (asked.has("from-manifest")) return copyManifest(work, asked);
  ASSAY_TRY(Invocation scan, invocationOf("scan", work, asked));
  scan.settings.set("write-to", {work.manifest.string()});
  scan.arguments = {work.root.string()};
  const auto done = scanCommand(scan);
  takeDiagnostics(scan.diagnostics, diagnostics);
  if (!done) return std::unexpected(done.error());
  return {};
}

std::string flagsOf(const Preparation& work, const config::Settings& settings) {
  std::optional<fs::path> folder;
  if (settings.has("build-folder")) folder = settings.text("build-folder");
  const auto database = scan::findDatabase(work.root, folder);
  const auto text = database && *database ? readFile(**database) : readFile(work.places.folder / "none");
  return contentHash(programVersion() + (text ? *text : std::string()));
}

// A file that is not what the guards were planned for any more is left as it is.
launch::GuardedTexts upToDate(const Preparation& work, const GuardedTexts& found) {
  launch::GuardedTexts texts;
  for (const auto& [file, text] : found.texts) {
    const auto time = launch::timeOf(work.root / file);
    const auto bytes = readFile(work.root / file);
    if (time && bytes && source::stripInsertions(*bytes) == text.plain) texts[file] = {text.guarded, *time};
  }
  return texts;
}

std::vector<instrument::FoundDiagnostic> refusedIn(const Preparation& work, const std::string& flags) {
  std::vector<instrument::FoundDiagnostic> refused;
  for (const launch::Refusal& one : launch::readRefusals(work.places, work.root, flags))
    refused.push_back({one.where.file, one.where.line, one.where.column, one.text});
  return refused;
}

struct Guards {
  launch::Index index;  // without files
  launch::GuardedTexts texts;
};

Expected<Guards> makeGuards(const Preparation& work, const config::Settings& asked,
                            Diagnostics& diagnostics) {
  ASSAY_TRY_VOID(makeManifest(work, asked, diagnostics));
  ASSAY_TRY(Invocation invocation, invocationOf("instrument", work, asked));
  invocation.settings.set("manifest", {work.manifest.string()});
  const std::string flags = flagsOf(work, invocation.settings);
  const auto before = launch::readIndex(work.places.index());
  const bool sameFlags = before && before->flags == flags;
  const auto isKnown = [&](const std::string& file, const std::string& guarded) {
    if (!sameFlags) return false;
    const auto known = before->files.find(file);
    return known != before->files.end() && known->second.hash == hash64(guarded);
  };
  const auto found = guardedTexts(invocation, isKnown, refusedIn(work, flags));
  takeDiagnostics(invocation.diagnostics, diagnostics);
  if (!found) return std::unexpected(found.error());
  std::cout << found->summary;
  return Guards{{{}, found->runtimeInclude.string(), flags, {}}, upToDate(work, *found)};
}

Expected<void> writeGuards(const Preparation& work, Guards guards, Diagnostics& diagnostics) {
  std::vector<std::string> refused;
  guards.index.roots = work.spelling;
  ASSAY_TRY(const auto index,
            launch::writeOverlay(work.places, std::move(guards.index), guards.texts, refused));
  for (const std::string& file : refused)
    diagnostics.warning("assay-launch-005", {file, 0, 0}, "has no guards: its name holds a line break");
  std::vector<std::string> keys;
  for (const std::string& unit : work.units) keys.push_back(launch::unitKey(index, unit));
  ASSAY_TRY(const std::size_t renewed, launch::renewStamps(work.places, index, keys));
  std::cout << fmt::format("{} guarded files, {} of {} units to be built again\n", index.files.size(),
                           renewed, keys.size());
  return {};
}

// The tree's files, the folders that they are in (something may appear there), and what else decides.
std::vector<std::string> inputsOf(const Preparation& work, const config::Settings& asked) {
  Diagnostics ignored;
  std::set<std::string> inputs = {work.root.string()};
  for (const scan::WalkedFile& file :
       scan::walkTree({.root = work.root, .paths = {}, .exclude = {}}, ignored).files) {
    fs::path path = work.root / file.path;
    inputs.insert(path.string());
    while ((path = path.parent_path()) != work.root && inputs.insert(path.string()).second) {
    }
  }
  std::error_code error;
  inputs.insert(fs::read_symlink("/proc/self/exe", error).string());
  if (const auto file = config::findConfigFile(work.root)) inputs.insert(file->string());
  if (asked.has("from-manifest")) inputs.insert(fs::absolute(asked.text("from-manifest")).string());
  if (const auto database = scan::findDatabase(
          work.root,
          asked.has("build-folder") ? std::optional<fs::path>(asked.text("build-folder")) : std::nullopt);
      database && *database)
    inputs.insert(fs::absolute(**database).string());
  return {inputs.begin(), inputs.end()};
}

// Without the file `prepared` the next build prepares again.
Expected<void> writeDone(const Preparation& work, const config::Settings& asked, bool isDone) {
  const fs::path done = work.places.prepared();
  std::error_code ignored;
  if (isDone)
    ASSAY_TRY_VOID(launch::writeQuickly(done, ""));
  else
    fs::remove(done, ignored);
  if (!asked.has("depfile")) return {};
  return launch::writeQuickly(asked.text("depfile"),
                              launch::dependencyRule(done.string(), inputsOf(work, asked)));
}

Expected<void> prepareTree(const Preparation& work, Invocation& invocation) {
  const OutputToFile log(work.places.folder / "log");
  auto guards = makeGuards(work, invocation.settings, invocation.diagnostics);
  const bool isDone = guards.has_value();
  if (!isDone) {
    const Error& reason = guards.error();
    invocation.diagnostics.warning("assay-launch-006", reason.where,
                                   "this build has no guards: " + reason.message, reason.hint);
    guards = Guards{};
    std::error_code ignored;
    fs::remove(work.manifest, ignored);  // should it be the reason: it is made anew
  }
  ASSAY_TRY_VOID(writeGuards(work, *std::move(guards), invocation.diagnostics));
  return writeDone(work, invocation.settings, isDone);
}

}  // namespace

Expected<ExitCode> ccCommand(Invocation& invocation) {
  ASSAY_TRY(const Preparation work, openPreparation(invocation));
  // Options name files from the folder where the command was given.
  for (const char* key : {"build-folder", "from-manifest", "depfile"})
    if (invocation.settings.has(key))
      invocation.settings.set(key, {fs::absolute(invocation.settings.text(key)).string()});
  std::error_code error;
  fs::current_path(work.root, error);
  ASSAY_TRY_VOID(prepareTree(work, invocation));
  return ExitCode::Done;
}

}  // namespace assay::tool
