// Odd: a lambda that calls itself by std::function
#include <functional>
// AI-generated: GPT-4
int main() { std::function<int(int)> f;
/* AI-generated: GPT-4 */
  f = [&f](int n) { return n == 0 ? 0 : f(n - 1); }; return f(10); }
