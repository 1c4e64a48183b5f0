// Abbreviated.
// AI-generated: GPT-4, 2024-01-15
auto first(auto a, auto) { return a; }

int main() {
  return first(0, 1.5);
}
