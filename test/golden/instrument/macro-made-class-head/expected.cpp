#include <assay/inserted.h> // Like GoogleTest's.
struct Test {
  virtual ~Test() = default;
  virtual int body() = 0;
};
#define TEST(group, name)             \
  struct group##_##name : Test {      \
    int body() override;              \
  };                                  \
  int group##_##name::body()

// AI-generated: GPT-4, 2024-01-15
TEST(math, adds) { ASSAY_INSERTED_GUARD(0x29dc8a3bf6c259c3, "math_adds::body");
  return 1;
}

int main() {
  return math_adds().body() - 1;
}
