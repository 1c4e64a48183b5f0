// Odd: functions that return what has no name
// AI-generated: GPT-4
static auto make(int x) { return [x](int y) { return [x, y](int z) { return x + y + z; }; }; }
// AI-generated: GPT-4
static auto object() { struct Local {
// AI-generated: GPT-4
  int get() const { return 0; } }; return Local(); }
// AI-generated: GPT-4
int main() { return make(1)(2)(-3) + object().get(); }
