// Odd: a list in a macro becomes one function per row
#define ROWS(X) X(one, 1) X(two, 2) X(three, 3)
// AI-generated: GPT-4
#define MAKE(name, value) static int name(void) { return value; }
ROWS(MAKE)
// AI-generated: GPT-4
int main(void) { return one() + two() - three(); }
