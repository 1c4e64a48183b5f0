// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "golden/expectation.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace assay::test {
namespace {

void write(const GoldenCase& golden, const std::string& file, const std::string& text) {
  std::ofstream(golden.folder() / file, std::ios::binary) << text;
}

void printDifference(const GoldenCase& golden, const std::string& file, const std::string& actual) {
  const TemporaryFolder folder;
  folder.write("actual", actual);
  folder.write("expected", golden.read(file));
  const Run diff = run(
      {{"diff", "-u", "--label", file, "--label", "actual", "expected", "actual"}, folder.path(), {}, ""});
  std::cout << golden.folder().filename().string() << ":\n" << diff.out;
}

}  // namespace

GoldenMode goldenMode() {
  const char* mode = std::getenv("ASSAY_GOLDEN");
  if (mode == nullptr || *mode == '\0') return GoldenMode::Compare;
  if (std::getenv("CI") != nullptr) {
    std::cerr << "ASSAY_GOLDEN is refused where CI is set\n";
    std::exit(1);
  }
  if (std::string_view(mode) == "create") return GoldenMode::Create;
  if (std::string_view(mode) == "update") return GoldenMode::Update;
  std::cerr << "ASSAY_GOLDEN is create or update\n";
  std::exit(1);
}

void expectGolden(const GoldenCase& golden, const std::string& file, const std::string& actual) {
  const GoldenMode mode = goldenMode();
  if (mode == GoldenMode::Create && !golden.has(file) && !actual.empty()) return write(golden, file, actual);
  if (mode == GoldenMode::Update && golden.read(file) != actual) {
    printDifference(golden, file, actual);
    if (actual.empty())
      std::filesystem::remove(golden.folder() / file);
    else
      write(golden, file, actual);
    return;
  }
  EXPECT_EQ(golden.read(file), actual) << file;
}

void expectDiagnostics(const GoldenCase& golden, const std::string& text, int exitCode) {
  expectGolden(golden, "diagnostics", text);
  expectGolden(golden, "exit-code", exitCode == 0 ? "" : std::to_string(exitCode) + "\n");
}

}  // namespace assay::test
