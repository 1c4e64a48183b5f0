// Odd: C linkage: one function, a block, and inside of a namespace
extern "C"
/* AI-generated: GPT-4 */
int one(int x) { return x; }
extern "C" {
/* AI-generated: GPT-4 */
int two(int x) { return x; }
namespace n {
/* AI-generated: GPT-4 */
int three(int x) { return x; } }
}
/* AI-generated: GPT-4 */
extern "C" int four(int x) { return x; }
extern "C" { extern "C++" {
/* AI-generated: GPT-4 */
template <class T> T five(T x) { return x; } } }
/* AI-generated: GPT-4 */
int main() { return one(0) + two(0) + n::three(0) + four(0) + five(0); }
