#include <assay/inserted.h> // Functions that call each other last.
// AI-generated: GPT-4, 2024-01-15
bool odd(unsigned value);
// AI-generated: GPT-4, 2024-01-15
bool even(unsigned value) { ASSAY_INSERTED_COUNT(0xcdd4e7142d628251, "even"); return value == 0 || odd(value - 1); }
bool odd(unsigned value) { ASSAY_INSERTED_COUNT(0x761e64f3c07abec6, "odd"); return value != 0 && even(value - 1); }

struct Node { Node* left; Node* right; };
// AI-generated: GPT-4, 2024-01-15
int visit(const Node* node);
// AI-generated: GPT-4, 2024-01-15
int visitChildren(const Node* node) { ASSAY_INSERTED_GUARD(0x8fdd081bc29d41fc, "visitChildren"); if (visit(node->left) > 0) return 1; return visit(node->right); }
int visit(const Node* node) { ASSAY_INSERTED_GUARD(0xde06978ae952dc71, "visit"); return node == nullptr ? 0 : visitChildren(node); }

// AI-generated: GPT-4, 2024-01-15
int maximum(const int* values, int count) { ASSAY_INSERTED_COUNT(0x4799c66109794b37, "maximum"); const int first = values[0]; if (count == 1) return first; const int rest = maximum(values + 1, count - 1); return first > rest ? first : rest; }

int main() {
  Node leaf = {nullptr, nullptr};
  const Node root = {&leaf, nullptr};
  const int values[] = {1, 3, 2};
  return even(4) && visit(&root) == 0 && maximum(values, 3) == 3 ? 0 : 1;
}
