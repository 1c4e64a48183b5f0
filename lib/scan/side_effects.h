// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a call of a function does nothing but return something, or throw: shown, or not shown. What is not
// shown may be harmless. Only the files of this room that know Clang include this header.
#pragma once

#include <functional>
#include <map>
#include <string>

#include <clang/AST/Decl.h>
#include <clang/Basic/SourceLocation.h>

namespace assay::scan {

/// Of one unit. Functions are followed as far as their bodies stand in the same file; of the standard library
/// pure_calls.h knows some.
class SideEffects {
 public:
  using Place = std::function<std::string(clang::SourceLocation)>;

  /// `place` gives "a.cpp:3:5".
  explicit SideEffects(Place place) : place_(std::move(place)) {}

  /// The first thing that stands against it: "'rank' writes to 'count' at a.cpp:3:5"; empty = nothing does.
  /// The function has a body.
  std::string of(const clang::FunctionDecl& function);

 private:
  friend class EffectFinder;

  std::string find(const clang::FunctionDecl& function, bool ofCaller);

  Place place_;
  /// By the definition, and whether what belongs to its caller may be written to. Empty while it is being
  /// looked at: a recursion adds nothing.
  std::map<std::pair<const clang::FunctionDecl*, bool>, std::string> known_;
};

}  // namespace assay::scan
