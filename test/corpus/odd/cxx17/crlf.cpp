// Odd: every line ends in CR LF
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
static int g(int x)
{
  return x; /* a
 comment */
}
// AI-generated: GPT-4
int main() { return f(0) + g(0); }
