// Odd: addresses of labels in a static table
// AI-generated: GPT-4
static int run(const unsigned char *code) {
  static const void *const table[] = { &&stop, &&add, &&sub };
  int r = 0;
  goto *table[*code];
add: ++r; goto *table[*++code];
sub: --r; goto *table[*++code];
stop: return r;
}
// AI-generated: GPT-4
int main(void) { return run((const unsigned char[]){ 1, 1, 2, 2, 0 }); }
