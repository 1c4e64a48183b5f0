// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The prefilter. Every head begins with "AI" and a joiner, so that two letters and one sign are looked for,
// in blocks and without branches: compilers turn the loop into vector instructions. A block with a hit is
// looked at closely.
#include <algorithm>
#include <cstdint>

#include "support/strings.h"
#include "tag/read_tags.h"
#include "tag/suspects.h"
#include "tag/words.h"

namespace assay::tag {
namespace {

constexpr std::size_t kBlock = 4096;

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
  const std::size_t joiner = joinerAt(rest);
  return wordFollows(rest.substr(joiner));
}

// Does "a", "i" and a possible joiner stand anywhere in the block? `bytes` reaches two beyond `size`.
bool blockHasAi(const char* bytes, std::size_t size) {
  unsigned hits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto first = static_cast<std::uint8_t>(bytes[i] | 0x20);
    const auto second = static_cast<std::uint8_t>(bytes[i + 1] | 0x20);
    const auto third = static_cast<std::uint8_t>(bytes[i + 2]);
    const bool joiner = (third == '-') | (third == '_') | (third == ' ') | (third == 0xE2) | (third == '\t');
    hits |= static_cast<unsigned>((first == 'a') & (second == 'i') & joiner);
  }
  return hits != 0;
}

bool hasHead(std::string_view bytes) {
  if (bytes.size() < 5) return false;
  const std::size_t last = bytes.size() - 2;
  for (std::size_t begin = 0; begin < last; begin += kBlock) {
    const std::size_t size = std::min(kBlock, last - begin);
    if (!blockHasAi(bytes.data() + begin, size)) continue;
    for (std::size_t i = begin; i < begin + size; ++i)
      if (headAt(bytes, i)) return true;
  }
  return false;
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
