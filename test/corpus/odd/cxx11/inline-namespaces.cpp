// Odd: inline namespaces and abi tags
namespace lib { inline namespace v1 {
/* AI-generated: GPT-4 */
inline int f(int x) { return x; } }
namespace v2 {
/* AI-generated: GPT-4 */
inline int f(int x) { return x + 1; } } }
inline namespace v1 { struct assay_guard {}; }
// AI-generated: GPT-4
[[gnu::abi_tag("odd")]] static int tagged(int x) { return x; }
// AI-generated: GPT-4
int main() { return lib::f(0) + lib::v2::f(-1) + tagged(0); }
