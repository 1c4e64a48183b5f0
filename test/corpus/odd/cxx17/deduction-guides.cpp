// Odd: class template arguments that are deduced, by guides and by overloads
template <class... F> struct Overload : F... { using F::operator()...; };
template <class... F> Overload(F...) -> Overload<F...>;
template <class T> struct Box {
// AI-generated: GPT-4
  explicit Box(T t) : value(t) {}
// AI-generated: GPT-4
  template <class U> Box(U u, int) : value(u.value) {} T value; };
template <class U> Box(U, int) -> Box<decltype(U::value)>;
// AI-generated: GPT-4
int main() { Overload o{[](int) { return 1; }, [](double) { return 2; }}; Box b(0); Box c(b, 1); return o(0) - 1 + o(0.0) - 2 + b.value + c.value; }
