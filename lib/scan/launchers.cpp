// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/launchers.h"

#include <algorithm>
#include <array>

#include "scan/file_kind.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

struct Launcher {
  std::string_view name;
  std::string_view withValue;  // options whose value is the next argument, blank-separated
  bool mayChoose = false;      // names no compiler when it is to take its own
};

constexpr std::array<Launcher, 27> kLaunchers = {{{"ccache", "", false},
                                                  {"sccache", "", false},
                                                  {"cachepot", "", false},
                                                  {"distcc", "", true},
                                                  {"pump", "", false},
                                                  {"icecc", "", true},
                                                  {"icerun", "", false},
                                                  {"gomacc", "", false},
                                                  {"goma", "", false},
                                                  {"rewrapper", "", false},
                                                  {"reclient", "", false},
                                                  {"buildcache", "", false},
                                                  {"clcache", "", false},
                                                  {"fastbuild", "", false},
                                                  {"env", "-u --unset -C --chdir", false},
                                                  {"time", "-f --format -o --output", false},
                                                  {"nice", "-n --adjustment", false},
                                                  {"ionice", "-c --class -n --classdata", false},
                                                  {"nohup", "", false},
                                                  {"sh", "", false},
                                                  {"bash", "", false},
                                                  {"libtool", "", false},
                                                  {"wine", "", false},
                                                  {"wine64", "", false},
                                                  {"xcrun", "-sdk --sdk -toolchain --toolchain", false},
                                                  {"assay-cc", "--index", false},
                                                  {"colorgcc", "", true}}};

const Launcher* launcherOf(std::string_view argument) {
  const std::string name = toolName(argument);
  const auto* found = std::ranges::find(kLaunchers, name, &Launcher::name);
  return found == kLaunchers.end() ? nullptr : found;
}

bool isSetting(std::string_view argument) {
  return !argument.starts_with('-') && argument.find('=') != std::string_view::npos;
}

bool takesValue(const Launcher& launcher, std::string_view option) {
  return std::ranges::any_of(split(launcher.withValue, ' '),
                             [&](std::string_view known) { return known == option; });
}

// The index behind the launcher at `at`, its options and settings.
std::size_t behind(const Launcher& launcher, const std::vector<std::string>& arguments, std::size_t at) {
  if (launcher.mayChoose && at + 1 < arguments.size() && arguments[at + 1].starts_with('-')) return at;
  for (++at; at < arguments.size(); ++at) {
    if (arguments[at].starts_with('-'))
      at += takesValue(launcher, arguments[at]) ? 1 : 0;
    else if (!isSetting(arguments[at]))
      break;
  }
  return at;
}

// `cmake -E env A=b -- g++`, `cmake -E __run_co_compile --source=a.cc -- g++`, `assay cc --index=FILE -- g++`
std::size_t behindDashes(const std::vector<std::string>& arguments, std::size_t at) {
  if (at + 1 >= arguments.size()) return at;
  const std::string name = toolName(arguments[at]);
  const std::string& next = arguments[at + 1];
  if (!(name == "cmake" && next == "-E") && !(name == "assay" && next == "cc")) return at;
  for (std::size_t i = at + 2; i + 1 < arguments.size(); ++i)
    if (arguments[i] == "--") return i + 1;
  return at;
}

}  // namespace

std::string toolName(std::string_view path) {
  std::string name = lower(baseName(path.substr(path.rfind('\\') + 1)));
  if (name.ends_with(".exe")) name.resize(name.size() - 4);
  const std::size_t version = name.find_last_not_of("0123456789.");
  if (version != std::string::npos && version > 0 && name[version] == '-') name.resize(version);
  return name;
}

std::vector<std::string> withoutLaunchers(std::vector<std::string> arguments) {
  std::size_t first = 0;
  while (first + 1 < arguments.size()) {
    const Launcher* launcher = launcherOf(arguments[first]);
    const std::size_t next =
        launcher != nullptr ? behind(*launcher, arguments, first) : behindDashes(arguments, first);
    if (next >= arguments.size()) break;
    if (next == first) {
      if (launcher != nullptr) arguments[first] = "cc";
      break;
    }
    first = next;
  }
  arguments.erase(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(first));
  return arguments;
}

}  // namespace assay::scan
