// Odd: blocks of Clang, with tags of their own
// with: -fblocks
// AI-generated: GPT-4
static int call(int (^block)(int), int x) { return block(x); }
// AI-generated: GPT-4
int f(int x) { return call(
  // AI-generated: GPT-4
  ^(int y) { return y + x; }, 1); }
