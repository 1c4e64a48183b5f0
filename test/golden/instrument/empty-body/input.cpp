// Empty.
// AI-generated: GPT-4, 2024-01-15
void nothing() {}

int main() {
  nothing();
}
