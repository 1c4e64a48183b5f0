// Odd: an empty list that means no parameters
// AI-generated: GPT-4
static int f() { return 0; }
// AI-generated: GPT-4
int main() { return f(); }
