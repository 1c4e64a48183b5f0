// Odd: prompts with backslashes, quotes, trigraphs and comment ends
// with: -Wno-trigraphs
// AI-generated: GPT-4, prompt: "a \" quote, a ??/ trigraph, a */ and %s"
static int f(int x) { return x; }
/* AI-generated: GPT-4, prompt: "// {{{ \n #include <assay/inserted.h> " */
static int g(int x) { return x; }
// AI-generated: GPT-4
int main() { return f(0) + g(0); }
