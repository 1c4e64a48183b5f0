// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the preprocessor lines of a file say, as far as the planning of units asks: read off the text without
// a preprocessor, each part when it is first asked for. A cache keeps them under the file's stamp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::scan {

struct IncludeLine {
  std::string spelling;  ///< without quotes or brackets
  bool angled = false;

  bool operator==(const IncludeLine&) const = default;
};

/// The #include (and #include_next, #import) lines of a text, comments and inactive branches and all.
std::vector<IncludeLine> includeLines(std::string_view text);

/// Those that stand outside of every #if but an include guard's.
std::vector<IncludeLine> plainIncludes(std::string_view text);

/// Of one file; what is empty was not asked for yet. A file that cannot be read says nothing. Threads: one
/// for each object.
class Directives {
 public:
  const std::vector<IncludeLine>& includes(const std::string& file);
  /// The same where they have been asked for before.
  [[nodiscard]] const std::vector<IncludeLine>& knownIncludes() const { return includes_.value(); }
  const std::vector<IncludeLine>& plainIncludes(const std::string& file);
  /// hash64() of the names that the file defines or undefines.
  const std::vector<std::uint64_t>& macros(const std::string& file);

  bool operator==(const Directives&) const = default;
  template <class Archive>
  friend void fields(Archive& archive, Directives& value) {
    archive(value.includes_, value.plainIncludes_, value.macros_);
  }

 private:
  std::optional<std::vector<IncludeLine>> includes_;
  std::optional<std::vector<IncludeLine>> plainIncludes_;
  std::optional<std::vector<std::uint64_t>> macros_;
};

}  // namespace assay::scan
