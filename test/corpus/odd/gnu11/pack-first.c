#pragma pack(1)
/* AI-generated: GPT-4 */
int f(int n) { return -n; }
struct s { char c; long l; };
/* AI-generated: GPT-4 */
int main(void) { return f(0) + (int)sizeof(struct s) - 9; }
