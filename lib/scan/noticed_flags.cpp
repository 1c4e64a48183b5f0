// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/noticed_flags.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "scan/adjust_arguments.h"
#include "scan/begins_with_any.h"
#include "scan/file_kind.h"
#include "scan/msvc_arguments.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

// Values that may be words of their own: they are joined to the option.
constexpr std::array<std::string_view, 23> kValued = {
    "-D",        "-U",        "-target", "-x",          "-I",       "-isystem", "-iquote",       "-idirafter",
    "-isysroot", "--sysroot", "-F",      "-iframework", "-include", "-imacros", "-include-pch",  "-o",
    "-MF",       "-MT",       "-MQ",     "-MJ",         "--param",  "-mllvm",   "-Xpreprocessor"};

// Of these the values are places, or name files.
constexpr std::array<std::string_view, 11> kPlaces = {"-I",           "-isystem",   "-iquote", "-idirafter",
                                                      "-isysroot",    "--sysroot=", "-F",      "-iframework",
                                                      "-include-pch", "-include",   "-imacros"};

constexpr std::array<std::string_view, 9> kSwitches = {"-D",        "-U",      "-std=", "--std=", "-m",
                                                       "--target=", "-target", "-O",    "-ansi"};

// Outputs, inputs of the linker, warnings, debugging.
constexpr std::array<std::string_view, 20> kUnnoticed = {
    "-o", "-c",    "-S",          "-E",           "-M", "-W",   "-w",     "-pedantic",     "-g", "-L",
    "-l", "-pipe", "-save-temps", "--save-temps", "-v", "-###", "-mllvm", "-frandom-seed", "-P", "-dump"};

// Of the flags that begin with -f: how code is laid out, or what is said.
constexpr std::array<std::string_view, 26> kUnnoticedWays = {
    "-fdiagnostics",   "-fno-diagnostics", "-fcolor-diag",    "-fno-color-diag",
    "-fansi-escape",   "-fmessage-length", "-fvisibility",    "-ffunction-sections",
    "-fdata-sections", "-fno-omit-frame",  "-fomit-frame",    "-fdebug-",
    "-fmacro-prefix",  "-ffile-prefix",    "-flto",           "-fno-lto",
    "-ftime-",         "-fuse-ld",         "-fplugin",        "-fpass-plugin",
    "-fprofile",       "-fcoverage",       "-ftest-coverage", "-fcrash",
    "-fmodule",        "-fno-modules"};

bool isAmong(const auto& names, std::string_view text) {
  return std::ranges::find(names, text) != names.end();
}

bool isUnnoticed(std::string_view flag) {
  if (flag.starts_with("-Wp,")) return flag.starts_with("-Wp,-M");
  return beginsWithAny(flag, kUnnoticed) || beginsWithAny(flag, kUnnoticedWays);
}

// A file's name in a flag is of this machine and tells a reader nothing.
bool isSwitch(std::string_view flag) {
  if (flag == "-pthread" || beginsWithAny(flag, kSwitches)) return true;
  return flag.starts_with("-f") && flag.find('/') == std::string_view::npos;
}

std::string absolutePath(const CompileCommand& command, std::string_view path) {
  return (fs::path(command.folder) / path).lexically_normal().string();
}

// "c" of -xc-header.
std::string languageNamed(std::string_view value) {
  return std::string(value.ends_with("-header") ? value.substr(0, value.size() - 7) : value);
}

std::string languageByName(const CompileCommand& command) {
  if (!command.arguments.empty() && baseName(command.arguments.front()).find("++") != std::string_view::npos)
    return "c++";
  return kindOf(command.file) == FileKind::CSource ? "c" : "c++";
}

std::vector<std::string> translatedWordsOf(const CompileCommand& command) {
  if (command.arguments.empty()) return {};
  if (isMicrosoftStyle(command.arguments.front())) return fromMicrosoft(command.arguments).arguments;
  return {command.arguments.begin() + 1, command.arguments.end()};
}

class Sorting {
 public:
  explicit Sorting(const CompileCommand& command) : command_(command), language_(languageByName(command)) {}

  NoticedFlags run() {
    std::vector<std::string> words = translatedWordsOf(command_);
    std::erase(words, "-Xclang");
    if (const std::string target = targetOfCompiler(compiler()); !target.empty())
      flags_.switches.push_back("--target=" + target);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool separate = isAmong(kValued, words[i]) && i + 1 < words.size();
      take(words[i], separate ? std::string_view(words[i + 1]) : std::string_view());
      if (separate) ++i;
    }
    flags_.switches.push_back("-x" + language_);
    return std::move(flags_);
  }

 private:
  [[nodiscard]] std::string_view compiler() const {
    return command_.arguments.empty() ? std::string_view() : std::string_view(command_.arguments.front());
  }

  void take(const std::string& word, std::string_view value) {
    const std::string flag = word + (word == "--sysroot" ? "=" : "") + std::string(value);
    const auto place = std::ranges::find_if(kPlaces, [&](auto name) { return flag.starts_with(name); });
    if (place != kPlaces.end())
      flags_.others.push_back(std::string(*place) + " " + absolutePath(command_, flag.substr(place->size())));
    else if (flag.starts_with("-x") && flag.size() > 2 && lower(flag[2]) == flag[2])
      language_ = languageNamed(std::string_view(flag).substr(2));
    else if (!isUnnoticed(flag) && !isInput(flag))
      (isSwitch(flag) ? flags_.switches : flags_.others).push_back(flag);
  }

  [[nodiscard]] bool isInput(std::string_view word) const {
    return !word.starts_with('-') && baseName(word) == baseName(command_.file);
  }

  const CompileCommand& command_;
  std::string language_;
  NoticedFlags flags_;
};

}  // namespace

NoticedFlags noticedFlagsOf(const CompileCommand& command) {
  return Sorting(command).run();
}

std::uint64_t noticedKeyOf(const CompileCommand& command) {
  const NoticedFlags flags = noticedFlagsOf(command);
  if (command.guessed) return hash64("guessed " + flags.switches.back());
  return hash64(join(flags.switches, "\n") + "\n\n" + join(flags.others, "\n"));
}

}  // namespace assay::scan
