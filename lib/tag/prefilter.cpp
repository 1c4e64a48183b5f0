// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The prefilter. Every head begins with "AI" and a joiner, so that two letters and one sign are looked for,
// in blocks, sixteen bytes at a time and without branches. A block with a hit is
// looked at closely.
#include <algorithm>
#include <cstdint>
#include <cstring>

#include "support/strings.h"
#include "tag/read_tags.h"
#include "tag/suspects.h"
#include "tag/words.h"

namespace assay::tag {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBlock = 1024;

bool wordFollows(std::string_view text) {
  constexpr std::string_view kWords[] = {"generated", "assisted", "modified", "use",  "assistance", "code",
                                         "section",   "block",    "region",   "part", "content"};
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '_'))
    text.remove_prefix(1);
  return std::ranges::any_of(kWords,
                             [&](std::string_view word) { return startsWithIgnoringCase(text, word); });
}

bool headAt(std::string_view bytes, std::size_t at) {
  if (!startsWithIgnoringCase(bytes.substr(at), "ai")) return false;
  const std::string_view rest = bytes.substr(at + 2);
  if (rest.empty() || "-_ \t\xE2"sv.find(rest.front()) == std::string_view::npos) return false;
  return wordFollows(rest.substr(joinerAt(rest)));
}

// GCC and Clang turn operations on this type into whatever vector instructions the machine has.
using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
using WideWords [[gnu::vector_size(16)]] = std::uint64_t;

Bytes bytesAt(const char* text) {
  Bytes bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

// Does "a", "i" and a possible joiner stand anywhere in the block? `text` reaches two beyond `size`, which is
// a multiple of the vector's.
bool blockHasAi(const char* text, std::size_t size) {
  Bytes hits{};
  for (std::size_t i = 0; i < size; i += sizeof(Bytes)) {
    const Bytes third = bytesAt(text + i + 2);
    const auto ai = ((bytesAt(text + i) | 0x20) == 'a') & ((bytesAt(text + i + 1) | 0x20) == 'i');
    const auto joiner = (third == '-') | (third == '_') | (third == ' ') | (third == 0xE2) | (third == '\t');
    hits |= reinterpret_cast<Bytes>(ai & joiner);
  }
  const auto any = reinterpret_cast<WideWords>(hits);
  return (any[0] | any[1]) != 0;
}

bool headIn(std::string_view bytes, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (lower(bytes[i]) == 'a' && headAt(bytes, i)) return true;
  return false;
}

bool hasHead(std::string_view bytes) {
  constexpr std::size_t kSpare = 2;
  std::size_t begin = 0;
  for (; begin + kBlock + kSpare <= bytes.size(); begin += kBlock)
    if (blockHasAi(bytes.data() + begin, kBlock) && headIn(bytes, begin, begin + kBlock)) return true;
  if (bytes.size() - begin > kSpare) {
    const std::size_t whole = (bytes.size() - begin - kSpare) / sizeof(Bytes) * sizeof(Bytes);
    if (blockHasAi(bytes.data() + begin, whole) && headIn(bytes, begin, begin + whole)) return true;
    begin += whole;
  }
  return headIn(bytes, begin, bytes.size());
}

bool hasIgnoringCase(std::string_view bytes, std::string_view word) {
  const char first[] = {word.front(),
                        isAlpha(word.front()) ? static_cast<char>(word.front() ^ 0x20) : word.front()};
  for (char c : first)
    for (std::size_t at = bytes.find(c); at != std::string_view::npos; at = bytes.find(c, at + 1))
      if (startsWithIgnoringCase(bytes.substr(at), word)) return true;
  return false;
}

}  // namespace

bool mayHaveTags(std::string_view bytes, const ReadOptions& options) {
  if (hasHead(bytes)) return true;
  for (const auto& alias : options.aliases)
    if (!alias.first.empty() && hasIgnoringCase(bytes, alias.first)) return true;
  return options.suspects && mayHaveSuspects(bytes);
}

}  // namespace assay::tag
