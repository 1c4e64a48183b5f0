// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file -> who wrote each of its lines, by asking git: the one place where the sources are read. What they
// mean together is join.h's.
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "provenance/git.h"
#include "provenance/join.h"
#include "provenance/share.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::provenance {

/// The repositories that files turned out to belong to, and what was read of them: each commit's message and
/// note once, however many files it is in. Keep one for all files. Not thread-safe.
class Repositories {
 public:
  explicit Repositories(Limits limits = {});
  Repositories(const Repositories&) = delete;
  Repositories& operator=(const Repositories&) = delete;
  ~Repositories();

  /// Opened on first use: the innermost one that the file is in (a submodule before what it is a part of).
  class Opened;
  Expected<Opened*> of(const std::filesystem::path& file, Diagnostics& diagnostics);

 private:
  Limits limits_;
  std::map<std::filesystem::path, std::unique_ptr<Opened>> opened_;  // by the folder that has `.git`
  std::map<std::filesystem::path, Error> refused_;                   // likewise: git is not asked again
};

/// The file as it is in the working tree, changes that are not committed included; white space and moves
/// within the file make no new author. Says once per repository that a clone is shallow. Fails (Input) with
/// what to do when there is no git, the file is in no repository, or git does not track it.
Expected<FileAttribution> attributeFile(Repositories& repositories, const std::filesystem::path& file,
                                        Diagnostics& diagnostics);

}  // namespace assay::provenance
