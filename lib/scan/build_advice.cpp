// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/build_advice.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <vector>

#include "scan/find_database.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

struct BuildSystem {
  std::string_view mark;  // a file's name, or "*.extension"
  std::string_view command;
  std::string_view buildFolder;
  std::string_view remark;
};

// In order of preference: a tree may have several.
constexpr std::array<BuildSystem, 19> kSystems = {{
    {"CMakeLists.txt", "cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON", "build", ""},
    {"meson.build", "meson setup build", "build", ""},
    {"MODULE.bazel", "bazel run @hedron_compile_commands//:refresh_all", "",
     "the module hedron_compile_commands has to be in MODULE.bazel"},
    {"WORKSPACE", "bazel run @hedron_compile_commands//:refresh_all", "",
     "hedron_compile_commands has to be in WORKSPACE"},
    {"WORKSPACE.bazel", "bazel run @hedron_compile_commands//:refresh_all", "",
     "hedron_compile_commands has to be in WORKSPACE.bazel"},
    {"BUILD.bazel", "bazel run @hedron_compile_commands//:refresh_all", "",
     "hedron_compile_commands has to be in the workspace"},
    {".gn", "gn gen out/Default --export-compile-commands", "out/Default", ""},
    {"configure", "./configure && bear -- make", "", ""},
    {"autogen.sh", "./autogen.sh && ./configure && bear -- make", "", ""},
    {"configure.ac", "autoreconf -i && ./configure && bear -- make", "", ""},
    {"GNUmakefile", "bear -- make", "", ""},
    {"Makefile", "bear -- make", "", ""},
    {"makefile", "bear -- make", "", ""},
    {"build.ninja", "ninja -t compdb > compile_commands.json", "", ""},
    {"SConstruct", "bear -- scons", "", ""},
    {"*.pro", "qmake && bear -- make", "", ""},
    {"*.sln", "", "",
     "Visual Studio's projects make no compile_commands.json; one from another build serves as well"},
    {"*.vcxproj", "", "",
     "Visual Studio's projects make no compile_commands.json; one from another build serves as well"},
    {"*.xcodeproj", "", "", "Xcode makes no compile_commands.json; one from another build serves as well"},
}};

std::vector<std::string> namesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  return names;
}

bool fits(std::string_view mark, const std::string& name) {
  return mark.starts_with('*') ? name.size() >= mark.size() && name.ends_with(mark.substr(1)) : name == mark;
}

const BuildSystem* systemIn(const fs::path& folder) {
  const std::vector<std::string> names = namesIn(folder);
  for (const BuildSystem& system : kSystems)
    if (std::ranges::any_of(names, [&](const std::string& name) { return fits(system.mark, name); }))
      return &system;
  return nullptr;
}

}  // namespace

BuildAdvice adviceFor(const fs::path& root) {
  for (const fs::path& folder : upToRepository(root))
    if (const BuildSystem* system = systemIn(folder))
      return {root, folder, std::string(system->command), std::string(system->buildFolder),
              std::string(system->remark)};
  return {root, root, "", "",
          "no build file was found; `bear -- COMMAND` records the compilers of any build"};
}

}  // namespace assay::scan
