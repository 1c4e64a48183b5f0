// Doors.
extern "C" {
// AI-generated: GPT-4, 2024-01-15
int door(int value) {
  return value;
}
}

// AI-generated: GPT-4, 2024-01-15
extern "C" int other_door(void) { return 0; }

int main() {
  return door(0) + other_door();
}
