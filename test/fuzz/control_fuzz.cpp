// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of control files: what the tool and a guarded process make of any bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/control_properties.h"
#include "runtime/src/cold/control.h"
#include "runtime/src/cold/state.h"
#include "support/temporary_folder.h"

namespace {

const std::filesystem::path& controlFile() {
  static const assay::test::TemporaryFolder folder;
  static const std::filesystem::path file = [] {
    const std::filesystem::path path = folder.path() / "experiments.control";
    auto& known = assay::runtime::state.control;  // the environment was read when the runtime was loaded
    path.string().copy(known, sizeof known - 1);
    return path;
  }();
  return file;
}

/// As a process reads it that looks at the file.
bool processAgrees(const std::string& bytes) {
  if (!assay::writeFileAtomically(controlFile(), bytes)) return false;
  const bool toolTakesIt = assay::experiment::readControlFile(controlFile()).has_value();
  return (assay::runtime::readControl().problem == nullptr) == toolTakesIt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = assay::fuzz::controlBytes({reinterpret_cast<const char*>(data), size});
  if (!assay::fuzz::controlHolds(bytes, controlFile()) || !processAgrees(bytes)) std::abort();
  return 0;
}
