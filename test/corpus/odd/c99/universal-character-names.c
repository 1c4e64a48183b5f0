// Odd: names spelled with \u and in UTF-8
// AI-generated: GPT-4
static int \u00e9t\u00e9(int x) { return x; }
// AI-generated: GPT-4
static int größe(int длина) { int 長さ = длина; return 長さ; }
// AI-generated: GPT-4
int main(void) { return été(0) + gr\u00f6\u00dfe(0); }
