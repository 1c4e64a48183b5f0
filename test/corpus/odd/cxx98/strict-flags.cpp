// Odd: what -Weffc++ and its like complain of
// with: -Werror -Weffc++ -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wctor-dtor-privacy -Wsign-promo -Wmissing-declarations -Wundef -Wconversion -Wunused-macros
static int f(int x);
/* AI-generated: GPT-4 */
static int f(int x) { int y = x; return y; }
/* AI-generated: GPT-4 */
int main() { return f(0); }
