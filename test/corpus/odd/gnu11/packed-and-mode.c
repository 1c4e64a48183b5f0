// Odd: types with packed and mode
struct __attribute__((packed)) P { char c; int i; };
typedef int Wide __attribute__((mode(DI)));
// AI-generated: GPT-4
static struct P make(Wide w) { struct P p = { 1, (int)w }; return p; }
// AI-generated: GPT-4
int main(void) { return make(4).i - 4 + (int)sizeof(struct P) - 5; }
