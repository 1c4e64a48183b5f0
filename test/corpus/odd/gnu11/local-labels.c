// Odd: a body that begins with __label__
// AI-generated: GPT-4
static int f(int x) {
  __label__ again;
again:
  if (x) { x = 0; goto again; }
  return x;
}
// AI-generated: GPT-4
static int g(int x) { __label__ end, start; start: if (x > 3) goto end; ++x; goto start; end: return x; }
// AI-generated: GPT-4
int main(void) { return f(3) + g(0) - 4; }
