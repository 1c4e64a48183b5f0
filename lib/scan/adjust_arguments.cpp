// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/adjust_arguments.h"

#include <clang/Basic/LangStandard.h>
#include <clang/Driver/Types.h>
#include <llvm/Option/Arg.h>
#include <llvm/Option/ArgList.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/Triple.h>
#include <llvm/TargetParser/X86TargetParser.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "scan/begins_with_any.h"
#include "scan/clang_compat.h"
#include "scan/file_kind.h"
#include "scan/msvc_arguments.h"
#include "scan/nvcc_arguments.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;
using llvm::opt::Arg;
using llvm::opt::ArgStringList;
using llvm::opt::InputArgList;

// Outputs, actions and dependency files: whole options.
constexpr std::array<std::string_view, 22> kDropped = {
    "-o",  "-c",  "-S",  "-E",  "-M",   "-MM",   "-MD", "-MMD", "-MF",          "-MT",          "-MQ",
    "-MP", "-MG", "-MV", "-MJ", "-pch", "-pipe", "-P",  "-###", "-include-pch", "--save-temps", "-v"};

// Precompiled headers, modules, plugins, side outputs: everything that begins so.
constexpr std::array<std::string_view, 25> kDroppedBeginnings = {
    "-Werror",       "-pedantic-errors", "-save-temps",   "-fpch-",         "-fmodule",
    "-fno-modules",  "-fprebuilt-mod",   "-fcxx-modules", "-fimplicit-mod", "-fbuiltin-mod",
    "-fplugin",      "-fpass-plugin",    "-ftime-trace",  "-fdiagnostics-", "-fcrash-diagnost",
    "-gen-cdb-frag", "-Winvalid-pch",    "-fsyntax-only", "-serialize-dia", "--serialize-dia",
    "-index-store",  "-fdeps-",          "-flang-info-",  "-dumpdir",       "-dumpbase"};

// The same for what is handed through to the compiler proper; each takes its own value along.
constexpr std::array<std::string_view, 8> kDroppedProper = {"-include-pch",   "-load",    "-plugin",
                                                            "-add-plugin",    "-fmodule", "-fprebuilt-mod",
                                                            "-fimplicit-mod", "-emit-"};

// "-Werror=x" and "-pedantic-errors" switch warnings on as well as making them errors.
std::string warningOf(const std::string& text) {
  if (text.starts_with("-Werror=")) return "-W" + text.substr(8);
  if (text == "-pedantic-errors") return "-pedantic";
  return {};
}

// GCC may know a newer standard than this Clang: the newest that Clang knows stands for it.
std::string knownStandard(const std::string& standard) {
  if (clang::LangStandard::getLangKind(standard) != clang::LangStandard::lang_unspecified) return standard;
  const bool gnu = standard.starts_with("gnu");
  if (standard.find("++") != std::string::npos) return gnu ? "gnu++26" : "c++26";
  return gnu ? "gnu2y" : "c2y";
}

Translation inClangsWords(const CompileCommand& command) {
  if (command.arguments.empty()) return {"c++", {}, {}};
  const std::string& compiler = command.arguments.front();
  if (isMicrosoftStyle(compiler)) return fromMicrosoft(command.arguments);
  if (isNvcc(compiler)) return fromNvcc(command.arguments, command.file);
  return {compiler, {command.arguments.begin() + 1, command.arguments.end()}, {}};
}

// What the driver takes for an input of the linker (.ixx, .mpp).
bool isCppToUsOnly(const std::string& file) {
  std::string extension = fs::path(file).extension().string();
  if (extension.starts_with('.')) extension.erase(0, 1);
  const auto type = clang::driver::types::lookupTypeForExtension(extension);
  const bool unknown = type == clang::driver::types::TY_INVALID || type == clang::driver::types::TY_Object;
  return unknown && kindOf(file) == FileKind::CppSource;
}

class Adjustment {
 public:
  Adjustment(const Translation& line, const std::string& folder, std::vector<std::string>& out)
      : arguments_(line.arguments),
        folder_(folder),
        out_(out),
        hasTarget_(!targetOfCompiler(line.compiler).empty()) {}

  void run() {
    std::vector<const char*> raw;
    for (const std::string& argument : arguments_) raw.push_back(argument.c_str());
    unsigned missingIndex = 0;
    unsigned missingCount = 0;
    const InputArgList arguments = compat::driverOptions().ParseArgs(
        raw, missingIndex, missingCount, llvm::opt::Visibility(compat::kClangDriverOptions));
    for (const Arg* argument : arguments) take(*argument, arguments);
  }

  std::vector<std::string> unknown;
  bool hasLanguage = false;  // some -x names one

