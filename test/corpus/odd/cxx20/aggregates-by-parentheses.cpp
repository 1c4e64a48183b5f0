// Odd: aggregates that are initialised by parentheses
struct P { int x, y; };
// AI-generated: GPT-4
static P make(int x) { return P(x, -x); }
// AI-generated: GPT-4
int main() { P p = make(1); return p.x + p.y; }
