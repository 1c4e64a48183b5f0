// Odd: parameters, locals and labels named like the namespace of the guards
// AI-generated: GPT-4
static int f(int assay) { return assay; }
// AI-generated: GPT-4
static int g() { int assay = 0; goto ASSAY_INSERTED; ASSAY_INSERTED: return assay; }
namespace outer { namespace assay { namespace v1 { struct Guard {}; }
// AI-generated: GPT-4
int h() { return 0; } }
// AI-generated: GPT-4
int i() { using namespace assay; return h(); } }
// AI-generated: GPT-4
int main() { return f(0) + g() + outer::i(); }
