#include <assay/inserted.h> // Tries.
// AI-generated: GPT-4, 2024-01-15
int value() { ASSAY_INSERTED_TRY_GUARD(0x0a0eacef76fecc0e, "value"); try {
  throw 1;
} catch (int caught) {
  return caught;
} ASSAY_INSERTED_END }

struct Caller {
  // AI-generated: GPT-4, 2024-01-15
  int call(int code) const noexcept { ASSAY_INSERTED_TRY_GUARD(0x22f4a61e64f1e271, "Caller::call"); try { if (code > 0) throw code; return 0; } catch (int caught) { return caught; } catch (...) { return -1; } ASSAY_INSERTED_END }
};

// AI-generated: GPT-4, 2024-01-15
template <class T>
T* find(T& thing, bool fail)
{ ASSAY_INSERTED_TRY_GUARD(0x9ffd34d196d8a6fc, "find"); ASSAY_INSERTED_TYPE_INSTANCE(0x9ffd34d196d8a6fc); try {
  if (fail) throw 1;
  return &thing;
} catch (int) {
  { ASSAY_INSERTED_FAILS(0x9ffd34d196d8a6fc); return nullptr; ASSAY_INSERTED_END }
} ASSAY_INSERTED_END }

int main() {
  int thing = 0;
  return value() - 1 + Caller().call(0) + *find(thing, false) + (find(thing, true) != nullptr);
}
