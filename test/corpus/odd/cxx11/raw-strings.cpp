// Odd: raw strings with braces, quotes, and what looks like a tag
static const char* text = R"(
// AI-generated: GPT-4
int not_a_function() { return "}{"; }
)";
// AI-generated: GPT-4
static int f() { return R"x({)"}{{{)x"[0] == '{' ? 0 : 1; }
// AI-generated: GPT-4
static int g(const char* s = R"({)") { return s[0] - '{'; }
// AI-generated: GPT-4
int main() { return f() + g() + (text[0] != '\n'); }
