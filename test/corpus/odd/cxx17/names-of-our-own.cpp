// Odd: names, namespaces and macros that assay uses, too
#define Guard 1
#define entry 2
#define name 3
#define id 4
#define v1 5
// AI-generated: GPT-4
static int assay(int x) { return x; }
struct S { struct assay {};
// AI-generated: GPT-4
  int assay_guard() { return 0; } };
// AI-generated: GPT-4
template <class assay> static int f(int x) { struct std {}; (void)sizeof(assay); return x; }
// AI-generated: GPT-4
int main() { int assay_ = assay(0); return assay_ + S().assay_guard() + f<int>(0) + Guard + entry + name + id + v1 - 15; }
