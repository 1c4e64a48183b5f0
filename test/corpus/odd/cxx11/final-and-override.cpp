// Odd: final, override, and functions that have these names
struct Base { virtual ~Base() = default; virtual int f(int x) const = 0; };
struct final_ final : Base {
  // AI-generated: GPT-4
  int f(int x) const override final { return x; }
  // AI-generated: GPT-4
  int final() const { return 0; }
  // AI-generated: GPT-4
  int override() { return 0; }
};
// AI-generated: GPT-4
int main() { final_ x; return x.f(0) + x.final() + x.override(); }
