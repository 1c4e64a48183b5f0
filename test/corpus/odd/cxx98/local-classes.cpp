// Odd: classes in functions, with members that have bodies
/* AI-generated: GPT-4 */
int f(int x) {
  struct Local {
    /* AI-generated: GPT-4 */
    Local(int y) : value(y) {}
    /* AI-generated: GPT-4 */
    int get() const { struct Inner {
/* AI-generated: GPT-4 */
      static int zero() { return 0; } }; return value + Inner::zero(); }
    int value;
  };
  Local local(x);
  return local.get();
}
/* AI-generated: GPT-4 */
int main() { return f(0); }
