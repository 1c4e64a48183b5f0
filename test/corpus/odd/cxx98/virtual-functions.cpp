// Odd: virtual, pure with a body, covariant, and called from a constructor
struct Base {
  /* AI-generated: GPT-4 */
  Base() : seen(0) { seen = kind(); }
  /* AI-generated: GPT-4 */
  virtual ~Base() {}
  /* AI-generated: GPT-4 */
  virtual int kind() const { return 1; }
  virtual Base* self() = 0;
  int seen;
};
/* AI-generated: GPT-4 */
Base* Base::self() { return this; }
struct Derived : virtual Base {
  /* AI-generated: GPT-4 */
  virtual int kind() const { return 2; }
  /* AI-generated: GPT-4 */
  virtual Derived* self() { Base::self(); return this; }
};
/* AI-generated: GPT-4 */
int main() { Derived d; Base& b = d; return b.seen - 1 + b.self()->kind() - 2; }
