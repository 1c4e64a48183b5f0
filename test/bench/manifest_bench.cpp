// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A manifest of 100,000 functions: what it costs to read it, hold it and write it. Time and memory are those
// of a fresh process that does nothing else (this program again, with --child), so that making the functions
// does not count.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "bars.h"
#include "manifest/manifest.h"
#include "support/file.h"

namespace {

using namespace assay;
namespace fs = std::filesystem;

constexpr std::size_t kFunctions = 100'000;
constexpr std::size_t kFunctionsPerFile = 8;
constexpr int kRuns = 5;

class Codebase {
 public:
  model::Manifest make() {
    model::Manifest manifest;
    manifest.totals = {40'000, 12'000'000, 900'000, 9'000'000};
    for (std::size_t i = 0; i < kFunctions; ++i) {
      if (i % kFunctionsPerFile == 0) beginFile(manifest);
      manifest.functions.push_back(function(manifest.files.back().path));
    }
    manifest::sortManifest(manifest);
    return manifest;
  }

 private:
  using Words = std::array<const char*, 8>;
  static constexpr Words kNouns = {"Table", "Cache", "Query", "Session", "Index", "Buffer", "Writer", "Plan"};
  static constexpr Words kVerbs = {"insert",  "find",  "merge",     "flush",
                                   "rebuild", "parse", "serialize", "verify"};
  static constexpr Words kTypes = {
      "const Slice &", "std::string_view", "std::uint64_t", "WriteBatch *", "const std::vector<Entry> &",
      "bool",          "Status *",         "ReadOptions"};

  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string word(const Words& words) { return words[below(words.size())]; }

  void beginFile(model::Manifest& manifest) {
    char path[80];
    std::snprintf(path, sizeof path, "src/%s/%s_%06zu.cc", word(kVerbs).c_str(), word(kNouns).c_str(),
                  manifest.files.size());
    char hash[33];
    std::snprintf(hash, sizeof hash, "%016llx%016llx", static_cast<unsigned long long>(random_()),
                  static_cast<unsigned long long>(random_()));
    manifest.files.push_back({path, hash, {}});
    line_ = 1;
  }

  std::string signature() {
    std::string text = "Status (" + word(kTypes);
    for (std::size_t i = below(4); i > 0; --i) text += ", " + word(kTypes);
    return text + ')';
  }

  // As long as people's prompts are: a sentence, sometimes several lines.
  std::string prompt() {
    std::string text;
    for (std::size_t i = 2 + below(5); i > 0; --i)
      text += word(kVerbs) + " the " + word(kNouns) + (below(12) == 0 ? ",\n" : ", ");
    return text + "without locks: O(1)";
  }

  model::Tag tag() {
    model::Tag made{
        model::Authorship::Generated, "GPT-4", "openai/gpt-4", "", "2024-01-15", prompt(), "", {}};
    if (below(3) == 0) made.tool = "GitHub Copilot";
    if (below(4) == 0) made.extra = {{"reviewed-by", "eve"}, {"complexity", "O(n log n)"}};
    return made;
  }

  model::AnnotatedFunction function(const std::string& file) {
    model::AnnotatedFunction made;
    made.id = random_();
    made.name = "storage::" + word(kNouns) + word(kNouns) + "::" + word(kVerbs) + word(kNouns);
    made.signature = signature();
    made.kind = model::FunctionKind::Method;
    if (below(3) == 0) made.traits = {model::Trait::Virtual, model::Trait::Noexcept};
    made.file = file;
    place(made);
    made.tag = tag();
    if (below(20) == 0) made.history = {tag()};
    made.bodyFingerprint = random_();
    made.outcome = model::Outcome{model::Coverage::Full, "", ""};
    return made;
  }

  void place(model::AnnotatedFunction& made) {
    const auto size = static_cast<unsigned>(5 + below(60));
    made.tagLine = line_;
    made.lines = {line_ + 1, line_ + size};
    made.bodyBegin = {line_ + 1, static_cast<unsigned>(20 + below(60))};
    made.bodyEnd = {line_ + size, 1};
    line_ += size + 2;
  }

  std::mt19937_64 random_{1};
  unsigned line_ = 1;
};

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double processorSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Not getrusage: its maximum outlives exec and would be the parent's.
double peakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024 / 1e6;
  return -1;
}

int readAndWrite(const fs::path& from, const fs::path& to) {
  Diagnostics diagnostics;
  const auto start = std::chrono::steady_clock::now();
  const auto manifest = manifest::loadManifest(from, diagnostics);
  if (!manifest) return 1;
  const double read = secondsSince(start);
  const double readProcessor = processorSeconds();
  const auto written = writeFileAtomically(to, manifest::writeManifest(*manifest));
  if (!written) return 1;
  std::printf("%f %f %f %f %f\n", read, secondsSince(start) - read, readProcessor,
              processorSeconds() - readProcessor, peakMegabytes());
  return 0;
}

struct Measured {
  double read = 0;
  double write = 0;
  double readProcessor = 0;
  double writeProcessor = 0;
  double megabytes = 0;

  [[nodiscard]] double seconds() const { return read + write; }
};

bool parse(FILE* child, Measured& measured) {
  return std::fscanf(child, "%lf %lf %lf %lf %lf", &measured.read, &measured.write, &measured.readProcessor,
                     &measured.writeProcessor, &measured.megabytes) == 5;
}

Measured measure(const fs::path& from, const fs::path& to) {
  const std::string command =
      "'/proc/" + std::to_string(getpid()) + "/exe' --child '" + from.string() + "' '" + to.string() + '\'';
  Measured result;
  FILE* child = popen(command.c_str(), "r");
  const bool parsed = child != nullptr && parse(child, result);
  if (child == nullptr || pclose(child) != 0 || !parsed) {
    std::fputs("the measured process failed\n", stderr);
    std::exit(1);
  }
  std::printf("read %.3f s (processor %.3f s), write %.3f s (processor %.3f s), peak %.0f MB\n", result.read,
              result.readProcessor, result.write, result.writeProcessor, result.megabytes);
  return result;
}

int measureAll(const fs::path& folder) {
  const fs::path given = folder / "given.yaml";
  const fs::path written = folder / "written.yaml";
  const std::string text = manifest::writeManifest(Codebase().make());
  if (!writeFileAtomically(given, text)) return 1;
  std::printf("%zu functions, %.1f MB of text\n", kFunctions, static_cast<double>(text.size()) / 1e6);
  std::vector<Measured> runs;
  for (int i = 0; i < kRuns; ++i) runs.push_back(measure(given, written));
  if (readFile(written).value_or("") != text) {
    std::fputs("what was written is not what was read\n", stderr);
    return 1;
  }
  // Of time by the clock, the least: what other programs do can only add to it.
  bench::bar("manifest_read_write", std::ranges::min(runs, {}, &Measured::seconds).seconds(), "s", 2);
  bench::bar("manifest_memory", std::ranges::max(runs, {}, &Measured::megabytes).megabytes, "MB", 500);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 4 && std::string(arguments[1]) == "--child") return readAndWrite(arguments[2], arguments[3]);
  const fs::path folder = fs::temp_directory_path() / ("assay-bench-" + std::to_string(getpid()));
  fs::create_directory(folder);
  const int result = measureAll(folder);
  fs::remove_all(folder);
  return result;
}
