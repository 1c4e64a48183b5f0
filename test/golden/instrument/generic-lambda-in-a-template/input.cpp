// What is generic twice over has its type taken down like any other.

template <class T>
int twice(T value) {
  // AI-generated: GPT-4, 2024-01-15, prompt: "identity"
  auto same = [](auto one) { return one; };
  return same(1) + static_cast<int>(value);
}

int sum() {
  return [](auto a) {
    // AI-generated: GPT-4, 2024-01-15, prompt: "sum"
    return [=](auto b) { return a + b; }(2);
  }(1);
}

int main() { return twice(1) - 2 + sum() - 3; }
