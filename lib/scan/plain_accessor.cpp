// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/plain_accessor.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/TypeLoc.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

namespace assay::scan {
namespace {

struct Lexeme {
  clang::tok::TokenKind kind;
  llvm::StringRef text;
};

constexpr std::size_t kMostLexemes = 40;  // a longer one is not plain

/// From behind the place on, at most `kMostLexemes`.
std::vector<Lexeme> lexemesBehind(clang::SourceLocation where, const clang::ASTContext& context) {
  const clang::SourceManager& sources = context.getSourceManager();
  const auto [file, offset] = sources.getDecomposedLoc(where);
  const llvm::StringRef text = sources.getBufferData(file);
  clang::Lexer lexer(sources.getLocForStartOfFile(file), context.getLangOpts(), text.begin(),
                     text.data() + offset, text.end());
  std::vector<Lexeme> lexemes;
  clang::Token token;
  while (lexemes.size() < kMostLexemes && !lexer.LexFromRawLexer(token)) {
    const unsigned begin = sources.getFileOffset(token.getLocation());
    lexemes.push_back({token.getKind(), text.substr(begin, token.getLength())});
    if (token.is(clang::tok::r_brace)) break;
  }
  return lexemes;
}

/// What stands between `{ return` and `; }`; nothing when there is no such body.
std::optional<std::vector<Lexeme>> returnedIn(const std::vector<Lexeme>& lexemes) {
  const auto open = std::ranges::find(lexemes, clang::tok::l_brace, &Lexeme::kind);
  const auto stop = std::find_if(lexemes.begin(), open, [](const Lexeme& one) {
    return one.kind == clang::tok::semi || one.kind == clang::tok::equal || one.kind == clang::tok::hash;
  });
  const auto left = lexemes.end() - open;
  if (stop != open || left < 5 || open[1].text != "return") return std::nullopt;
  if (lexemes.back().kind != clang::tok::r_brace || lexemes[lexemes.size() - 2].kind != clang::tok::semi)
    return std::nullopt;
  return std::vector<Lexeme>(open + 2, lexemes.end() - 2);
}

bool isTypeWord(llvm::StringRef word) {
  constexpr std::array<llvm::StringRef, 17> kWords = {
      "std",  "size_t",  "ssize_t", "ptrdiff_t", "size_type", "difference_type",
      "int",  "long",    "short",   "unsigned",  "signed",    "const",
      "uint", "int32_t", "int64_t", "uint32_t",  "uint64_t"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool isPlainOperator(clang::tok::TokenKind kind) {
  switch (kind) {
    case clang::tok::plus:
    case clang::tok::minus:
    case clang::tok::greatergreater:
    case clang::tok::question:
    case clang::tok::colon:
    case clang::tok::coloncolon:
    case clang::tok::l_paren:
    case clang::tok::r_paren:
    case clang::tok::less:  // of a cast
    case clang::tok::greater: return true;
    default: return false;
  }
}

/// The field of that name, in the class or a base of it that does not depend on a template.
const clang::FieldDecl* fieldOf(const clang::CXXRecordDecl& record, llvm::StringRef name) {
  for (const clang::FieldDecl* field : record.fields())
    if (field->getIdentifier() != nullptr && field->getName() == name) return field;
  for (const clang::CXXBaseSpecifier& base : record.bases()) {
    const clang::CXXRecordDecl* parent = base.getType()->getAsCXXRecordDecl();
    if (parent == nullptr || !parent->hasDefinition()) continue;
    if (const clang::FieldDecl* field = fieldOf(*parent->getDefinition(), name)) return field;
  }
  return nullptr;
}

bool isNumberOrPointer(clang::QualType type) {
  return !type.isVolatileQualified() && (type->isIntegralOrEnumerationType() || type->isPointerType());
}

class AccessorReader {
 public:
  AccessorReader(const std::vector<Lexeme>& lexemes, const clang::CXXRecordDecl& record,
                 const IsSized& isSized)
      : lexemes_(lexemes), record_(record), isSized_(isSized) {}

  /// A constant says nothing: one field at least must be read.
  bool isPlain() {
    bool reads = false;
    for (at_ = 0; at_ < lexemes_.size(); ++at_) {
      const Lexeme& one = lexemes_[at_];
      if (one.kind == clang::tok::raw_identifier) {
        if (isCast(one.text)) continue;
        if (!takeField()) return false;
        reads = true;
      } else if (one.kind == clang::tok::slash) {
        if (!takeDivisor()) return false;
      } else if (one.kind != clang::tok::numeric_constant && !isPlainOperator(one.kind)) {
        return false;
      }
    }
    return reads;
  }

 private:
  [[nodiscard]] clang::tok::TokenKind kindAt(std::size_t at) const {
    return at < lexemes_.size() ? lexemes_[at].kind : clang::tok::eof;
  }

  bool isCast(llvm::StringRef word) {
    if (word == "static_cast") return kindAt(at_ + 1) == clang::tok::less;
    return isTypeWord(word) && fieldOf(record_, word) == nullptr;
  }

  /// `size_`, `this->size_`, `rep_.size`, `items_.size()`.
  bool takeField() {
    if (lexemes_[at_].text == "this") {
      if (kindAt(at_ + 1) != clang::tok::arrow || kindAt(at_ + 2) != clang::tok::raw_identifier) return false;
      at_ += 2;
    }
    const clang::FieldDecl* field = fieldOf(record_, lexemes_[at_].text);
    while (field != nullptr && kindAt(at_ + 1) == clang::tok::period &&
           kindAt(at_ + 2) == clang::tok::raw_identifier) {
      at_ += 2;
      if (kindAt(at_ + 1) == clang::tok::l_paren) return takeCall(*field);
      const clang::CXXRecordDecl* inner = field->getType()->getAsCXXRecordDecl();
      if (inner == nullptr || !inner->hasDefinition()) return false;
      field = fieldOf(*inner->getDefinition(), lexemes_[at_].text);
    }
    return field != nullptr && isNumberOrPointer(field->getType()) && kindAt(at_ + 1) != clang::tok::l_paren;
  }

  bool takeCall(const clang::FieldDecl& field) {
    if (kindAt(at_ + 2) != clang::tok::r_paren || !isSized_(field.getType(), lexemes_[at_].text))
      return false;
    at_ += 2;
    return true;
  }

  /// A number that is written down, or the size of a type: never 0.
  bool takeDivisor() {
    ++at_;
    if (kindAt(at_) == clang::tok::numeric_constant) return lexemes_[at_].text != "0";
    if (at_ >= lexemes_.size() || lexemes_[at_].text != "sizeof") return false;
    if (kindAt(++at_) != clang::tok::l_paren) return false;
    for (int depth = 0; at_ < lexemes_.size(); ++at_) {
      if (kindAt(at_) == clang::tok::l_paren) ++depth;
      if (kindAt(at_) == clang::tok::r_paren && --depth == 0) return true;
    }
    return false;
  }

  const std::vector<Lexeme>& lexemes_;
  const clang::CXXRecordDecl& record_;
  const IsSized& isSized_;
  std::size_t at_ = 0;
};

/// From behind the parameters on, where the body stands in the file of the class.
std::optional<std::vector<Lexeme>> lexemesOf(const clang::CXXMethodDecl& method) {
  const clang::SourceManager& sources = method.getASTContext().getSourceManager();
  for (const clang::FunctionDecl* declared : method.redecls()) {
    if (!declared->isThisDeclarationADefinition()) continue;
    const clang::FunctionTypeLoc type = declared->getFunctionTypeLoc();
    const clang::SourceLocation paren = type.isNull() ? clang::SourceLocation() : type.getRParenLoc();
    if (paren.isInvalid() || paren.isMacroID()) return std::nullopt;
    const clang::SourceLocation ofClass = sources.getExpansionLoc(method.getParent()->getLocation());
    if (sources.getFileID(paren) != sources.getFileID(ofClass)) return std::nullopt;
    return lexemesBehind(paren, method.getASTContext());
  }
  return std::nullopt;
}

}  // namespace

bool isPlainAccessor(const clang::CXXMethodDecl& method, const IsSized& isSized) {
  const auto lexemes = lexemesOf(method);
  const auto returned = lexemes ? returnedIn(*lexemes) : std::nullopt;
  return returned && AccessorReader(*returned, *method.getParent(), isSized).isPlain();
}

bool mayLoop(const clang::CXXMethodDecl& method) {
  constexpr std::array<llvm::StringRef, 8> kWords = {"for",      "while",      "do",    "goto",
                                                     "distance", "accumulate", "count", "count_if"};
  const auto lexemes = lexemesOf(method);
  return lexemes && (lexemes->size() == kMostLexemes || std::ranges::any_of(*lexemes, [&](const Lexeme& one) {
                       return std::ranges::find(kWords, one.text) != kWords.end();
                     }));
}

}  // namespace assay::scan
