// Odd: an exception meets a noexcept function
// with: exit -6
// AI-generated: GPT-4
static void throws() { throw 1; }
// AI-generated: GPT-4
static void stops() noexcept { throws(); }
// AI-generated: GPT-4
int main() { stops(); return 0; }
