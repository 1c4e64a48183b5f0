// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Data only: every reason for which a function is guarded in part or not at all. docs/explanation/limits.md
// lists exactly these. `traits` rows are tried from the top: the first trait that a function has gives its
// reason.
#pragma once

#include "instrument/judge.h"
#include "model/traits.h"

namespace assay::instrument {

inline constexpr OutcomeReason kReasons[] = {
    {model::Coverage::Partial, "block-scope",
     "the whole function is timed; the tag covers only some of its lines"},
    {model::Coverage::Partial, "body-only",
     "member and base initialisers run before the guard and are not timed"},
    {model::Coverage::Skipped, "allocation", "an allocation function: a guard could call back into it"},
    {model::Coverage::Skipped, "conditional-brace",
     "an #if stands between the declarator and the opening brace"},
    {model::Coverage::Skipped, "consteval", "consteval: it never runs at run time"},
    {model::Coverage::Skipped, "constexpr",
     "constexpr: a guard would take away its use in constant expressions"},
    {model::Coverage::Skipped, "coroutine", "a coroutine: its suspended time would count as its own"},
    {model::Coverage::Skipped, "cuda-device",
     "runs on a CUDA device, where there is no runtime to report to"},
    {model::Coverage::Skipped, "defaulted",
     "= default: there is no body, and one would change the type's triviality"},
    {model::Coverage::Skipped, "deleted", "= delete: it cannot be called"},
    {model::Coverage::Skipped, "function-try",
     "a function-try-block: a guard inside it would report handled exceptions as errors"},
    {model::Coverage::Skipped, "human", "the tag says that no AI wrote it"},
    {model::Coverage::Skipped, "inactive", "in a branch that no unit compiles"},
    {model::Coverage::Skipped, "lexical",
     "only its text is known: whether it may be guarded cannot be told without parsing it"},
    {model::Coverage::Skipped, "macro-body", "the opening brace comes out of a macro's definition"},
    {model::Coverage::Skipped, "monitor-off", "the tag says monitor: off"},
    {model::Coverage::Skipped, "musttail", "it holds a musttail call, which no live object may stand across"},
    {model::Coverage::Skipped, "naked", "a naked function has no frame to keep a guard in"},
    {model::Coverage::Skipped, "new-diagnostic",
     "with its guard, the compiler reports something that it does not report without"},
    {model::Coverage::Skipped, "no-body", "only declared in everything that was parsed"},
    {model::Coverage::Skipped, "no-brace", "no opening brace is spelled at the recorded place"},
    {model::Coverage::Skipped, "no-line-for-header",
     "no comment or blank line where the guard's header could be included"},
    {model::Coverage::Skipped, "noreturn", "it never returns: there is no end to measure"},
    {model::Coverage::Skipped, "outside-root", "its file is outside the scanned tree"},
    {model::Coverage::Skipped, "pure-or-const",
     "attribute pure or const: the compiler merges calls, counts would be too low"},
    {model::Coverage::Skipped, "self-tail-call",
     "calls itself in tail position: a guard would make its recursion use stack"},
    {model::Coverage::Skipped, "setjmp-longjmp",
     "uses setjmp or longjmp: a jump would pass over the guard's end"},
    {model::Coverage::Skipped, "shared-body", "its body is that of another entry, which has the guard"},
    {model::Coverage::Skipped, "signal-handler", "runs as a signal handler or interrupt"},
    {model::Coverage::Skipped, "unattached", "the tag belongs to nothing that can be guarded"},
    {model::Coverage::Skipped, "uncompiled",
     "in a file that no unit compiles and that could not be parsed by itself"},
};

struct TraitReason {
  model::Trait trait;
  std::string_view code;
};

/// What is certain to be wrong stands before what is only worse than nothing.
inline constexpr TraitReason kTraitReasons[] = {
    {model::Trait::Deleted, "deleted"},
    {model::Trait::Defaulted, "defaulted"},
    {model::Trait::NoBody, "no-body"},
    {model::Trait::MacroBody, "macro-body"},
    {model::Trait::ConditionalBrace, "conditional-brace"},
    {model::Trait::CudaDevice, "cuda-device"},
    {model::Trait::Naked, "naked"},
    {model::Trait::Consteval, "consteval"},
    {model::Trait::Constexpr, "constexpr"},
    {model::Trait::Coroutine, "coroutine"},
    {model::Trait::MustTail, "musttail"},
    {model::Trait::FunctionTry, "function-try"},
    {model::Trait::Noreturn, "noreturn"},
    {model::Trait::SignalHandler, "signal-handler"},
    {model::Trait::Allocation, "allocation"},
    {model::Trait::SetjmpLongjmp, "setjmp-longjmp"},
    {model::Trait::SelfTailCall, "self-tail-call"},
    {model::Trait::PureOrConst, "pure-or-const"},
};

}  // namespace assay::instrument
