// Every kind of guard can say it.
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// AI-generated: GPT-4
constexpr int count(const char* text, int len) { return len == 0 ? 0 : 1 + (text[0] == 'x'); }
static_assert(count("x", 1) == 2);
// AI-generated: GPT-4
int depth(const std::string& text) { return text.empty() ? 0 : 1 + depth(text.substr(1)); }
// AI-generated: GPT-4
int handled(const std::string& text) try { return text.at(9); } catch (const std::out_of_range&) { return -1; }
// AI-generated: GPT-4
bool digraph(const std::string& text) <% return text.empty(); %>
// AI-generated: GPT-4
[[noreturn]] void leave(const std::string& text) { std::exit(text.empty()); }
// AI-generated: GPT-4
auto lambda = [](const std::vector<int>& items) { return items.empty(); };

class Holder {
 public:
  // AI-generated: GPT-4
  Holder(std::string moved, const std::string& kept) : moved_(std::move(moved)), kept_(kept) {}
  // AI-generated: GPT-4
  explicit Holder(std::string moved) : moved_(std::move(moved)) {}
  // AI-generated: GPT-4
  Holder(std::string assigned, int) { moved_ = std::move(assigned); }
  // AI-generated: GPT-4
  bool operator()(const std::string& text) const noexcept { return text == moved_ && kept_.empty(); }

 private:
  std::string moved_;
  std::string kept_;
};

int main() {
  const bool right = count("", 0) == 0 && depth("abc") == 3 && handled("") == -1 && digraph("") && lambda({}) &&
                     Holder("a", "")("a") && Holder("a")("a") && Holder("a", 1)("a");
  leave(right ? "right" : "");
}
