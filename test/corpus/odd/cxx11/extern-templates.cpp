// Odd: templates that are instantiated elsewhere
template <class T> struct V {
  // AI-generated: GPT-4
  T get() const { return value; }
  T value;
};
extern template struct V<int>;
// AI-generated: GPT-4
template <class T> T f(T x) { return x; }
extern template long f(long);
template struct V<int>;
template long f(long);
// AI-generated: GPT-4
int main() { return V<int>{0}.get() + int(f(0L)); }
