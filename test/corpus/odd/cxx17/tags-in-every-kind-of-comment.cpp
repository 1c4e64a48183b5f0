// Odd: line, block, documentation, behind, inside, in a region
/// AI-generated: GPT-4
static int a(int x) { return x; }
//! AI-generated: GPT-4
static int b(int x) { return x; }
/** @brief f.
 *  AI-generated: GPT-4
 */
static int c(int x) { return x; }
static int d(int x) { return x; } // AI-generated: GPT-4
static int e(int x) { // AI-generated: GPT-4
  return x;
}
template <class T> /* AI-generated: GPT-4 */ static T f(T x) { return x; }
static int g( // AI-generated: GPT-4
    int x) { return x; }
// AI-generated: begin GPT-4
static int h(int x) { return x; }
// AI-generated: end
/*****************************
 * AI-generated: GPT-4, 2024-01-15,
 *   prompt: "many lines {
 *            of prompt }"
 *****************************/
static int i(int x) { return x; }
// AI-generated: GPT-4
int main() { return a(0) + b(0) + c(0) + d(0) + e(0) + f(0) + g(0) + h(0) + i(0); }
