// Odd: operator[] with none and with many arguments
struct M {
// AI-generated: GPT-4
  int operator[](int a, int b, int c) const { return a + b + c; }
// AI-generated: GPT-4
  int operator[]() const { return 0; }
// AI-generated: GPT-4
  int operator[](auto... x) const { return int(sizeof...(x)); } };
// AI-generated: GPT-4
int main() { M m; return m[1, 2, -3] + m[] + m[1, 2] - 2; }
