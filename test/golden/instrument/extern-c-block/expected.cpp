#include <assay/inserted.h> // Doors.
extern "C" {
// AI-generated: GPT-4, 2024-01-15
int door(int value) { ASSAY_INSERTED_GUARD(0x3ffa745733727ff6, "door");
  return value;
}
}

// AI-generated: GPT-4, 2024-01-15
extern "C" int other_door(void) { ASSAY_INSERTED_GUARD(0x8df18379b718c56e, "other_door"); return 0; }

int main() {
  return door(0) + other_door();
}
