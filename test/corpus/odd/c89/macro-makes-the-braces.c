/* Odd: Pascal in C */
#define BEGIN {
#define END }
/* AI-generated: GPT-4 */
int pascal(int x) BEGIN if (x) BEGIN return 1; END return 0; END
/* AI-generated: GPT-4 */
int main(void) BEGIN return pascal(0); END
