// Odd: arrays whose length is a parameter, jumped out of and back
// AI-generated: GPT-4
static int sum(int n) { int a[n]; int r = 0; again: { int b[r + 1]; b[r] = r; r += b[r] + 1; } if (r < n) goto again; a[0] = r; return a[0]; }
// AI-generated: GPT-4
int main(void) { return sum(4) >= 4 ? 0 : 1; }
