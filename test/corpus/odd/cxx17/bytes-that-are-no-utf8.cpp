// Odd: comments in another encoding
// größe ÿş
/* AI-generated: GPT-4, prompt: "größer" */
static int f(int x) { /* é */ return x; }
// AI-generated: GPT-4
int main() { return f(0); }
