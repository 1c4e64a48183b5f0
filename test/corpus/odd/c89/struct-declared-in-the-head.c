/* Odd: types that are declared in a head */
/* AI-generated: GPT-4 */
static struct Point { int x, y; } point(int x) { struct Point p; p.x = x; p.y = x + 1; return p; }
/* AI-generated: GPT-4 */
static enum Color { Red, Green } color(int x) { return x ? Green : Red; }
/* AI-generated: GPT-4 */
int main(void) { return point(1).y - 2 + (color(1) != Green); }
