// Odd: lambdas that are built and assigned without an object
#include <set>
// AI-generated: GPT-4
static constexpr auto less = [](int a, int b) { return a > b; };
// AI-generated: GPT-4
int main() { std::set<int, decltype(less)> s{1, 2, 3}; decltype(less) again; return *s.begin() - 3 + (again(1, 2) ? 1 : 0); }
