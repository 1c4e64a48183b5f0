// Odd: literals with every prefix, braces inside
// AI-generated: GPT-4
static int f(void) { return sizeof u8"{" + sizeof u"}" + sizeof U"{" + sizeof L"}" + (int)(u'{' - U'{'); }
// AI-generated: GPT-4
int main(void) { return f() == 0; }
