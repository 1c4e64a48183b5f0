// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The exact text that `assay instrument` puts into user files, and its removal, on lines that exist:
//   `#include <assay/inserted.h> ` in front of a comment or on a blank line, once per file, or
//   `#include <assay/inserted_experiment.h> ` where one of its guards has a dispatch;
//   ` ASSAY_INSERTED_GUARD(0x0123456789abcdef, "ns::name");` right after a function's opening brace, or a
//   guard of another form, or of one of which the tag says how many calls are timed; behind it `
//   ASSAY_INSERTED_SIZE(0x0123456789abcdef, items.size());`, what the call's input is, and of what type; `
//   ASSAY_INSERTED_ROLLOUT(…);`, or ` ASSAY_INSERTED_SHADOW(…); ASSAY_INSERTED_COMPARE(…);`, between the
//   brace and the guard (inserted_rollout.h);
//   `{ ASSAY_INSERTED_FAILS(0x0123456789abcdef); ` … ` ASSAY_INSERTED_END }` around a statement that the
//   guard has to know of.
// No user writes these spellings (manual guards have others), so that removal needs no record of what was
// inserted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::source {

inline constexpr std::string_view kInsertedInclude = "#include <assay/inserted.h> ";
inline constexpr std::string_view kInsertedExperimentInclude = "#include <assay/inserted_experiment.h> ";
inline constexpr std::string_view kInsertedEnd =
    " ASSAY_INSERTED_END }";  ///< closes what brings its own brace

/// What kind of guard stands in a function; the runtime's header says what each does.
enum class GuardForm {
  Ordinary,
  Literal,    ///< usable in constant expressions
  Recursive,  ///< times the outermost call of a thread only
  Count,      ///< counts the entry; no object
  Coroutine,
  Try,  ///< around a function-try-block, in a brace of its own
};

/// A form, and how many calls are timed.
struct GuardKind {
  GuardForm form;
  unsigned sample =
      0;  ///< one in so many; 0 = as the budget has it, and where the form times each call anyway

  // NOLINTNEXTLINE(google-explicit-constructor): most guards are of a form and no more
  GuardKind(GuardForm of, unsigned calls = 0) : form(of), sample(takesSample(of) ? calls : 0) {}
  static bool takesSample(GuardForm form) {
    return form == GuardForm::Ordinary || form == GuardForm::Literal || form == GuardForm::Try;
  }
};

/// What is told to the guard, whose id it names.
enum class Notice {
  Fails,     ///< the statement ends the call with a failure
  Returns,   ///< the statement ends the coroutine
  FlowsOff,  ///< the coroutine has come to its closing brace
};

/// What a returned value is when the call has failed.
enum class Failure { Negative, Zero };

/// Around the expression of a `return`, behind whose keyword the beginning stands: the value is looked at on
/// its way.
std::string insertedValueBegin(Failure failure, std::uint64_t id);
std::string insertedValueEnd(Failure failure, std::uint64_t id);

/// The file that marks a folder as a guarded copy of a tree, and lists what assay wrote there. Nobody scans
/// such a folder.
inline constexpr const char* kMirrorList = ".assay-mirror";

/// "ASSAY_INSERTED_GUARD" and the like.
std::string macroOf(GuardKind kind);

/// A C string literal, without trigraphs.
std::string literalOf(std::string_view text);

/// The guard's text for a site; `name` is escaped as a C string literal, without trigraphs. `input` is what
/// inserted_input.h gives, or nothing. Of GuardForm::Try kInsertedEnd is the end.
std::string insertedGuard(GuardKind kind, std::uint64_t id, std::string_view name,
                          std::string_view input = {});

/// Stands before the statement's first byte, and kInsertedEnd behind its last one; of Notice::FlowsOff alone,
/// before the closing brace.
std::string insertedNotice(Notice notice, std::uint64_t id);

/// True when the text holds at least one insertion of ours.
bool hasInsertions(std::string_view text);

/// The text as it was before insertion, byte for byte; a text without insertions comes back unchanged.
std::string stripInsertions(std::string_view text);

}  // namespace assay::source
