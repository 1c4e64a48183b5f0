// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "golden/compilers.h"

#include "golden/golden_case.h"

namespace assay::test {
namespace {

bool exists(const std::string& program) {
  return run({{program, "--version"}, {}, {}, ""}).exitCode == 0;
}

std::vector<Compiler> findCompilers() {
  std::vector<Compiler> found;
  if (!kCompilersJudge) return found;
  if (exists("g++") && exists("gcc")) found.push_back({"gcc", "g++"});
  for (const std::string version : {"-22", "-19", ""}) {
    if (!exists("clang++" + version) || !exists("clang" + version)) continue;
    found.push_back({"clang" + version, "clang++" + version});
    break;
  }
  return found;
}

}  // namespace

const std::vector<Compiler>& compilers() {
  static const std::vector<Compiler> kFound = findCompilers();
  return kFound;
}

Run compile(const Compiler& compiler, const std::filesystem::path& folder, const std::string& unit,
            const std::vector<std::string>& flags) {
  std::vector<std::string> arguments = {unit.ends_with(".c") ? compiler.c : compiler.cxx};
  for (const std::string& flag : flagsFor(unit, flags)) arguments.push_back(flag);
  for (const std::string flag :
       {"-Wall", "-Wextra", "-Werror", "-I", ASSAY_SOURCE_FOLDER "/lib/runtime/include", "-c", "-o"})
    arguments.push_back(flag);
  arguments.push_back(unit + ".o");
  arguments.push_back(unit);
  return run({arguments, folder, {{"LC_ALL", "C"}}, ""});
}

Run link(const Compiler& compiler, const std::filesystem::path& folder, const std::vector<std::string>& units,
         const std::string& program) {
  std::vector<std::string> arguments = {compiler.cxx, "-o", program};
  for (const std::string& unit : units) arguments.push_back(unit + ".o");
  arguments.emplace_back(ASSAY_RUNTIME_LIBRARY);
  arguments.emplace_back("-pthread");
  return run({arguments, folder, {{"LC_ALL", "C"}}, ""});
}

}  // namespace assay::test
