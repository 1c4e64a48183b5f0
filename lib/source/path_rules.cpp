// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/path_rules.h"

#include "support/strings.h"

namespace assay::source {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kNoSet = std::string_view::npos;

bool isInClass(std::string_view name, unsigned char c) {
  if (c >= 0x80) return false;
  if (name == "alnum") return isAlpha(static_cast<char>(c)) || isDigit(static_cast<char>(c));
  if (name == "alpha") return isAlpha(static_cast<char>(c));
  if (name == "blank") return c == ' ' || c == '\t';
  if (name == "cntrl") return c < 0x20 || c == 0x7F;
  if (name == "digit") return isDigit(static_cast<char>(c));
  if (name == "graph") return c > 0x20 && c < 0x7F;
  if (name == "lower") return c >= 'a' && c <= 'z';
  if (name == "print") return c >= 0x20 && c < 0x7F;
  if (name == "punct")
    return c > 0x20 && c < 0x7F && !isAlpha(static_cast<char>(c)) && !isDigit(static_cast<char>(c));
  if (name == "space") return isSpace(static_cast<char>(c));
  if (name == "upper") return c >= 'A' && c <= 'Z';
  if (name == "xdigit")
    return isDigit(static_cast<char>(c)) ||
           (lower(static_cast<char>(c)) >= 'a' && lower(static_cast<char>(c)) <= 'f');
  return false;
}

// "[a-z]", "[!a-z]", "[[:alpha:]_]" at the start of `glob`.
class SetMatch {
 public:
  SetMatch(std::string_view glob, char c) : glob_(glob), c_(static_cast<unsigned char>(c)) { read(); }

  bool matches = false;
  std::size_t length = kNoSet;  // of the set; kNoSet = it has no end

 private:
  [[nodiscard]] unsigned char at(std::size_t i) const { return static_cast<unsigned char>(glob_[i]); }

  void read() {
    std::size_t i = 1;
    const bool negated = i < glob_.size() && (glob_[i] == '!' || glob_[i] == '^');
    if (negated) ++i;
    bool found = false;
    for (bool first = true; i < glob_.size() && (first || glob_[i] != ']'); first = false) {
      const std::size_t next = glob_.substr(i).starts_with("[:") ? readClass(i, found) : readRange(i, found);
      if (next == kNoSet) return;
      i = next;
    }
    if (i >= glob_.size()) return;
    matches = found != negated && c_ != '/';
    length = i + 1;
  }

  std::size_t readClass(std::size_t i, bool& found) const {
    const std::size_t close = glob_.find(']', i + 2);
    if (close == std::string_view::npos) return kNoSet;
    if (glob_[close - 1] != ':' || close - 1 < i + 2) return readRange(i, found);
    found = found || isInClass(glob_.substr(i + 2, close - i - 3), c_);
    return close + 1;
  }

  std::size_t readRange(std::size_t i, bool& found) const {
    if (glob_[i] == '\\' && ++i >= glob_.size()) return kNoSet;
    const unsigned char low = at(i++);
    unsigned char high = low;
    if (i + 1 < glob_.size() && glob_[i] == '-' && glob_[i + 1] != ']') {
      if (glob_[++i] == '\\' && ++i >= glob_.size()) return kNoSet;
      high = at(i++);
    }
    found = found || (low <= c_ && c_ <= high);
    return i;
  }

  std::string_view glob_;
  unsigned char c_;
};

// How many bytes of `glob` match the single byte `c`; 0 = they do not.
std::size_t matchOne(std::string_view glob, char c) {
  if (glob.empty()) return 0;
  if (glob[0] == '?') return c == '/' ? 0 : 1;
  if (glob[0] == '[') {
    const SetMatch set(glob, c);
    return set.matches ? set.length : 0;
  }
  if (glob[0] == '\\') return glob.size() > 1 && glob[1] == c ? 2 : 0;
  return glob[0] == c ? 1 : 0;
}

struct Resume {
  std::size_t glob = std::string_view::npos;
  std::size_t path = 0;
  [[nodiscard]] bool set() const { return glob != std::string_view::npos; }
};

// Two places to come back to instead of recursion, so that no pattern takes more than quadratic time: the
// last `*`, which may swallow one more byte of its folder, and the last `**`, which may swallow more folders.
class GlobMatch {
 public:
  GlobMatch(std::string_view glob, std::string_view path) : glob_(glob), path_(path) {}

