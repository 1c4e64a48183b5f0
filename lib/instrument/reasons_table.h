// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Data only: every reason for which a function is guarded in part or not at all. docs/explanation/limits.md
// lists exactly these. The rows of traits are tried from the top: the first that a function has gives its
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
    {model::Coverage::Partial, "coroutine",
     "a coroutine: its time runs from its first step to its end, and includes the time it is suspended"},
    {model::Coverage::Partial, "musttail",
     "it holds a musttail call, which no live object may stand across: its calls are counted, not timed"},
    {model::Coverage::Partial, "noreturn",
     "it never returns: its calls are counted, there is no end to time"},
    {model::Coverage::Partial, "pure-or-const",
     "attribute pure or const: the compiler merges calls, so that counts are lower bounds"},
    {model::Coverage::Partial, "returns-unseen",
     "not looked at is what some of its returns give back, which may be what `errors` calls a failure"},
    {model::Coverage::Partial, "self-tail-call",
     "calls itself in tail position, or through others of its file that do, which must not use stack: its "
     "calls are counted, not timed"},
    {model::Coverage::Partial, "setjmp-longjmp",
     "a jump can pass over the end of a guard: its calls are counted, not timed"},
    {model::Coverage::Partial, "try-only",
     "a constructor or destructor that is a try block: what runs before the block, and the handlers, are not "
     "timed"},
    {model::Coverage::Skipped, "allocation", "an allocation function: a guard could call back into it"},
    {model::Coverage::Skipped, "assembler-label",
     "its assembly language defines a label, which would be there twice where a compiler makes two of what "
     "follows a guard"},
    {model::Coverage::Skipped, "conditional-brace",
     "an #if stands between the declarator and the opening brace"},
    {model::Coverage::Skipped, "consteval", "consteval: it never runs at run time"},
    {model::Coverage::Skipped, "constexpr",
     "constexpr by the rules of C++11: its body may hold nothing but a return"},
    {model::Coverage::Skipped, "cuda-device",
     "runs on a CUDA device, where there is no runtime to report to"},
    {model::Coverage::Skipped, "defaulted",
     "= default: there is no body, and one would change the type's triviality"},
    {model::Coverage::Skipped, "deleted", "= delete: it cannot be called"},
    {model::Coverage::Skipped, "function-try",
     "a function-try-block of a coroutine, of a constexpr function or out of a macro: no guard can stand "
     "around it"},
    {model::Coverage::Skipped, "human", "the tag says that no AI wrote it"},
    {model::Coverage::Skipped, "ifunc-resolver",
     "called while the program is being loaded, before it may call the runtime"},
    {model::Coverage::Skipped, "inactive", "in a branch that no unit compiles"},
    {model::Coverage::Skipped, "lexical",
     "only its text is known: whether it may be guarded cannot be told without parsing it"},
    {model::Coverage::Skipped, "macro-body", "the opening brace comes out of a macro's definition"},
    {model::Coverage::Skipped, "macro-co-return",
     "a coroutine with a co_return out of a macro: its end could not be told from being abandoned"},
    {model::Coverage::Skipped, "monitor-off", "the tag says monitor: off"},
    {model::Coverage::Skipped, "naked", "a naked function has no frame to keep a guard in"},
    {model::Coverage::Skipped, "new-diagnostic",
     "with its guard, the compiler reports something that it does not report without"},
    {model::Coverage::Skipped, "no-body", "only declared in everything that was parsed"},
    {model::Coverage::Skipped, "no-brace", "no opening brace is spelled at the recorded place"},
    {model::Coverage::Skipped, "no-line-for-header",
     "no comment or blank line where the guard's header could be included"},
    {model::Coverage::Skipped, "outside-root", "its file is outside the scanned tree"},
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

/// What no form of guard can stand in; what a form leaves out is guard_form.h's business.
inline constexpr TraitReason kTraitReasons[] = {
    {model::Trait::Deleted, "deleted"},
    {model::Trait::Defaulted, "defaulted"},
    {model::Trait::NoBody, "no-body"},
    {model::Trait::MacroBody, "macro-body"},
    {model::Trait::ConditionalBrace, "conditional-brace"},
    {model::Trait::CudaDevice, "cuda-device"},
    {model::Trait::Naked, "naked"},
    {model::Trait::Consteval, "consteval"},
    {model::Trait::SignalHandler, "signal-handler"},
    {model::Trait::IfuncResolver, "ifunc-resolver"},
    {model::Trait::AssemblerLabel, "assembler-label"},
    {model::Trait::Allocation, "allocation"},
};

}  // namespace assay::instrument
