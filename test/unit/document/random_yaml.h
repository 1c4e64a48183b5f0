// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Elements of a list for tests: arbitrary values as they are written, the same with something else in it, and
// lines that are put together at random from what YAML is made of.
#pragma once

#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.h"

namespace assay::test {

/// The same seed gives the same texts.
class RandomYaml {
 public:
  explicit RandomYaml(unsigned seed) : random_(seed) {}

  /// One to four elements, as appendYamlElement() writes them.
  std::string written() {
    std::string text;
    for (unsigned i = 1 + below(4); i > 0; --i) document::appendYamlElement(text, value(3));
    return text;
  }

  /// Changed in a few places, in a way that often leaves it YAML.
  std::string changed(std::string text) {
    for (unsigned i = 1 + below(3); i > 0 && !text.empty(); --i) change(text);
    return text;
  }

  /// Lines of keys, marks and scalars at any indent.
  std::string lines() {
    std::string text = "  - ";
    for (unsigned i = 1 + below(8); i > 0; --i) {
      text += part() + '\n';
      text.append(2 * below(5) + (below(8) == 0 ? 1 : 0), ' ');
      if (below(3) == 0) text += "- ";
    }
    return text.substr(0, text.rfind('\n') + 1);
  }

 private:
  static constexpr const char* kWords[] = {
      "a",      "key",        "b c",        "12",     "-3",         "0x1F", "0o17", "1.5",   ".5",   "1e3",
      ".inf",   "-.INF",      ".nan",       "null",   "Null",       "~",    "true", "FALSE", "yes",  "on",
      "<<",     "=",          "12:30",      "a::b",   "a:b",        "a#b",  "x #",  "#x",    "é",    "中",
      "\u00a0", "\u0085",     "\u2028",     "\ufeff", "\U0001f600", "\xFF", "\t",   "\r",    "\x01", "'",
      "\"",     "\\",         "{",          "]",      ",",          "?",    "!",    "&",     "*",    "%",
      "@",      "`",          "|",          ">",      "...",        "---",  "a-b",  "$(x)",  "+1",   "007",
      "1_000",  "2024-01-15", "line\nmore", "\n",     "end "};
  static constexpr const char* kParts[] = {"a: 1",
                                           "b: x y",
                                           "c: \"q\\n\\x41\\u00e9\\U0001F600\"",
                                           "d:",
                                           "e: [a, \"b\", c d]",
                                           "f: {a: b, c: \"d\"}",
                                           "g: |-",
                                           "h: |",
                                           "i: >",
                                           "j: 'single'",
                                           "plain",
                                           "two words",
                                           "\"quoted\"",
                                           "[]",
                                           "{}",
                                           "k: []",
                                           "l: {}",
                                           "? m",
                                           ": n",
                                           "# comment",
                                           "o: p # comment",
                                           "q: &x r",
                                           "s: *x",
                                           "t: !!str 1",
                                           "u: !!binary \"/w==\"",
                                           "v:  two",
                                           "w : x",
                                           "\"y\": z",
                                           "1: 2",
                                           "null: x",
                                           "a: 2",
                                           "a: b: c",
                                           "b: c:",
                                           "- d",
                                           "-",
                                           "[a,b]",
                                           "[a, [b, {c: d}]]",
                                           "{a: 1, a: 2}",
                                           "[a, ]",
                                           "{a}",
                                           "[a: b]",
                                           "c: \"open",
                                           "d: \"\\ud800\"",
                                           "e: \"\\q\"",
                                           "<<: {a: 1}",
                                           "---",
                                           "...",
                                           "%TAG ! x",
                                           "f: \tx",
                                           "g: x\t",
                                           "h: x ",
                                           "i: |2",
                                           "j: |+",
                                           "k: ~",
                                           "l: .nan",
                                           "m: -0.0",
                                           "n: 99999999999999999999",
                                           "o: x\r",
                                           "p: \"a\u2028b\"",
                                           "q: \u0085",
                                           "r: [\"a\":b]"};

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  std::string word() { return kWords[below(std::size(kWords))]; }

  std::string text() {
    std::string result;
    for (unsigned i = below(4); i > 0; --i) result += word() + (below(3) == 0 ? " " : "");
    return result;
  }

  std::string part() {
    if (below(6) != 0) return kParts[below(std::size(kParts))];
    return (below(2) == 0 ? "key: " : "") + text();
  }

  document::Value scalar() {
    switch (below(8)) {
      case 0: return nullptr;
      case 1: return below(2) == 0;
      case 2: return std::int64_t{static_cast<int>(random_())};
      case 3: return static_cast<double>(below(1000)) / 8;
      default: return text();
    }
  }

  document::Value value(unsigned deep) {
    const unsigned kind = deep == 0 ? 0 : below(4);
    document::Value made =
        kind == 1 ? document::Value(document::Array{}) : document::Value(document::Object{});
    if (kind == 0) return scalar();
    for (unsigned i = below(5); i > 0; --i) {
      if (kind == 1)
        made.append(value(deep - 1));
      else
        made.set(below(6) == 0 ? text() : "key-" + std::to_string(below(20)), value(deep - 1));
    }
    made.setOnOneLine(below(3) == 0);
    return made;
  }

  void change(std::string& text) {
    const std::size_t at = below(static_cast<unsigned>(text.size()));
    const std::size_t line = text.rfind('\n', at) + 1;
    switch (below(8)) {
      case 0: text[at] = static_cast<char>(random_()); break;
      case 1: text.insert(at, word()); break;
      case 2: text.insert(line, part() + '\n'); break;
      case 3: text.insert(line, 1 + below(4), ' '); break;
      case 4: text.erase(line, 1 + below(4)); break;
      case 5: text.erase(at, 1 + below(3)); break;
      case 6: text.insert(at, part()); break;
      default: text.resize(at); break;
    }
  }

  std::mt19937 random_;
};

}  // namespace assay::test
