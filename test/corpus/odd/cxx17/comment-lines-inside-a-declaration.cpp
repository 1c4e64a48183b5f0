static int table[] = { // Odd: the only lines for a header stand inside of an initialiser
// here
  0, 1,

  2 };
static int f(int x) { /* AI-generated: GPT-4 */ return table[x]; }
int main() { /* AI-generated: GPT-4 */ return f(0); }
