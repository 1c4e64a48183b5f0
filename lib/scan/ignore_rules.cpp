// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/ignore_rules.h"

#include "support/strings.h"

namespace assay::scan {
namespace {

// The set at the start of `glob` ("[...]"): whether `c` is in it, and its length; 0 = not a set after all.
std::pair<bool, std::size_t> matchSet(std::string_view glob, char c) {
  std::size_t at = 1;
  const bool negated = at < glob.size() && (glob[at] == '!' || glob[at] == '^');
  if (negated) ++at;
  bool found = false;
  for (bool first = true; at < glob.size() && (first || glob[at] != ']'); first = false) {
    if (glob[at] == '\\' && at + 1 < glob.size()) ++at;
    const char low = glob[at++];
    char high = low;
    if (at + 1 < glob.size() && glob[at] == '-' && glob[at + 1] != ']') {
      high = glob[at + 1];
      at += 2;
    }
    found = found || (low <= c && c <= high);
  }
  if (at >= glob.size()) return {false, 0};
  return {found != negated && c != '/', at + 1};
}

// How many bytes of `glob` match the single byte `c`; 0 = they do not.
std::size_t matchOne(std::string_view glob, char c) {
  if (glob.empty()) return 0;
  if (glob[0] == '?') return c == '/' ? 0 : 1;
  if (glob[0] == '[') {
    const auto [matches, length] = matchSet(glob, c);
    if (length > 0) return matches ? length : 0;
  }
  if (glob[0] == '\\' && glob.size() > 1) return glob[1] == c ? 2 : 0;
  return glob[0] == c ? 1 : 0;
}

struct Resume {
  std::size_t glob = std::string_view::npos;
  std::size_t path = 0;
  [[nodiscard]] bool set() const { return glob != std::string_view::npos; }
};

}  // namespace

// Two places to come back to instead of recursion, so that no pattern takes more than quadratic time: the
// last `*`, which may swallow one more byte of its folder, and the last `**`, which may swallow anything.
bool globMatches(std::string_view glob, std::string_view path) {
  Resume star;
  Resume doubleStar;
  std::size_t g = 0;
  std::size_t p = 0;
  while (true) {
    if (glob.substr(g).starts_with("**")) {
      g += 2;
      if (g < glob.size() && glob[g] == '/' && (p == 0 || path[p - 1] == '/'))
        ++g;  // "**/" also matches nothing
      doubleStar = {g, p};
      star = {};
      continue;
    }
    if (g < glob.size() && glob[g] == '*') {
      star = {++g, p};
      continue;
    }
    if (p == path.size() && g == glob.size()) return true;
    if (p < path.size()) {
      if (const std::size_t length = matchOne(glob.substr(g), path[p])) {
        g += length;
        ++p;
        continue;
      }
    }
    if (star.set() && star.path < path.size() && path[star.path] != '/') {
      g = star.glob;
      p = ++star.path;
    } else if (doubleStar.set() && doubleStar.path < path.size()) {
      // After "**/" only the start of a folder can match.
      const bool wholeFolders = doubleStar.glob > 0 && glob[doubleStar.glob - 1] == '/';
      do ++doubleStar.path;
      while (wholeFolders && doubleStar.path < path.size() && path[doubleStar.path - 1] != '/');
      star = {};
      g = doubleStar.glob;
      p = doubleStar.path;
    } else {
      return false;
    }
  }
}

void IgnoreRules::addLine(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  if (line.empty() || line[0] == '#') return;
  Rule rule;
  if (line[0] == '!') {
    rule.negated = true;
    line.remove_prefix(1);
  }
  while (line.ends_with('/')) {
    rule.foldersOnly = true;
    line.remove_suffix(1);
  }
  const bool anchored = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  rule.glob = anchored ? std::string(line) : "**/" + std::string(line);
  rules_.push_back(std::move(rule));
}

void IgnoreRules::addText(std::string_view text) {
  for (const std::string_view line : split(text, '\n')) addLine(line);
}

std::optional<bool> IgnoreRules::decide(std::string_view path, bool isFolder) const {
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule)
    if ((isFolder || !rule->foldersOnly) && globMatches(rule->glob, path)) return !rule->negated;
  return std::nullopt;
}

}  // namespace assay::scan
