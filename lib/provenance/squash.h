// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The message that `git merge --squash` proposes: those of its commits, each set in by four blanks below a
// head with its author. Whether any of it speaks of a model is not known here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::provenance {

struct SquashedMessage {
  std::string text;                  ///< line by line, the joined messages as they were written
  std::vector<std::string> authors;  ///< NAME <ADDRESS> of the joined commits, in order
};

/// A message without such a part is its own text. A subject in front of that part and trailers behind it are
/// left as they are.
SquashedMessage readSquash(std::string_view message);

}  // namespace assay::provenance
