// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A case is a folder: what goes in, what has to come out. Files with a meaning of their own:
//   args           options or compiler flags, blank-separated
//   diagnostics    what assay has to print on stderr; absent = nothing
//   exit-code      absent = 0
//   expected*      what has to come out
//   outcomes       of instrument: each function's name, coverage and code
// Everything else is input.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/temporary_folder.h"

namespace assay::test {

class GoldenCase {
 public:
  explicit GoldenCase(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] bool has(const std::string& file) const;
  /// The file's bytes; empty when there is none.
  [[nodiscard]] std::string read(const std::string& file) const;
  /// The blank-separated words of a file.
  [[nodiscard]] std::vector<std::string> words(const std::string& file) const;
  [[nodiscard]] int exitCode() const;
  /// Names of the files that are input, in order.
  [[nodiscard]] std::vector<std::string> inputs() const;

 private:
  std::filesystem::path folder_;
};

/// The case folders of a verb, by name.
std::vector<std::filesystem::path> goldenCases(const std::string& verb);
/// "a-sentence" -> "a_sentence", for GoogleTest.
std::string testName(const std::filesystem::path& folder);

bool isUnit(const std::filesystem::path& file);
/// compile_commands.json for the C and C++ units of a folder, with these flags. Defaults to C17 and C++20.
std::string compilationDatabase(const std::filesystem::path& folder, const std::vector<std::string>& units,
                                const std::vector<std::string>& flags);
struct UnitCommand {
  std::string unit;
  std::vector<std::string> flags;
};
/// The same with a command of its own for each; a unit may be there more than once.
std::string compilationDatabase(const std::filesystem::path& folder,
                                const std::vector<UnitCommand>& commands);
/// The flags with a default standard for the unit's language when they name none.
std::vector<std::string> flagsFor(const std::string& unit, const std::vector<std::string>& flags);

/// Runs the assay that was built with these tests, in a plain environment.
Run runAssay(std::vector<std::string> arguments, const std::filesystem::path& folder);

}  // namespace assay::test
