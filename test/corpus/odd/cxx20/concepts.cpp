// Odd: constrained heads of every form
template <class T> concept Sized = requires(const T& t) { { t.size() }; };
template <class T, class U> concept Same = __is_same(T, U);
struct S {
// AI-generated: GPT-4
  int size() const { return 0; } };
// AI-generated: GPT-4
template <Sized T> static int a(const T& t) { return t.size(); }
// AI-generated: GPT-4
template <class T> requires Sized<T> static int b(const T& t) { return t.size(); }
// AI-generated: GPT-4
template <class T> static int c(const T& t) requires requires { t.size(); } && (sizeof(T) > 0) { return t.size(); }
// AI-generated: GPT-4
static int d(const Sized auto& t) { return t.size(); }
// AI-generated: GPT-4
template <class T> requires(requires(T t) { { t + t } -> Same<T>; }) static T e(T t) { return t; }
template <class T> struct Box { T t;
// AI-generated: GPT-4
  int f() const requires Sized<T> { return t.size(); }
// AI-generated: GPT-4
  int f() const requires(!Sized<T>) { return 0; } };
// AI-generated: GPT-4
int main() { S s; return a(s) + b(s) + c(s) + d(s) + e(0) + Box<S>{}.f() + Box<int>{}.f(); }
