// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a step says that it could not be done: Expected<T> carries a value or an Error, and the compiler
// complains when it is dropped (a plain alias of std::expected would be dropped in silence).
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace assay {

/// What kind of trouble it is; decides the exit code of the program (see exit_code.h).
enum class ErrorCode {
  Usage,     ///< wrong options or configuration
  Input,     ///< a file could not be read, parsed, or has changed
  Output,    ///< a file could not be written
  Internal,  ///< a bug of ours
};

/// A place in a file. `line` and `column` are 1-based, columns count bytes; 0 means "not known".
struct Location {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;

  bool operator==(const Location&) const = default;
};

struct Error {
  ErrorCode code = ErrorCode::Input;
  std::string message;    ///< what is wrong, one sentence without a full stop
  Location where = {};    ///< empty file = no place
  std::string hint = {};  ///< what to do about it; may be empty
};

template <class T>
class [[nodiscard]] Expected : public std::expected<T, Error> {
 public:
  using std::expected<T, Error>::expected;
};

/// Shorthand for returning an Error from a function that returns Expected<T>.
inline std::unexpected<Error> fail(ErrorCode code, std::string message, std::string hint = {}) {
  return std::unexpected(Error{code, std::move(message), {}, std::move(hint)});
}

inline std::unexpected<Error> failAt(Location where, std::string message, std::string hint = {}) {
  return std::unexpected(Error{ErrorCode::Input, std::move(message), std::move(where), std::move(hint)});
}

}  // namespace assay

#define ASSAY_TRY_JOIN2(a, b) a##b
#define ASSAY_TRY_JOIN(a, b) ASSAY_TRY_JOIN2(a, b)
#define ASSAY_TRY_AS(name, declaration, expression)           \
  auto name = (expression);                                   \
  if (!name) return std::unexpected(std::move(name).error()); \
  declaration = *std::move(name)

/// `ASSAY_TRY(auto text, readFile(path));` binds the value or returns the error to the caller.
#define ASSAY_TRY(declaration, expression) \
  ASSAY_TRY_AS(ASSAY_TRY_JOIN(assayTry, __LINE__), declaration, expression)

/// The same for an Expected<void>.
#define ASSAY_TRY_VOID(expression)                             \
  do {                                                         \
    if (auto assayTryVoid = (expression); !assayTryVoid)       \
      return std::unexpected(std::move(assayTryVoid).error()); \
  } while (false)
