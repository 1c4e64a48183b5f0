// Odd: packs of types and of functions
// AI-generated: GPT-4
static int sum() { return 0; }
// AI-generated: GPT-4
template <class T, class... Rest> static int sum(T first, Rest... rest) { return first + sum(rest...); }
// AI-generated: GPT-4
template <template <class...> class C, class... T> struct Holder {
  C<T...> value;
  // AI-generated: GPT-4
  int size() const { return sizeof...(T); }
};
template <class... T> struct List {};
// AI-generated: GPT-4
int main() { return sum(1, 2, 3) - 6 + Holder<List, int, char>().size() - 2; }
