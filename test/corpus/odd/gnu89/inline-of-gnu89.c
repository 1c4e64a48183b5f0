/* Odd: extern inline means the opposite of C99's */
/* AI-generated: GPT-4 */
extern __inline__ int f(int x) { return x; }
int f(int x);
/* AI-generated: GPT-4 */
__inline__ int g(int x) { return x; }
/* AI-generated: GPT-4 */
int main() { return g(0); }
