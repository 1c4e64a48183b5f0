// Odd: operators of scoped enums
enum class Color : unsigned char { Red = 1, Green = 2 };
// AI-generated: GPT-4
static Color operator|(Color a, Color b) { return Color(static_cast<unsigned char>(a) | static_cast<unsigned char>(b)); }
// AI-generated: GPT-4
static bool operator!(Color c) { return c == Color(); }
// AI-generated: GPT-4
int main() { return static_cast<int>(Color::Red | Color::Green) - 3 + !Color::Red; }
