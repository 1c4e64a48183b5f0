// Odd: text that looks like what is inserted
// It once said: #include <assay/inserted.h> and ASSAY_INSERTED_GUARD(0x0123456789abcdef, "f");
#define ASSAY_LIKE(id, name) static_assert(true, "")
static const char* text = "{ ASSAY_INSERTED_GUARD(0x0123456789abcdef, \"f\");";
// AI-generated: GPT-4
static int f(int x) { ASSAY_LIKE(0x0123456789abcdef, "f"); return x + (text[0] != '{'); }
// AI-generated: GPT-4
int main() { return f(0); }
