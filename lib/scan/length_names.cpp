// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/length_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "support/strings.h"

namespace assay::scan {
namespace {

using namespace std::string_view_literals;

constexpr std::array kLengths = {"size"sv, "len"sv,   "length"sv, "n"sv,     "count"sv, "cnt"sv,   "num"sv,
                                 "sz"sv,   "bytes"sv, "nbytes"sv, "nmemb"sv, "nelem"sv, "nelems"sv};
constexpr std::array kOutputs = {"out"sv, "output"sv, "dst"sv,     "dest"sv,  "destination"sv,
                                 "ret"sv, "result"sv, "results"sv, "outbuf"sv};
constexpr std::array kRanges = {std::pair("first"sv, "last"sv), std::pair("begin"sv, "end"sv),
                                std::pair("start"sv, "end"sv),  std::pair("start"sv, "limit"sv),
                                std::pair("p"sv, "end"sv),      std::pair("p"sv, "limit"sv),
                                std::pair("ptr"sv, "end"sv),    std::pair("begin"sv, "limit"sv)};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "bufLen_" -> {"buf", "len"}.
std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words;
  bool begins = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool hump = isUpper(name[i]) && i > 0 && !isUpper(name[i - 1]);
    if (name[i] == '_') {
      begins = true;
      continue;
    }
    if (begins || hump) words.emplace_back();
    words.back() += lower(name[i]);
    begins = false;
  }
  return words;
}

std::string joined(std::string_view name) {
  std::string text;
  for (const std::string& word : wordsOf(name)) text += word;
  return text;
}

}  // namespace

bool isLengthName(std::string_view name) {
  const std::vector<std::string> words = wordsOf(name);
  if (words.empty()) return false;
  const bool counts = words.size() > 1 && (words.front() == "num" || words.front() == "n");
  return counts || isOneOf(kLengths, words.back());
}

bool isLengthOf(std::string_view pointer, std::string_view name) {
  const std::string of = joined(pointer);
  const std::string all = joined(name);
  if (of == "argv" && all == "argc") return true;
  if (of.empty() || all.size() <= of.size()) return false;
  if (all.starts_with(of)) return isOneOf(kLengths, std::string_view(all).substr(of.size()));
  return all == "n" + of || all == "num" + of;
}

bool isRange(std::string_view first, std::string_view last) {
  return std::ranges::find(kRanges, std::pair(std::string_view(first), last)) != kRanges.end();
}

bool isOutputName(std::string_view name) {
  return std::ranges::any_of(wordsOf(name), [](const std::string& word) { return isOneOf(kOutputs, word); });
}

}  // namespace assay::scan
