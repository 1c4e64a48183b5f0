#include <assay/inserted.h> // The tag may know better.
#include <string>
#include <variant>

using One = std::variant<int, char>;

// AI-generated: GPT-4, type: second
std::size_t second(const One& first, const One& second) { ASSAY_INSERTED_GUARD(0xa2d56e979ff82287, "second"); ASSAY_INSERTED_TYPE_INDEX(0xa2d56e979ff82287, second.index()); return first.index() + second.index(); }
// AI-generated: GPT-4, type: none
std::size_t none(const One& first, const std::string& text) { ASSAY_INSERTED_GUARD(0x0776fbdb88795d23, "none"); ASSAY_INSERTED_SIZE(0x0776fbdb88795d23, text.size()); return first.index() + text.size(); }
// AI-generated: GPT-4, size: none
std::size_t unsized(const One& first, const std::string& text) { ASSAY_INSERTED_GUARD(0x74697638b9b299c7, "unsized"); ASSAY_INSERTED_TYPE_INDEX(0x74697638b9b299c7, first.index()); return first.index() + text.size(); }
// AI-generated: GPT-4, type: refactoring
std::size_t another(const One& first) { ASSAY_INSERTED_GUARD(0x13700a63018a8f10, "another"); ASSAY_INSERTED_TYPE_INDEX(0x13700a63018a8f10, first.index()); return first.index(); }

int main() { return static_cast<int>(second(1, 'x') + none(1, "x") + unsized(1, "x") + another('x')); }
