// Odd: reopened, unnamed and aliased namespaces, and using inside of bodies
namespace a { namespace b {
/* AI-generated: GPT-4 */
int f(int); } }
/* AI-generated: GPT-4 */
int a::b::f(int x) { return x; }
namespace {
/* AI-generated: GPT-4 */
int g(int x) { return x; } }
namespace short_name = a::b;
/* AI-generated: GPT-4 */
int h(int x) { using namespace short_name; using ::g; return f(x) + g(x); }
namespace assay { namespace inner {
/* AI-generated: GPT-4 */
int f(int x) { return x; } } }
/* AI-generated: GPT-4 */
int main() { return h(0) + assay::inner::f(0); }
