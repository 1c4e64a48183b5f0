// Odd: heads like those of test frameworks
#include <cstdio>
static int ran;
#define TEST(suite, name) struct suite##_##name { void body(); suite##_##name() { body(); } }; static suite##_##name suite##_##name##_instance; void suite##_##name::body()
/* AI-generated: GPT-4 */
TEST(Odd, first) { ++ran; }
/* AI-generated: GPT-4 */
TEST(Odd, second)
{
  ++ran;
}
/* AI-generated: GPT-4 */
int main() { return ran - 2; }
