// Odd: compiled without exceptions and without run-time types
// with: -fno-exceptions -fno-rtti -fno-threadsafe-statics
struct Base {
/* AI-generated: GPT-4 */
  virtual ~Base() {}
/* AI-generated: GPT-4 */
  virtual int f(int x) { return x; } };
/* AI-generated: GPT-4 */
int main() { Base b; static Base kept; return b.f(0) + kept.f(0); }
