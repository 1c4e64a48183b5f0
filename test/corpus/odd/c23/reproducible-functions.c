// Odd: unsequenced and reproducible functions promise what a guard breaks
// with: -Wno-attributes -Wno-unknown-attributes
// AI-generated: GPT-4
static int f(int x) [[unsequenced]] { return x; }
// AI-generated: GPT-4
static int g(int x) [[reproducible]] { return x; }
// AI-generated: GPT-4
int main() { return f(0) + g(0); }
