// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether fmt_inside.cpp has all that a program asks of fmt: only compiled and linked, when the build is
// configured.
#include <fmt/format.h>
#include <string>

int main(int count, char** words) {
  fmt::memory_buffer text;
  fmt::format_to(std::back_inserter(text), "{} {:>{}} {:.3f} {:.6g}", words[0], count, 12, 0.25 * count,
                 1.5F * float(count));
  const std::string line = fmt::format("{:x} {:c} {:L} {}", count, 'a', 1234567.5, static_cast<void*>(words));
  fmt::print("{}{}", fmt::to_string(text), line);
  try {
    fmt::print("{}", fmt::vformat(words[0], fmt::make_format_args(count)));
  } catch (const fmt::format_error& error) {
    return error.what()[0] == 'x' ? 1 : 0;
  }
  return 0;
}
