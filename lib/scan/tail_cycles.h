// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that call each other in tail position (even calls odd, which calls even), which optimised code
// makes jumps of. Only the files of this room that know Clang include this header.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include <clang/AST/Decl.h>

namespace assay::scan {

class TailCycles {
 public:
  /// Whether a function's body may be looked at: which ones are must not depend on what else was parsed.
  using MayBeSeen = std::function<bool(const clang::FunctionDecl&)>;
  explicit TailCycles(MayBeSeen mayBeSeen) : mayBeSeen_(std::move(mayBeSeen)) {}

  /// Whether the function comes back to itself through one or more others of its file, each of which calls
  /// the next one in tail position only. Says no in doubt.
  bool holds(const clang::FunctionDecl& function);

 private:
  using Callees = std::vector<const clang::FunctionDecl*>;  // definitions
  const Callees& calleesOf(const clang::FunctionDecl& definition);

  MayBeSeen mayBeSeen_;
  std::map<const clang::FunctionDecl*, Callees> known_;
};

}  // namespace assay::scan
