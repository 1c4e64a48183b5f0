// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands behind a guard and says what its call's input is: ` ASSAY_INSERTED_SIZE(id, items.size());` and
// ` ASSAY_INSERTED_TYPE_INDEX(id, value.index());`. insertion.h takes it out again with its guard.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::source {

/// Whether the text is an identifier, one beyond ASCII among them.
bool isName(std::string_view text);

/// The size of a call's input, to stand behind its guard; with `when` for calls only where that is not null.
/// Empty when `size` is more than a name, a difference of two, or `name.size()` with one of the accessors'
/// names: a manifest is a file that anybody may edit, and no place for code.
std::string insertedSize(std::uint64_t id, std::string_view size, std::string_view when);

/// As a type: which instantiation of the function's template it is.
inline constexpr std::string_view kTemplateArguments = "template arguments";

/// The type of a call's input, to stand behind its guard or its size: of `name.index()` or `name->index()`
/// the number, of `typeid(name)`, `typeid(*name)` or `typeid(*name.get())` the class of the object, of
/// kTemplateArguments the instantiation; null pointers have none. Empty when `type` is anything else.
std::string insertedType(std::uint64_t id, std::string_view type);

}  // namespace assay::source
