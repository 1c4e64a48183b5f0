// Comments.
// AI-generated: GPT-4, 2024-01-15
int value() {  // why
  return 0;
}

// AI-generated: GPT-4, 2024-01-15
int other() {/* why */ return 0; /* not */ }

int main() {
  return value() + other();
}
