// Odd: objects that can be neither copied nor moved are returned
struct Fixed {
  // AI-generated: GPT-4
  explicit Fixed(int x) : self(this), value(x) {}
  Fixed(const Fixed&) = delete;
  // AI-generated: GPT-4
  ~Fixed() { self = nullptr; }
  Fixed* self;
  int value;
};
// AI-generated: GPT-4
static Fixed make(int x) { return Fixed(x); }
// AI-generated: GPT-4
static Fixed pass(int x) { if (x) return make(x); return Fixed{0}; }
// AI-generated: GPT-4
int main() { Fixed f = pass(0); return f.self == &f ? f.value : 1; }
