// Odd: functions that run before and after main, in constructors of globals
#include <cstdio>
/* AI-generated: GPT-4 */
static int early(const char* what) { std::puts(what); return 1; }
struct Global {
  /* AI-generated: GPT-4 */
  Global() { early("constructed"); }
  /* AI-generated: GPT-4 */
  ~Global() { early("destroyed"); }
};
static Global global;
static int first = early("first");
/* AI-generated: GPT-4 */
static Global& lazy() { static Global only; return only; }
/* AI-generated: GPT-4 */
int main() { early("main"); lazy(); return first - 1; }
