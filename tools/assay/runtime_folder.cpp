// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/runtime_folder.h"

#include <system_error>

namespace assay::tool {

Expected<std::filesystem::path> runtimeIncludeFolder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::filesystem::path folder = program.parent_path().parent_path() / "include";
  if (error || !std::filesystem::exists(folder / "assay" / "inserted.h", error))
    return fail(ErrorCode::Internal, "'" + (folder / "assay" / "inserted.h").string() + "' is missing",
                "assay's headers belong beside its program: install it again");
  return folder;
}

}  // namespace assay::tool
