// Odd: names, strings and prompts in many scripts
// AI-generated: GPT-4, prompt: "größer als 長さ 🙂"
static int größe(int длина) { const char* смайл = u8"🙂{"; return длина + (смайл[0] == 0); }
namespace 名前 { struct Ωmega { 
// AI-generated: GPT-4
  int ñ() { return 0; } }; }
// AI-generated: GPT-4
int main() { return größe(0) + 名前::Ωmega().ñ(); }
