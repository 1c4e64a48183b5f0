#include <assay/inserted.h> // What is generic twice over has its type taken down like any other.

template <class T>
int twice(T value) {
  // AI-generated: GPT-4, 2024-01-15, prompt: "identity"
  auto same = [](auto one) { ASSAY_INSERTED_LITERAL_GUARD(0xd3fb35316f9bb95d, "twice::(lambda#1)"); ASSAY_INSERTED_TYPE_INSTANCE(0xd3fb35316f9bb95d); return one; };
  return same(1) + static_cast<int>(value);
}

int sum() {
  return [](auto a) {
    // AI-generated: GPT-4, 2024-01-15, prompt: "sum"
    return [=](auto b) { ASSAY_INSERTED_LITERAL_GUARD(0x7a7a30f8ac1a056d, "sum::(lambda#1)::(lambda#1)"); ASSAY_INSERTED_TYPE_INSTANCE(0x7a7a30f8ac1a056d); return a + b; }(2);
  }(1);
}

int main() { return twice(1) - 2 + sum() - 3; }
