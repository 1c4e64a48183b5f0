// Tries.
// AI-generated: GPT-4, 2024-01-15
int value() try {
  throw 1;
} catch (int caught) {
  return caught;
}

struct Caller {
  // AI-generated: GPT-4, 2024-01-15
  int call(int code) const noexcept try { if (code > 0) throw code; return 0; } catch (int caught) { return caught; } catch (...) { return -1; }
};

// AI-generated: GPT-4, 2024-01-15
template <class T>
T* find(T& thing, bool fail)
try {
  if (fail) throw 1;
  return &thing;
} catch (int) {
  return nullptr;
}

int main() {
  int thing = 0;
  return value() - 1 + Caller().call(0) + *find(thing, false) + (find(thing, true) != nullptr);
}
