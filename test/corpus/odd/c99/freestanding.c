// Odd: compiled for no system at all
// with: -ffreestanding -fno-builtin -nostdinc
// AI-generated: GPT-4
int f(int x) { return x; }
// AI-generated: GPT-4
void *copy(void *to, const void *from, unsigned long n) { char *t = to; const char *s = from; while (n--) *t++ = *s++; return to; }
