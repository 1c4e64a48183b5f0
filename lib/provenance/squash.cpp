// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/squash.h"

#include <utility>

#include "support/strings.h"

namespace assay::provenance {
namespace {

constexpr std::string_view kBegin = "Squashed commit of the following:";
constexpr std::string_view kIndent = "    ";
constexpr std::string_view kAuthor = "Author: ";

// "commit 5a1f…", and what git tells of it below that.
bool isHead(std::string_view line) {
  for (const std::string_view start : {"commit ", "Author: ", "Date: ", "Merge: "})
    if (line.starts_with(start)) return true;
  return false;
}

class Unquoting {
 public:
  void take(std::string_view line) {
    const bool begins = trim(line) == kBegin;
    inside_ = begins || (inside_ && (line.empty() || line.starts_with(kIndent) || isHead(line)));
    if (inside_ && line.starts_with(kAuthor))
      read_.authors.emplace_back(trim(line.substr(kAuthor.size())));
    else
      read_.text += inside_ && line.starts_with(kIndent) ? line.substr(kIndent.size()) : line;
    read_.text += '\n';
  }
  SquashedMessage read() && { return std::move(read_); }

 private:
  SquashedMessage read_;
  bool inside_ = false;
};

}  // namespace

SquashedMessage readSquash(std::string_view message) {
  Unquoting unquoting;
  for (const std::string_view line : split(message, '\n')) unquoting.take(line);
  return std::move(unquoting).read();
}

}  // namespace assay::provenance
