// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/inserted_input.h"

#include <fmt/format.h>

#include <algorithm>

#include "support/strings.h"

namespace assay::source {
namespace {

constexpr std::string_view kPrefix = "ASSAY_INSERTED_";

bool isSizeExpression(std::string_view text) {
  if (isName(text)) return true;
  for (const std::string_view behind : {".size()", "->size()", ".length()", "->length()"})
    if (text.ends_with(behind) && isName(text.substr(0, text.size() - behind.size()))) return true;
  const std::size_t minus = text.find(" - ");
  return minus != std::string_view::npos && isName(text.substr(0, minus)) && isName(text.substr(minus + 3));
}

// Without the beginning and the end that it must have; empty when it is no name in between.
std::string_view nameWithin(std::string_view text, std::string_view begin, std::string_view end) {
  if (!text.starts_with(begin) || !text.ends_with(end) || text.size() <= begin.size() + end.size()) return {};
  text = text.substr(begin.size(), text.size() - begin.size() - end.size());
  return isName(text) ? text : std::string_view();
}

// The number of a variant's alternative.
std::string indexOf(std::string_view type) {
  if (!nameWithin(type, "", ".index()").empty()) return std::string(type);
  const std::string_view pointer = nameWithin(type, "", "->index()");
  return pointer.empty() ? "" : fmt::format("{0} ? static_cast<long long>({0}->index()) : -1", pointer);
}

// The address of an object; by no operator of its class.
std::string objectOf(std::string_view type) {
  if (const auto smart = nameWithin(type, "typeid(*", ".get())"); !smart.empty())
    return fmt::format("{}.get()", smart);
  if (const auto pointer = nameWithin(type, "typeid(*", ")"); !pointer.empty()) return std::string(pointer);
  const std::string_view object = nameWithin(type, "typeid(", ")");
  return object.empty() ? "" : fmt::format("__builtin_addressof({})", object);
}

}  // namespace

bool isName(std::string_view text) {
  return !text.empty() && !isDigit(text.front()) && std::ranges::all_of(text, [](char c) {
    return isWordByte(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::string insertedSize(std::uint64_t id, std::string_view size, std::string_view when) {
  if (!isSizeExpression(size)) return {};
  if (when.empty()) return fmt::format(" {}SIZE(0x{:016x}, {});", kPrefix, id, size);
  return isName(when) ? fmt::format(" {}SIZE_IF(0x{:016x}, {}, {});", kPrefix, id, when, size) : "";
}

std::string insertedType(std::uint64_t id, std::string_view type) {
  if (type == kTemplateArguments) return fmt::format(" {}TYPE_INSTANCE(0x{:016x});", kPrefix, id);
  if (const auto index = indexOf(type); !index.empty())
    return fmt::format(" {}TYPE_INDEX(0x{:016x}, {});", kPrefix, id, index);
  if (const auto pointer = objectOf(type); !pointer.empty())
    return fmt::format(" {}TYPE_DYNAMIC(0x{:016x}, {});", kPrefix, id, pointer);
  return {};
}

}  // namespace assay::source
