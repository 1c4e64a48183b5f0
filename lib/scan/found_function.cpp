// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a function begins and ends, where its braces are and where they come from.
#include "scan/found_function.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/AST/TypeLoc.h>

#include "scan/costs.h"
#include "scan/edit_points.h"
#include "scan/fingerprint.h"
#include "scan/function_try.h"
#include "scan/sketch.h"
#include "scan/traits.h"
#include "support/hash.h"

namespace assay::scan {
namespace {

using model::Trait;

/// The block between the braces, whatever is wrapped around it.
const clang::CompoundStmt* blockOf(const clang::Stmt* body) {
  const clang::Stmt* written = writtenBody(body);
  if (const auto* guarded = functionTryOf(body)) written = guarded->getTryBlock();
  return llvm::dyn_cast_or_null<clang::CompoundStmt>(written);
}

/// `[[…]]`, `__attribute__((…))` and `extern "C"` in front of what Clang takes for the beginning belong to
/// the function.
std::size_t withAttributes(const TokenStream& tokens, std::size_t begin) {
  std::size_t first = tokens.firstFrom(begin);
  while (first > 0) {
    const std::size_t last = first - 1;
    const std::size_t open = tokens.partner(last);
    const bool standard = tokens.is(last, ']') && open != TokenStream::kNone && tokens.is(open + 1, '[');
    const bool gnu = tokens.is(last, ')') && open != TokenStream::kNone && open > 0 &&
                     (tokens.is(open - 1, "__attribute__") || tokens.is(open - 1, "__declspec"));
    const bool linkage = last > 0 && tokens[last].kind == TokenKind::String && tokens.is(last - 1, "extern");
    if (standard)
      first = open;
    else if (gnu)
      first = open - 1;
    else if (linkage)
      first = last - 1;
    else
      break;
  }
  return first < tokens.size() && tokens[first].span.begin < begin ? tokens[first].span.begin : begin;
}

/// Whether an #if stands between name and brace, or one that began before the brace ends inside the body.
bool hasConditionalBrace(const TokenStream& tokens, std::size_t name, source::Span body) {
  int depth = 0;
  for (std::size_t i = tokens.firstFrom(name); i < tokens.size() && tokens[i].span.begin < body.end; ++i) {
    const std::string_view directive = tokens.directiveName(i);
    if (!isConditional(directive)) continue;
    if (tokens[i].span.begin < body.begin) return true;
    if (directive.starts_with("if"))
      ++depth;
    else if (depth == 0)
      return true;
    else if (directive == "endif")
      --depth;
  }
  return false;
}

class Description {
 public:
  Description(const clang::FunctionDecl& function, const UnitFiles& files, const UnitFile& file)
      : function_(function), files_(files), file_(file) {}

  FoundFunction run(source::Span extent, const Identities& identities) {
    found_.extent = {withAttributes(file_.tokens, extent.begin), extent.end};
    found_.isDefinition = function_.isThisDeclarationADefinition();
    found_.bodySkipped = function_.hasSkippedBody();
    identify(identities);
    addDeclaredTraits(function_, found_.entry.traits);
    if (function_.doesThisDeclarationHaveABody() && !function_.isDefaulted() && !function_.isDeleted())
      addBody();
    if (!found_.isDefinition) found_.entry.traits.add(Trait::NoBody);
    addCallersTraits(extent.begin);
    if (isHeadFromMacro()) found_.entry.traits.add(Trait::MacroHead);
    place();
    return std::move(found_);
  }

 private:
  void identify(const Identities& identities) {
    const Identity identity = identities.of(function_);
    model::AnnotatedFunction& entry = found_.entry;
    entry.name = identity.name;
    entry.id = hash64(identity.key);
    entry.signature = signatureOf(function_);
    entry.kind = kindOf(function_);
    entry.linkage = linkageOf(function_);
    entry.file = file_.facts.path;
    entry.precision = function_.isInvalidDecl() ? model::Precision::Inferred : model::Precision::Exact;
    found_.usr = identity.usr;
  }

  void addBody() {
    const clang::Stmt* body = function_.getBody();
    if (body == nullptr) return;
    const std::vector<Leaving> leaving = addBodyTraits(function_, *body, found_.entry.traits);
    const clang::CompoundStmt* block = blockOf(body);
    if (block == nullptr) return;
    const auto span = files_.spanOf(block->getSourceRange());
    if (!span || files_.isFromMacro(block->getLBracLoc())) return found_.entry.traits.add(Trait::MacroBody);
    found_.body = *span;
    found_.extent.end = std::max(found_.extent.end, span->end);
    addTextTraits();
    EditPoints(files_, file_, found_).add(*body, leaving);
  }

  void addTextTraits() {
    found_.entry.bodyFingerprint = fingerprint(file_.text.slice(found_.body));
    found_.entry.sketch = sketchOf(file_.text.slice(found_.body));
    found_.entry.costs = costsOf(found_, file_.text);
    if (file_.text.slice(found_.body).starts_with("<%")) found_.entry.traits.add(Trait::Digraph);
    if (hasConditionalBrace(file_.tokens, nameOffset(), found_.body))
      found_.entry.traits.add(Trait::ConditionalBrace);
  }

  [[nodiscard]] std::size_t nameOffset() const {
    const std::size_t name = files_.offsetOf(function_.getLocation());
    return found_.extent.begin <= name && name < found_.body.begin ? name : found_.extent.begin;
  }

  [[nodiscard]] bool isHeadFromMacro() const {
    const clang::FunctionTypeLoc type = function_.getFunctionTypeLoc();
    const clang::SourceLocation paren = type.isNull() ? function_.getLocation() : type.getLParenLoc();
    return paren.isValid() && files_.isFromMacro(paren);
  }

  // What calls it where nothing may be done that its body does not say.
  void addCallersTraits(std::size_t begin) {
    const SignalHandlers& handlers = file_.signalHandlers;
    if (isLambda(function_) && handlers.lambdas.contains(begin))
      found_.entry.traits.add(Trait::SignalHandler);
    if (function_.getIdentifier() == nullptr) return;
    const std::string_view name = function_.getName();
    if (handlers.names.contains(name)) found_.entry.traits.add(Trait::SignalHandler);
    if (isResolver(name, file_.resolvers)) found_.entry.traits.add(Trait::IfuncResolver);
  }

  void place() {
    model::AnnotatedFunction& entry = found_.entry;
    entry.lines = {file_.text.positionOf(found_.extent.begin).line,
                   file_.text.positionOf(std::max(found_.extent.end, found_.extent.begin + 1) - 1).line};
    if (found_.body.empty()) return;
    const std::size_t close = found_.body.end - (file_.text.slice(found_.body).ends_with("%>") ? 2 : 1);
    entry.bodyBegin = file_.text.positionOf(found_.body.begin);
    entry.bodyEnd = file_.text.positionOf(close);
  }

  const clang::FunctionDecl& function_;
  const UnitFiles& files_;
  const UnitFile& file_;
  FoundFunction found_;
};

}  // namespace

// NOLINTNEXTLINE(readability-function-size)
std::optional<FoundFunction> describe(const clang::FunctionDecl& function, clang::SourceRange range,
                                      const UnitFiles& files, const UnitFile& file,
                                      const Identities& identities) {
  const auto extent = files.spanOf(range);
  if (!extent || extent->end > file.text.bytes().size()) return std::nullopt;
  return Description(function, files, file).run(*extent, identities);
}

}  // namespace assay::scan
