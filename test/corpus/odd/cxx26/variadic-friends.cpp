// Odd: packs of friends
template <class... T> struct S { friend T...; private: int x = 0; };
struct F {
// AI-generated: GPT-4
  int get(S<F> s) const { return s.x; } };
// AI-generated: GPT-4
int main() { return F().get({}); }
