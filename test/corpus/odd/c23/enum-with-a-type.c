// Odd: an enum with a fixed type is returned and empty braces initialise it
enum Small : unsigned char { Zero, One };
// AI-generated: GPT-4
static enum Small f(enum Small x) { struct { int a, b; } s = {}; return s.a ? One : x; }
// AI-generated: GPT-4
int main() { return f(Zero); }
