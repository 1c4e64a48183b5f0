// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/environment.h"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>

#include "support/strings.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

// Beside the program, in an installed prefix and in a build folder. Links are followed: the loader wants one
// name.
fs::path redirectLibrary() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return (program.parent_path() / ASSAY_REDIRECT_BESIDE).lexically_normal();
}

std::string inPath(const std::string& word) {
  if (word.find('/') != std::string::npos) return word;
  const char* path = std::getenv("PATH");
  for (const std::string_view folder : split(path == nullptr ? "" : path, ':')) {
    std::error_code error;
    const fs::path file = fs::path(folder) / word;
    if (fs::is_regular_file(file, error)) return file.string();
  }
  return word;
}

std::string nameBehindLinks(const std::string& word) {
  std::error_code error;
  const fs::path real = fs::canonical(inPath(word), error);
  return (error ? fs::path(word) : real).filename().string();
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool hasBlank(const std::string& text) {
  return text.find_first_of(" \t\n") != std::string::npos;
}

std::string joined(const std::optional<std::string>& present, char separator, const std::string& more) {
  return present && !present->empty() ? *present + separator + more : more;
}

}  // namespace

CompilerFamily familyOf(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word.starts_with('-')) break;
    const std::string name = nameBehindLinks(word);
    if (holds(name, "clang") || holds(fs::path(word).filename().string(), "clang"))
      return CompilerFamily::Clang;
    if (holds(name, "g++") || holds(name, "gcc")) return CompilerFamily::Gcc;
  }
  return CompilerFamily::Unknown;
}

std::map<std::string, std::string> environmentFor(const Redirection& redirection, const Lookup& present) {
  std::map<std::string, std::string> variables;
  variables["CPATH"] = joined(present("CPATH"), ':', redirection.runtimeInclude);
  // What ccache looks up by the files it sees, it looks up by the wrong ones: it has to ask the preprocessor.
  variables["CCACHE_NODIRECT"] = variables["CCACHE_NODEPEND"] = "1";
  if (redirection.family != CompilerFamily::Clang) {
    variables["LD_PRELOAD"] = joined(present("LD_PRELOAD"), ':', redirectLibrary().string());
    variables["ASSAY_LAUNCH_INDEX"] = redirection.index.string();
    variables["ASSAY_LAUNCH_SEEN"] = redirection.seen.string();
  }
  if (redirection.family != CompilerFamily::Gcc && !hasBlank(redirection.overlay.string())) {
    const auto before = present("CCC_OVERRIDE_OPTIONS");
    variables["CCC_OVERRIDE_OPTIONS"] = fmt::format(
        "{} +-ivfsoverlay +{}", before && !before->empty() ? *before : "#", redirection.overlay.string());
  }
  return variables;
}

std::vector<std::string> moreWordsFor(const Redirection& redirection) {
  const std::string overlay = redirection.overlay.string();
  if (redirection.family != CompilerFamily::Clang || !hasBlank(overlay)) return {};
  return {"-ivfsoverlay", overlay};
}

}  // namespace assay::launch
