// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a unit's actions listen to while Clang parses: what #if skips, and where errors are. Only the files of
// this room that know Clang include this header.
#pragma once

#include <functional>
#include <memory>

#include <clang/Basic/Diagnostic.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Sema/Sema.h>

#include "scan/clang_compat.h"
#include "scan/unit_files.h"
#include "scan/wants_body.h"

namespace assay::scan {

/// Notes which files a unit enters and what #if skips in them.
class SkippedRanges : public clang::PPCallbacks {
 public:
  explicit SkippedRanges(UnitFiles& files) : files_(files) {}

  void FileChanged(clang::SourceLocation where, FileChangeReason, clang::SrcMgr::CharacteristicKind,
                   clang::FileID) override {
    static_cast<void>(files_.wantedAt(where));  // a file counts as entered even when nothing of it is skipped
  }

  void SourceRangeSkipped(clang::SourceRange range, clang::SourceLocation) override {
    UnitFile* file = files_.wantedAt(range.getBegin());
    if (file == nullptr) return;
    const source::Span span{files_.offsetOf(range.getBegin()), files_.offsetOf(range.getEnd())};
    file->skipped[files_.sources().getFileID(range.getBegin()).getHashValue()].push_back(span);
  }

 private:
  UnitFiles& files_;
};

/// Notes the places of errors, for the file they are in and for the wanted ones that include it; passes
/// everything on. What is a warning by nature, and an error by flags or by default, leaves the code's meaning
/// whole and does not count: pragmas can hide it.
class ErrorRecorder : public clang::DiagnosticConsumer {
 public:
  using Tell = std::function<void(clang::SourceLocation)>;

  /// `tell` hears of every error too, with an invalid place where Clang named none.
  ErrorRecorder(UnitFiles& files, clang::DiagnosticsEngine& engine, Tell tell = {})
      : files_(files),
        engine_(engine),
        tell_(std::move(tell)),
        previous_(engine.getClient()),
        owned_(engine.takeClient()) {
    engine_.setClient(this, /*ShouldOwnClient=*/false);
  }
  ErrorRecorder(const ErrorRecorder&) = delete;
  ErrorRecorder& operator=(const ErrorRecorder&) = delete;
  ~ErrorRecorder() override {
    const bool owns = owned_ != nullptr;
    engine_.setClient(owns ? owned_.release() : previous_, owns);
  }

  /// From now on errors in bodies that nobody asked for do not count: whether they are seen at all depends on
  /// which bodies are skipped.
  void setSema(const clang::Sema* sema) { sema_ = sema; }
  /// Errors that another language standard may cure.
  [[nodiscard]] std::size_t languageErrors() const { return languageErrors_; }

  void BeginSourceFile(const clang::LangOptions& language, const clang::Preprocessor* preprocessor) override {
    previous_->BeginSourceFile(language, preprocessor);
  }
  void EndSourceFile() override { previous_->EndSourceFile(); }
  void finish() override { previous_->finish(); }
  void clear() override {
    DiagnosticConsumer::clear();
    previous_->clear();
  }
  [[nodiscard]] bool IncludeInDiagnosticCounts() const override {
    return previous_->IncludeInDiagnosticCounts();
  }

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    previous_->HandleDiagnostic(level, info);
    if (level < clang::DiagnosticsEngine::Error || compat::isWarningByNature(info)) return;
    if (tell_) tell_(info.getLocation());
    if (!info.getLocation().isValid() || isInSkippableBody()) return;
    if (isOfTheStandard(info)) ++languageErrors_;
    record(info.getLocation());
  }

 private:
  /// What came with a standard or went with one: it is named in the message, or is the library's, or a
  /// keyword.
  static bool isOfTheStandard(const clang::Diagnostic& info) {
    llvm::SmallString<128> text;
    info.FormatDiagnostic(text);
    const llvm::StringRef said = text;
    constexpr llvm::StringLiteral kSigns[] = {
        "'std'",  "'std::", "ISO C",   "C++",      "C99",       "C2",         "'nullptr'",      "'constexpr'",
        "'bool'", "'true'", "'false'", "'typeof'", "'concept'", "'co_await'", "'static_assert'"};
    if (said.ends_with("file not found")) return false;
    return llvm::any_of(kSigns, [&](llvm::StringRef sign) { return said.contains(sign); });
  }

  [[nodiscard]] bool isInSkippableBody() const {
    const clang::FunctionDecl* function = sema_ != nullptr ? sema_->getCurFunctionDecl() : nullptr;
    return function != nullptr && !wantsBody(*function, files_);
  }

  void record(clang::SourceLocation where) {
    if (UnitFile* file = files_.wantedAt(where)) {
      const std::size_t offset = files_.offsetOf(where);
      file->facts.errors.push_back({offset, offset + 1});
    }
    for (const clang::SourceManager& sources = files_.sources(); where.isValid();
         where = sources.getIncludeLoc(sources.getFileID(sources.getFileLoc(where))))
      if (UnitFile* file = files_.wantedAt(where)) file->facts.sawErrors = true;
  }

  UnitFiles& files_;
  clang::DiagnosticsEngine& engine_;
  Tell tell_;
  const clang::Sema* sema_ = nullptr;
  std::size_t languageErrors_ = 0;
  clang::DiagnosticConsumer* previous_;
  std::unique_ptr<clang::DiagnosticConsumer> owned_;
};

}  // namespace assay::scan
