#define EXPORT __attribute__((visibility("default")))
#define TEST(group, name) int group##_##name()
#define GETTER(name) \
  int name() { return 0; }

// AI-generated: GPT-4
EXPORT int exported() { return 0; }

// AI-generated: GPT-4
TEST(math, adds) {
  return 0;
}

// AI-generated: GPT-4
GETTER(made)
