// Odd: lambdas in decltype, in template arguments and in requires
// AI-generated: GPT-4
static decltype([](int x) { return x; }) in_decltype;
template <auto F> struct Calls {
// AI-generated: GPT-4
  int operator()(int x) const { return F(x); } };
// AI-generated: GPT-4
template <class T> concept Callable = requires(T t) { [](auto f) { return f(0); }(t); };
// AI-generated: GPT-4
static int default_argument(int x = [] { return 0; }()) { return x; }
// AI-generated: GPT-4
int main() { static_assert(Callable<decltype(in_decltype)>); return in_decltype(0) + Calls<[](int x) { return x; }>()(0) + default_argument(); }
