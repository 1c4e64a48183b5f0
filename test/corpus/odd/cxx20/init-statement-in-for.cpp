// Odd: range-for with an initialiser, and a lambda inside
#include <vector>
// AI-generated: GPT-4
static int sum() { int r = 0; for (std::vector<int> v{1, 2}; int x : v) r += [&] { return x; }(); return r; }
// AI-generated: GPT-4
int main() { return sum() - 3; }
