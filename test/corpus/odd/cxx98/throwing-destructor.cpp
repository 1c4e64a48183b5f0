// Odd: a destructor that lets an exception out
struct D {
  /* AI-generated: GPT-4 */
  ~D() { if (armed) throw 1; }
  bool armed;
};
/* AI-generated: GPT-4 */
int f() { D d; d.armed = true; return 1; }
/* AI-generated: GPT-4 */
int main() { try { return f(); } catch (int) { return 0; } }
