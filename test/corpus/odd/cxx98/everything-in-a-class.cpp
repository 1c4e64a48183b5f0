// Odd: constructors, destructors, operators and conversions of a class
#include <cstdio>
struct Number {
  /* AI-generated: GPT-4 */
  Number(int x) : value(x) {}
  /* AI-generated: GPT-4 */
  Number(const Number& other) : value(other.value) {}
  /* AI-generated: GPT-4 */
  ~Number() { value = 0; }
  /* AI-generated: GPT-4 */
  Number& operator=(const Number& other) { value = other.value; return *this; }
  /* AI-generated: GPT-4 */
  Number& operator++() { ++value; return *this; }
  /* AI-generated: GPT-4 */
  Number operator++(int) { Number old(*this); ++value; return old; }
  /* AI-generated: GPT-4 */
  operator int() const { return value; }
  /* AI-generated: GPT-4 */
  int operator()(int x) const { return x + value; }
  /* AI-generated: GPT-4 */
  int operator[](int x) const { return x * value; }
  /* AI-generated: GPT-4 */
  Number* operator->() { return this; }
  /* AI-generated: GPT-4 */
  friend Number operator+(const Number& a, const Number& b) { return Number(a.value + b.value); }
  /* AI-generated: GPT-4 */
  static int zero() { return 0; }
  int value;
};
/* AI-generated: GPT-4 */
bool operator,(const Number& a, const Number& b) { return a.value == b.value; }
/* AI-generated: GPT-4 */
int main() { Number a(1), b(2); a++; ++b; std::printf("%d %d %d %d\n", int(a + b), a(1), b[2], (a, b)); return Number::zero(); }
