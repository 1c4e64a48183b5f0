// Odd: statement expressions, labels as values and VLAs in C++
// AI-generated: GPT-4
static int f(int n) { int a[n]; a[0] = ({ int y = n; y - 1; }); void* to = &&end; goto *to; end: return a[0]; }
// AI-generated: GPT-4
static int g(int x) { return x ?: 0; }
// AI-generated: GPT-4
int main() { return f(1) + g(0); }
