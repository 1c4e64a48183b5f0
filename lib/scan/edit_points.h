// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The edit points of one body: statements and blocks of Clang's become places in the text. What a macro makes
// has no place. Only the files of this room that know Clang include this header.
#pragma once

#include <optional>
#include <vector>

#include <clang/AST/Stmt.h>
#include <clang/AST/StmtCXX.h>

#include "scan/facts.h"
#include "scan/traits.h"
#include "scan/unit_files.h"

namespace assay::scan {

class EditPoints {
 public:
  /// All must outlive it; `found` has its body's span and traits, and gets the points.
  EditPoints(const UnitFiles& files, const UnitFile& file, FoundFunction& found)
      : files_(files), file_(file), found_(found) {}

  void add(const clang::Stmt& body, const std::vector<Leaving>& leaving);

 private:
  void addTry(const clang::CXXTryStmt& block);
  void addLeaving(const Leaving& leaving);
  void addUnseen(model::PointKind kind, const clang::Stmt& statement);
  void addFlowsOff(const clang::Stmt& body, const std::vector<Leaving>& leaving);
  void push(model::PointKind kind, source::Span span);
  [[nodiscard]] std::optional<source::Span> statementAt(const clang::Stmt& statement) const;

  const UnitFiles& files_;
  const UnitFile& file_;
  FoundFunction& found_;
};

}  // namespace assay::scan
