// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One entry of the inventory: a tagged function, or a tag that found none. Plain data without Clang types.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/body_sketch.h"
#include "model/edit_point.h"
#include "model/input.h"
#include "model/replacement.h"
#include "model/tag.h"
#include "model/traits.h"
#include "source/cost_signs.h"
#include "source/span.h"

namespace assay::model {

enum class FunctionKind {
  Function,
  Method,
  Constructor,
  Destructor,
  Operator,
  Conversion,
  Lambda,
  DeductionGuide
};
enum class Linkage { External, Internal, None };

/// Whether the tag's function exists in what is built.
enum class State {
  Active,      ///< found and compiled
  Inactive,    ///< in a branch that no unit compiles
  Unattached,  ///< the tag belongs to nothing that can be guarded (a variable, a type, the end of a scope)
  Uncompiled,  ///< in a file that no unit compiles and that could not be parsed by itself
};

/// How sure name, signature and id are.
enum class Precision {
  Exact,     ///< parsed with the build's own flags, without errors that touch it
  Inferred,  ///< parsed with guessed flags, or in spite of errors
  Lexical,   ///< read off the tokens
};

/// What `instrument` does with a function.
enum class Coverage { Full, Partial, Skipped };

/// In `errors`, `input` and `type`: there would be more, but the compiler had something to say about it.
inline constexpr const char* kTakenBack = "new-diagnostic";

struct Outcome {
  Coverage coverage = Coverage::Skipped;
  std::string code;  ///< stable word: "constexpr", "coroutine", "block-scope"; empty for Full
  std::string text;  ///< the same for a reader: what is not covered, or why it is skipped
  std::string errors =
      {};                  ///< how a failed call is told, in words: "exceptions, nullopt"; empty when skipped
  std::string input = {};  ///< what the input's size is: "items.size()"; kTakenBack; empty = nothing
  std::string type = {};   ///< what the input's type is: "typeid(shape)"; kTakenBack; empty = nothing
  /// The share of calls that stays in a function that replaces another one: "10%"; why all do: kTakenBack, or
  /// a code of rolloutProblems() of the instrument room; empty = it replaces nothing.
  std::string rollout = {};

  bool operator==(const Outcome&) const = default;
};

struct LineRange {
  unsigned first = 0;  ///< 1-based, inclusive
  unsigned last = 0;

  [[nodiscard]] constexpr unsigned size() const { return first == 0 ? 0 : last - first + 1; }
  auto operator<=>(const LineRange&) const = default;
};

/// A key of the manifest that this version does not know, kept as the YAML text of its value.
struct UnknownKey {
  std::string key;
  std::string yaml;

  bool operator==(const UnknownKey&) const = default;
};

struct AnnotatedFunction {
  /// Hash of the USR (plus the path for internal linkage); the same in every unit, unchanged by edits of the
  /// body. For an entry without a function: hash of path, tag text and ordinal.
  std::uint64_t id = 0;
  std::string name;  ///< qualified, without template arguments: "leveldb::DBImpl::Write"; empty = no function
  /// Names of further functions that the same text is, in order: it is included, or expanded, several times
  /// under other macros. They share the id, the guard and the numbers.
  std::vector<std::string> also = {};
  std::string signature;  ///< "Status (const WriteOptions &, WriteBatch *)"
  FunctionKind kind = FunctionKind::Function;
  Linkage linkage = Linkage::External;
  TraitSet traits;

  std::string file;            ///< relative to the manifest's root, '/' between folders
  LineRange lines;             ///< declaration's first line (template header included) to the closing brace's
  source::Position bodyBegin;  ///< of the opening brace; unknown when there is no body in the file
  source::Position bodyEnd;    ///< of the closing brace
  std::vector<EditPoint> points;  ///< in order of place
  std::vector<Input> inputs;      ///< the likeliest first; in a manifest the one that counts, or none
  /// What the tag's `replaces` names: of a part of a scan for each name that it may turn out to have, else
  /// one, or none.
  std::vector<Replacement> replaces = {};
  unsigned tagLine = 0;  ///< line where the current tag's comment text begins
  std::string tagFile;   ///< when the tag stands in another file than the body; else empty
  LineRange covered;     ///< lines the tag covers when less than the function (Scope::Block); else {0,0}

  Tag tag;                   ///< the current tag: the last of a stack
  std::vector<Tag> history;  ///< earlier tags of the stack, oldest first
  Scope scope = Scope::Function;
  State state = State::Active;
  Precision precision = Precision::Exact;
  std::uint64_t bodyFingerprint =
      0;  ///< of the body's tokens; comments and white space don't count; 0 = no body
  /// What in the body often costs; each sign at most once, in their order.
  std::vector<source::CostSignSeen> costs = {};
  /// In a part of a scan of the body, or of what a block's tag covers; in a manifest of what that was when
  /// this tag was first seen with it.
  BodySketch sketch = {};
  unsigned drift = 0;  ///< how far what is there now is from that: editedPercent()
  /// Where it exists under some of the build's configurations only: the flags that tell these from the
  /// others.
  std::vector<std::string> configurations;
  /// What the project's policy for the file says of failures ("negative false"), where the tag says nothing.
  std::string errorPolicy = {};
  std::optional<Outcome> outcome;
  std::vector<UnknownKey> unknownKeys;

  bool operator==(const AnnotatedFunction&) const = default;
};

/// Whether the tag itself says which returns are failures.
inline bool saysErrors(const Tag& tag) {
  return std::ranges::any_of(tag.extra, [](const auto& pair) { return pair.first == "errors"; });
}

/// Whether the tag of a function stands for others, too: it is one at a class, namespace, region or file.
inline bool isOneOfMany(const AnnotatedFunction& entry) {
  return !entry.name.empty() && entry.scope != Scope::Function && entry.scope != Scope::Block;
}

}  // namespace assay::model
