// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a parser saw in one file, as plain data: the border between the files of this room that know Clang and
// those that decide what a tag means. All spans are byte offsets into the file as it lies on disk (or as the
// unit overlays it).
#pragma once

#include <string>
#include <vector>

#include "model/annotated_function.h"
#include "source/span.h"

namespace assay::scan {

/// A function declaration or definition that is spelled in the file, or a lambda.
struct FoundFunction {
  /// Name, signature, kind, linkage, traits, id, file (root-relative), lines, bodyBegin, bodyEnd, precision,
  /// bodyFingerprint, sketch and costs are filled; everything about a tag is empty.
  model::AnnotatedFunction entry;
  source::Span extent;        ///< template header and attributes to the end of the body, or of the declarator
  source::Span body;          ///< '{' to '}' inclusive; empty when there is none in the file
  bool isDefinition = false;  ///< has a body, even one that was skipped or comes out of a macro
  bool bodySkipped = false;   ///< nobody asked for the body: no span, no fingerprint, no traits of the body
  std::string usr;            ///< Clang's USR; empty for what was read off the tokens
  bool isLocal = false;       ///< stands inside another function: a lambda, or a member of a local class
  std::vector<std::string> askedBy;  ///< real paths of the wanted files whose tags asked for the body
};

enum class ScopeKind { Class, Namespace, ExternC };

/// A pair of braces that holds declarations.
struct FoundScope {
  source::Span extent;  ///< template header to closing brace
  source::Span body;    ///< '{' to '}' inclusive
  ScopeKind kind = ScopeKind::Namespace;
  std::string name;  ///< qualified; empty for an unnamed one
};

/// Anything else that a tag may stand above.
struct FoundOther {
  source::Span extent;
  std::string what;  ///< for a reader: "the variable 'x'", "a type", "an #include"
};

/// One file as one unit saw it. Vectors are in order of extent.begin.
struct FileFacts {
  std::string file;    ///< absolute real path
  std::string path;    ///< relative to the root, '/' between folders; absolute when outside
  bool wanted = true;  ///< false: only here because it defines a function that a wanted file declares
  std::vector<FoundFunction> functions;
  std::vector<FoundScope> scopes;
  std::vector<FoundOther> others;
  std::vector<source::Span>
      inactive;  ///< what #if skipped, from the directive's line to the line of the next one
  std::vector<source::Span> errors;  ///< places of error diagnostics in this file (one byte each)
  bool sawErrors = false;            ///< an error in this file, or in one that it includes
};

}  // namespace assay::scan