  bool run() {
    while (true) {
      if (g_ < glob_.size() && glob_[g_] == '*') {
        if (takeStars()) return true;
      } else if (p_ == path_.size() && g_ == glob_.size()) {
        return true;
      } else if (!takeOne() && !goBack()) {
        return false;
      }
    }
  }

 private:
  // True when the stars are the end of the pattern and match all that is left.
  bool takeStars() {
    const std::size_t begin = g_;
    while (g_ < glob_.size() && glob_[g_] == '*') ++g_;
    const bool wholeFolders =
        g_ - begin > 1 && (begin == 0 || glob_[begin - 1] == '/') && (g_ == glob_.size() || glob_[g_] == '/');
    if (!wholeFolders) {
      star_ = {g_, p_};
      return false;
    }
    if (g_ == glob_.size()) return true;
    doubleStar_ = {++g_, p_};  // "**/" also matches nothing
    star_ = {};
    return false;
  }

  bool takeOne() {
    if (p_ >= path_.size()) return false;
    const std::size_t length = matchOne(glob_.substr(g_), path_[p_]);
    g_ += length;
    p_ += length > 0 ? 1 : 0;
    return length > 0;
  }

  bool goBack() {
    if (star_.set() && star_.path < path_.size() && path_[star_.path] != '/') {
      g_ = star_.glob;
      p_ = ++star_.path;
      return true;
    }
    if (!doubleStar_.set()) return false;
    const std::size_t slash = path_.find('/', doubleStar_.path);
    if (slash == std::string_view::npos) return false;
    star_ = {};
    g_ = doubleStar_.glob;
    p_ = doubleStar_.path = slash + 1;
    return true;
  }

  std::string_view glob_;
  std::string_view path_;
  std::size_t g_ = 0;
  std::size_t p_ = 0;
  Resume star_;
  Resume doubleStar_;
};

bool hasWildcard(std::string_view glob) {
  return glob.find_first_of("*?[\\"sv) != std::string_view::npos;
}

std::string_view withoutTrailingBlanks(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0 && line[end - 1] == ' ') --end;
  std::size_t quotes = 0;
  while (quotes < end && line[end - 1 - quotes] == '\\') ++quotes;
  return line.substr(0, end + (quotes % 2 == 1 && end < line.size() ? 1 : 0));
}

}  // namespace

bool globMatches(std::string_view glob, std::string_view path) {
  return GlobMatch(glob, path).run();
}

void PathRules::addLine(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  line = withoutTrailingBlanks(line);
  if (line.empty() || line[0] == '#') return;
  Rule rule;
  if (line[0] == '!') {
    rule.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    rule.foldersOnly = true;
    line.remove_suffix(1);
  }
  rule.anywhere = line.find('/') == std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  rule.match = Match::Glob;
  if (!hasWildcard(line)) {
    rule.match = Match::Equal;
  } else if (rule.anywhere && line[0] == '*' && !hasWildcard(line.substr(1))) {
    rule.match = Match::Ending;
    line.remove_prefix(1);
  }
  rule.glob = line;
  rules_.push_back(std::move(rule));
}

void PathRules::addText(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (const std::string_view line : split(text, '\n')) addLine(line);
}

bool PathRules::Rule::matches(std::string_view path, std::string_view name) const {
  const std::string_view subject = anywhere ? name : path;
  switch (match) {
    case Match::Equal: return subject == glob;
    case Match::Ending: return subject.ends_with(glob);
    case Match::Glob: break;
  }
  return globMatches(glob, subject);
}

std::optional<bool> PathRules::decide(std::string_view path, bool isFolder) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule)
    if ((isFolder || !rule->foldersOnly) && rule->matches(path, name)) return !rule->negated;
  return std::nullopt;
}

bool PathRules::covers(std::string_view path) const {
  if (decide(path, false).value_or(false)) return true;
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1))
    if (decide(path.substr(0, end), true).value_or(false)) return true;
  return false;
}

}  // namespace assay::source
