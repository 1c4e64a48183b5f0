// The tag may know better.
#include <string>
#include <variant>

using One = std::variant<int, char>;

// AI-generated: GPT-4, type: second
std::size_t second(const One& first, const One& second) { return first.index() + second.index(); }
// AI-generated: GPT-4, type: none
std::size_t none(const One& first, const std::string& text) { return first.index() + text.size(); }
// AI-generated: GPT-4, size: none
std::size_t unsized(const One& first, const std::string& text) { return first.index() + text.size(); }
// AI-generated: GPT-4, type: refactoring
std::size_t another(const One& first) { return first.index(); }

int main() { return static_cast<int>(second(1, 'x') + none(1, "x") + unsized(1, "x") + another('x')); }
