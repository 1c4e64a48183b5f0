#include <assay/inserted.h> // Every kind of guard can say it.
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// AI-generated: GPT-4
constexpr int count(const char* text, int len) { ASSAY_INSERTED_LITERAL_GUARD(0x67077cd801f9a43e, "count"); ASSAY_INSERTED_SIZE(0x67077cd801f9a43e, len); return len == 0 ? 0 : 1 + (text[0] == 'x'); }
static_assert(count("x", 1) == 2);
// AI-generated: GPT-4
int depth(const std::string& text) { ASSAY_INSERTED_RECURSIVE_GUARD(0xb2273e94a648ef18, "depth"); ASSAY_INSERTED_SIZE(0xb2273e94a648ef18, text.size()); return text.empty() ? 0 : 1 + depth(text.substr(1)); }
// AI-generated: GPT-4
int handled(const std::string& text) { ASSAY_INSERTED_TRY_GUARD(0xb5f14a044f2e28bb, "handled"); ASSAY_INSERTED_SIZE(0xb5f14a044f2e28bb, text.size()); try { return text.at(9); } catch (const std::out_of_range&) { return -1; } ASSAY_INSERTED_END }
// AI-generated: GPT-4
bool digraph(const std::string& text) <% ASSAY_INSERTED_GUARD(0x2c6d6872240e0e3a, "digraph"); ASSAY_INSERTED_SIZE(0x2c6d6872240e0e3a, text.size()); return text.empty(); %>
// AI-generated: GPT-4
[[noreturn]] void leave(const std::string& text) { ASSAY_INSERTED_COUNT(0xf20f25d59f5aaffc, "leave"); std::exit(text.empty()); }
// AI-generated: GPT-4
auto lambda = [](const std::vector<int>& items) { ASSAY_INSERTED_LITERAL_GUARD(0xa8ad7a568177ee54, "lambda::(lambda#1)"); ASSAY_INSERTED_SIZE(0xa8ad7a568177ee54, items.size()); return items.empty(); };

class Holder {
 public:
  // AI-generated: GPT-4
  Holder(std::string moved, const std::string& kept) : moved_(std::move(moved)), kept_(kept) { ASSAY_INSERTED_GUARD(0x099f367f0a627bfd, "Holder::Holder"); ASSAY_INSERTED_SIZE(0x099f367f0a627bfd, kept.size());}
  // AI-generated: GPT-4
  explicit Holder(std::string moved) : moved_(std::move(moved)) { ASSAY_INSERTED_GUARD(0xb651e43f835c4359, "Holder::Holder");}
  // AI-generated: GPT-4
  Holder(std::string assigned, int) { ASSAY_INSERTED_GUARD(0xc2369fb073ee2b8a, "Holder::Holder"); ASSAY_INSERTED_SIZE(0xc2369fb073ee2b8a, assigned.size()); moved_ = std::move(assigned); }
  // AI-generated: GPT-4
  bool operator()(const std::string& text) const noexcept { ASSAY_INSERTED_GUARD(0x6a101c7b4df14e7c, "Holder::operator()"); ASSAY_INSERTED_SIZE(0x6a101c7b4df14e7c, text.size()); return text == moved_ && kept_.empty(); }

 private:
  std::string moved_;
  std::string kept_;
};

int main() {
  const bool right = count("", 0) == 0 && depth("abc") == 3 && handled("") == -1 && digraph("") && lambda({}) &&
                     Holder("a", "")("a") && Holder("a")("a") && Holder("a", 1)("a");
  leave(right ? "right" : "");
}
