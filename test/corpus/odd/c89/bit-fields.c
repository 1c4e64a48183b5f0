/* Odd: bit-fields, unnamed and of width zero, passed by value */
struct Bits { unsigned a : 3; unsigned : 0; int b : 5; unsigned : 2; unsigned c : 1; };
/* AI-generated: GPT-4 */
static struct Bits make(unsigned a, int b) { struct Bits bits; bits.a = a & 7; bits.b = b; bits.c = 1; return bits; }
/* AI-generated: GPT-4 */
static int check(struct Bits bits) { return bits.a == 5 && bits.b == -3 && bits.c == 1; }
/* AI-generated: GPT-4 */
int main(void) { return check(make(5, -3)) ? 0 : 1; }