 private:
  void take(const Arg& argument, const InputArgList& all) {
    using Class = llvm::opt::Option::OptionClass;
    const Class kind = argument.getOption().getKind();
    if (kind == Class::InputClass) return;
    const std::string name = argument.getOption().getPrefixedName().str();
    const std::string text = argument.getAsString(all);
    if (kind == Class::UnknownClass) {
      if (!beginsWithAny(text, kDroppedBeginnings) && !text.starts_with("-W")) unknown.push_back(text);
      return;
    }
    if (name == "-std=" || name == "--std=") {
      out_.push_back("-std=" + knownStandard(argument.getValue()));
      return;
    }
    if (name == "-x" && isNoLanguage(argument.getValue())) {
      unknown.push_back(text);
      return;
    }
    if (name == "-x") hasLanguage = true;
    if (!hasTarget_ && isUnknownProcessor(argument, all)) {
      unknown.push_back(text);
      return;
    }
    if (name == "-Xclang") return takeProper(argument.getValue());
    if (name == "-include") return takeInclude(argument.getValue());
    if (name == "-include-pch") return takeHeaderOf(argument.getValue());
    if (const std::string warning = warningOf(text); !warning.empty()) out_.push_back(warning);
    if (std::ranges::find(kDropped, name) != kDropped.end() || beginsWithAny(text, kDroppedBeginnings))
      return;
    ArgStringList rendered;
    argument.render(all, rendered);
    out_.insert(out_.end(), rendered.begin(), rendered.end());
  }

  void takeProper(const std::string& value) {
    if (dropNextProper_) {
      dropNextProper_ = false;
      return;
    }
    if (beginsWithAny(value, kDroppedProper)) {
      dropNextProper_ = value.find('=') == std::string::npos;
      return;
    }
    out_.insert(out_.end(), {"-Xclang", value});
  }

  // Handed to the compiler proper, because the driver would look for a precompiled header beside it. One that
  // does not exist yet (made by the build) must not stop the parse.
  void takeInclude(const std::string& value) {
    std::error_code ignored;
    if (fs::path(value).is_absolute() && !fs::exists(value, ignored)) return;
    out_.insert(out_.end(), {"-Xclang", "-include", "-Xclang", value});
  }

  // pre.h.pch was made of pre.h. It belongs to another compiler, so the header is read in its place.
  void takeHeaderOf(const std::string& precompiled) {
    const fs::path header = fs::path(precompiled).replace_extension();
    std::error_code ignored;
    if (fs::is_regular_file(fs::path(folder_) / header, ignored)) takeInclude(header.string());
  }

  // Intel's -xHost names a processor.
  [[nodiscard]] static bool isNoLanguage(const char* value) {
    return std::string_view(value) != "none" &&
           clang::driver::types::lookupTypeForTypeSpecifier(value) == clang::driver::types::TY_INVALID;
  }

  // A processor that Clang does not know for this machine's target would end the parse before it begins.
  [[nodiscard]] static bool isUnknownProcessor(const Arg& argument, const InputArgList& all) {
    const std::string name = argument.getOption().getPrefixedName().str();
    if (name != "-march=" && name != "-mtune=") return false;
    if (all.hasArg(compat::kTarget) || !llvm::Triple(llvm::sys::getDefaultTargetTriple()).isX86())
      return false;
    const llvm::StringRef value = argument.getValue();
    return value != "native" && llvm::X86::parseTuneCPU(value) == llvm::X86::CK_None &&
           llvm::X86::parseArchX86(value) == llvm::X86::CK_None;
  }

  const std::vector<std::string>& arguments_;
  const std::string& folder_;
  std::vector<std::string>& out_;
  bool hasTarget_;
  bool dropNextProper_ = false;
};

}  // namespace

std::string targetOfCompiler(std::string_view compiler) {
  const std::string_view name = baseName(compiler);
  for (const std::string_view tool : {"-gcc", "-g++", "-cc", "-c++", "-clang", "-clang++"}) {
    const std::size_t at = name.rfind(tool);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view rest = name.substr(at + tool.size());
    const bool versionOrEnd = rest.find_first_not_of("-.0123456789") == std::string_view::npos;
    const std::string_view target = name.substr(0, at);
    if (!versionOrEnd || target.find('-') == std::string_view::npos) continue;
    if (llvm::Triple(llvm::StringRef(target)).getArch() != llvm::Triple::UnknownArch)
      return std::string(target);
  }
  return {};
}

std::vector<std::string> adjustArguments(const CompileCommand& command, ParsePurpose purpose) {
  const Translation line = inClangsWords(command);
  std::vector<std::string> out{line.compiler};
  if (const std::string target = targetOfCompiler(line.compiler); !target.empty())
    out.push_back("--target=" + target);
  Adjustment adjustment(line, command.folder, out);
  adjustment.run();
  if (!adjustment.hasLanguage && isCppToUsOnly(command.file)) out.emplace_back("-xc++");
  if (purpose == ParsePurpose::Collect) out.emplace_back("-w");
  for (const char* always : {"-fsyntax-only", "-ferror-limit=0", "-fno-spell-checking",
                             "-Wno-unknown-warning-option", "-Qunused-arguments"})
    out.emplace_back(always);
  return out;
}

std::vector<std::string> unknownArguments(const CompileCommand& command) {
  Translation line = inClangsWords(command);
  std::vector<std::string> kept;
  Adjustment adjustment(line, command.folder, kept);
  adjustment.run();
  line.unknown.insert(line.unknown.end(), adjustment.unknown.begin(), adjustment.unknown.end());
  return std::move(line.unknown);
}

}  // namespace assay::scan
