// Odd: braced results and parameters
#include <initializer_list>
#include <string>
// AI-generated: GPT-4
static std::string text() { return {'a', 'b'}; }
// AI-generated: GPT-4
static int sum(std::initializer_list<int> all) { int r = 0; for (int x : all) r += x; return r; }
// AI-generated: GPT-4
static std::pair<int, int> pair() { return {1, -1}; }
// AI-generated: GPT-4
int main() { return sum({1, 2, -3}) + int(text().size()) - 2 + pair().first + pair().second; }
