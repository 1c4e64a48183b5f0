// Odd: lambdas with template parameters and constraints
// AI-generated: GPT-4
static auto f = []<class T>(T x) requires(sizeof(T) == 4) { return x; };
// AI-generated: GPT-4
static auto count = []<int... N>(int (&...arrays)[N]) { return (0 + ... + N); };
// AI-generated: GPT-4
int main() { int a[2], b[3]; return f(0) + count(a, b) - 5; }
