// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Facts about a function that decide what may be inserted into it. Recorded by the scan, read by instrument
// and report.
#pragma once

#include <compare>
#include <cstdint>
#include <initializer_list>

namespace assay::model {

enum class Trait : std::uint8_t {
  C,               ///< compiled as C
  Template,        ///< the pattern of a template, or a member of one
  Specialization,  ///< an explicit specialisation
  Inline,
  Static,  ///< a static member, or a free function declared static
  Virtual,
  Const,      ///< a const member function
  Noexcept,   ///< declared or implied
  Variadic,   ///< C variadic arguments
  Constexpr,  ///< declared constexpr, or a lambda that is, or may be, so by implication
  Consteval,
  Coroutine,
  Noreturn,
  Naked,
  FunctionTry,  ///< a function-try-block
  Defaulted,
  Deleted,
  NoBody,            ///< only declared in everything that was parsed
  MacroBody,         ///< the opening brace comes out of a macro's definition
  MacroHead,         ///< the declarator comes out of a macro, the brace is in the file
  ConditionalBrace,  ///< an #if stands between the declarator and the opening brace
  InitializerList,   ///< a constructor with member or base initialisers
  MustTail,
  SelfTailCall,
  Recursive,    ///< calls itself directly
  PureOrConst,  ///< attribute pure or const
  SetjmpLongjmp,
  SignalHandler,  ///< passed to signal() or sigaction(), or attribute interrupt
  Allocation,     ///< operator new/delete, malloc family
  KnrDefinition,
  CudaDevice,
  Digraph,  ///< the opening brace is spelled <%
  Main,
  MacroCoReturn,   ///< a coroutine of which a co_return comes out of a macro
  ConstexprCxx11,  ///< constexpr by the rules of C++11
  IfuncResolver,   ///< named by an attribute ifunc of its file: called while the program is loaded
  AssemblerLabel,  ///< holds assembly language that defines a label with a name
  AfterLast        ///< not a trait
};

/// A set of traits; iteration order is the enum's.
class TraitSet {
 public:
  constexpr TraitSet() = default;
  constexpr TraitSet(std::initializer_list<Trait> traits) {
    for (Trait trait : traits) add(trait);
  }
  constexpr void add(Trait trait) { bits_ |= bit(trait); }
  constexpr void add(TraitSet others) { bits_ |= others.bits_; }
  constexpr void remove(Trait trait) { bits_ &= ~bit(trait); }
  [[nodiscard]] constexpr bool has(Trait trait) const { return (bits_ & bit(trait)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  /// An order of sets, of no meaning but always the same.
  auto operator<=>(const TraitSet&) const = default;

 private:
  static constexpr std::uint64_t bit(Trait trait) { return std::uint64_t{1} << static_cast<unsigned>(trait); }
  std::uint64_t bits_ = 0;
};

}  // namespace assay::model
