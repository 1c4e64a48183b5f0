// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The files of one unit and places in them: from Clang's locations to byte offsets of the text as it lies on
// disk, through macros, never through #line. Only the files of this room that know Clang include this header.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/Basic/SourceLocation.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseMap.h>

#include "scan/collect.h"
#include "scan/facts.h"
#include "scan/references.h"
#include "scan/resolver_names.h"
#include "scan/signal_names.h"
#include "scan/tokens.h"
#include "source/source_text.h"
#include "source/span.h"

namespace assay::scan {

/// One file of the unit, with the facts found so far.
struct UnitFile {
  const WantedFile* wanted = nullptr;  ///< null: not asked for
  FileFacts facts;
  source::SourceText text;
  TokenStream tokens;
  SignalHandlers signalHandlers;            ///< in `text`
  std::vector<std::string_view> resolvers;  ///< see ifuncResolvers()
  /// What #if skipped, per inclusion: only what every inclusion skipped is inactive (guards skip whole
  /// headers).
  std::map<unsigned, std::vector<source::Span>> skipped;
  /// What the facts of its functions rest on; filled when UnitFiles tracks references.
  std::set<DeclaringFiles> references;
  /// Files that define classes, each with the offset in this one before which it must have been read: filled
  /// with `references`.
  std::map<const clang::FileEntry*, std::size_t> definitions;
  /// Files that define classes which must not have been read before that offset.
  std::map<const clang::FileEntry*, std::size_t> laterDefinitions;

  UnitFile(std::string path, std::string bytes)
      : text(std::move(path), std::move(bytes)),
        tokens(text.bytes()),
        signalHandlers(scan::signalHandlers(tokens)),
        resolvers(ifuncResolvers(tokens)) {}
  UnitFile(const UnitFile&) = delete;
  UnitFile& operator=(const UnitFile&) = delete;

  /// Whether bodies of functions that begin at the offset were asked for.
  [[nodiscard]] bool wantsBodyAt(std::size_t offset) const;
};

class UnitFiles {
 public:
  UnitFiles(clang::SourceManager& sources, const clang::LangOptions& language,
            const std::vector<WantedFile>& wanted, std::string root);

  /// The wanted file a place is in (a macro's expansion counts where it stands); null for others.
  [[nodiscard]] UnitFile* wantedAt(clang::SourceLocation where);
  /// The same for any file that has a name.
  [[nodiscard]] UnitFile* fileAt(clang::SourceLocation where);
  /// Root-relative path of the file; absolute outside the root.
  [[nodiscard]] std::string pathAt(clang::SourceLocation where) const;

  [[nodiscard]] std::size_t offsetOf(clang::SourceLocation where) const;
  /// From the first byte of the first token to behind the last; nothing when the two ends lie in different
  /// files.
  [[nodiscard]] std::optional<source::Span> spanOf(clang::SourceRange range) const;
  /// Whether the token comes out of a macro's definition (and not out of an argument written in the file).
  [[nodiscard]] bool isFromMacro(clang::SourceLocation where) const;
  /// Whether a definition's body is to be parsed because its declaration, or itself, was asked for.
  [[nodiscard]] bool wantsBodyAt(clang::SourceLocation where);

  /// What tags may say that the function replaces: those of the files where its body was asked for.
  [[nodiscard]] std::set<std::string> replacedNear(const clang::FunctionDecl& function);
  /// The same of functions that run in the shadow of others.
  [[nodiscard]] std::set<AskedShadow> shadowsNear(const clang::FunctionDecl& function);
  /// What all tags say that functions replace, and what compares their results.
  [[nodiscard]] std::vector<std::string> allReplaced() const;

  /// From now on UnitFile::references is filled.
  void trackReferences() { tracksReferences_ = true; }
  [[nodiscard]] bool tracksReferences() const { return tracksReferences_; }
  template <class Visit>
  void forEachOpen(const Visit& visit) const {
    for (const auto& [entry, file] : open_)
      if (file != nullptr) visit(entry, *file);
  }

  [[nodiscard]] clang::SourceManager& sources() const { return sources_; }
  /// Everything found, in order of path; the object is empty afterwards.
  std::vector<FileFacts> takeFacts();

 private:
  UnitFile* open(clang::FileID id, const WantedFile* wanted);
  [[nodiscard]] clang::SourceLocation lastTokenOf(clang::SourceLocation where) const;
  [[nodiscard]] std::string realPathOf(clang::FileEntryRef entry) const;
  [[nodiscard]] std::string relative(const std::string& path) const;

  clang::SourceManager& sources_;
  const clang::LangOptions& language_;
  std::string root_;
  llvm::DenseMap<const clang::FileEntry*, const WantedFile*> wanted_;
  llvm::DenseMap<const clang::FileEntry*, std::unique_ptr<UnitFile>> open_;
  llvm::DenseMap<clang::FileID, UnitFile*> wantedById_;
  bool tracksReferences_ = false;
};

}  // namespace assay::scan
