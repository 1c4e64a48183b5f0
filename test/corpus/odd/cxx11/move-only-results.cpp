// Odd: results that can only be moved
#include <memory>
// AI-generated: GPT-4
static std::unique_ptr<int> make(int x) { std::unique_ptr<int> local(new int(x)); return local; }
// AI-generated: GPT-4
static std::unique_ptr<int> pass(std::unique_ptr<int> p) { return p; }
// AI-generated: GPT-4
int main() { return *pass(make(0)); }
