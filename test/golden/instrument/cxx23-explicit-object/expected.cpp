#include <assay/inserted.h> // New.
struct Value {
  int value = 0;
  // AI-generated: GPT-4, 2024-01-15
  int get(this const Value& self) { ASSAY_INSERTED_GUARD(0xd14e988e7bf648bb, "Value::get"); return self.value; }
};

int main() {
  return Value().get();
}
