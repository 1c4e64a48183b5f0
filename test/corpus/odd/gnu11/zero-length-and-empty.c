// Odd: structs of nothing, arrays of length zero
struct Empty {};
struct Tail { int n; int rest[0]; };
// AI-generated: GPT-4
static struct Empty nothing(struct Empty e) { return e; }
// AI-generated: GPT-4
static int tail(struct Tail *t) { return t->n; }
// AI-generated: GPT-4
int main(void) { struct Tail t = { 0 }; nothing((struct Empty){}); return tail(&t); }
