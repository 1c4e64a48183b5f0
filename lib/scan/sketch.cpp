// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/sketch.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "scan/fingerprint.h"
#include "scan/tokens.h"
#include "support/hash.h"

namespace assay::scan {
namespace {

// Cuts tokens into statements.
class StatementCutter {
 public:
  explicit StatementCutter(std::string_view text) : text_(text) {}

  std::vector<std::uint64_t> run() {
    for (const Token& token : tokenize(text_)) take(token);
    end();
    return std::move(hashes_);
  }

 private:
  void take(const Token& token) {
    const std::string_view spelled = text_.substr(token.span.begin, token.span.size());
    if (token.kind == TokenKind::Directive) return add(hash64(directive(spelled)));
    switch (token.sign) {
      case '{': return open();
      case '}': return close();
      case '(':
      case '[': ++depth_.back(); break;
      case ')':
      case ']': depth_.back() -= depth_.back() > 0 ? 1 : 0; break;
      case ';':
        if (depth_.back() == 0) return end();
        break;
      default: break;
    }
    says_ = says_ || token.kind != TokenKind::Punctuator;
    current_.append(spelled).push_back('\0');
  }

  // Layout inside of the line does not count either.
  static std::string directive(std::string_view line) {
    std::string tokens = "#";
    const std::string_view rest = line.substr(line.starts_with("%:") ? 2 : 1);
    for (const Token& token : tokenize(rest))
      tokens.append(rest.substr(token.span.begin, token.span.size())).push_back('\0');
    return tokens;
  }

  void open() {
    end();
    depth_.push_back(0);
  }
  void close() {
    end();
    if (depth_.size() > 1) depth_.pop_back();
  }
  void end() {
    if (says_) add(hash64(current_));
    current_.clear();
    says_ = false;
  }
  // Of equal statements each has a hash of its own: how many there are counts.
  void add(std::uint64_t hash) {
    const unsigned ordinal = ++seen_[hash];
    hashes_.push_back(ordinal == 1 ? hash : hash64(hex64(hash) + '\n' + std::to_string(ordinal)));
  }

  std::string_view text_;
  std::vector<unsigned> depth_ = {0};  // of open parentheses, by brace
  std::string current_;
  bool says_ = false;
  std::map<std::uint64_t, unsigned> seen_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace

model::BodySketch sketchOf(std::string_view body) {
  if (body.empty()) return {};
  return model::sketchOf(fingerprint(body), StatementCutter(body).run());
}

}  // namespace assay::scan
