// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace assay::tool {
namespace {

constexpr std::size_t kDefaultColumns = 80;
constexpr std::size_t kFewestColumns = 40;

}  // namespace

bool isTerminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

bool canRewriteLines(int descriptor) {
  const char* term = std::getenv("TERM");
  return isTerminal(descriptor) && term != nullptr && std::string_view(term) != "dumb";
}

bool wantsColour(int descriptor) {
  const char* noColour = std::getenv("NO_COLOR");
  return (noColour == nullptr || *noColour == '\0') && canRewriteLines(descriptor);
}

std::size_t terminalColumns(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max<std::size_t>(size.ws_col, kFewestColumns);
  if (const char* columns = std::getenv("COLUMNS"))
    if (const long value = std::strtol(columns, nullptr, 10); value > 0 && value < 10000)
      return std::max(static_cast<std::size_t>(value), kFewestColumns);
  return kDefaultColumns;
}

}  // namespace assay::tool
