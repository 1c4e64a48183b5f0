// Odd: a struct with an array of no length at its end
#include <stdlib.h>
struct Text { int length; char bytes[]; };
// AI-generated: GPT-4
static struct Text *make(int length) { struct Text *t = malloc(sizeof *t + (size_t)length); t->length = length; t->bytes[length - 1] = 1; return t; }
// AI-generated: GPT-4
int main(void) { struct Text *t = make(3); int r = t->bytes[2] + t->length - 4; free(t); return r; }
