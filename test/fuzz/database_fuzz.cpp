// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the reader of compile_commands.json: every build system writes one, and some by hand.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/database_properties.h"
#include "support/temporary_folder.h"

namespace {

// With the files that the seeds name.
const std::string& databasePath() {
  static const assay::test::TemporaryFolder folder;
  static const std::string path = [] {
    folder.write("a.c", "int a;\n");
    folder.write("src/b.cc", "int b;\n");
    folder.write("words", "-DX -I 'with blank' @words @more\n");
    folder.write("more", "-DY\n");
    return (folder.path() / "compile_commands.json").string();
  }();
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!assay::fuzz::databaseHolds(text, databasePath())) std::abort();
  return 0;
}
