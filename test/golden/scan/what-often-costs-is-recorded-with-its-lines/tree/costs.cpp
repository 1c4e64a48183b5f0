// AI-generated file: GPT-4, 2024-01-15
extern "C" long read(int, void*, unsigned long);
extern "C" unsigned long strlen(const char*);

int flat(int n) {
  return n + 1;
}

int again(int n) {
  return n < 1 ? 0 : again(n - 1);
}

int deep(const char* text, int n) {
  int found = 0;
  for (int i = 0; i < n; ++i)
    for (unsigned long j = 0; j < strlen(text); ++j)
      for (int k = 0; k < n; ++k) found += text[j] == k;
  return found;
}

int* grow(int n) {
  int* last = nullptr;
  while (n-- > 0) last = new int(n);
  return last;
}

int fill(char* buffer) {
  return static_cast<int>(read(0, buffer, 8));
}

template <class T>
static T twice(T value) {
  return value + value;
}

int caller() {
  return twice(2);
}
