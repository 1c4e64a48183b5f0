// Units.
// AI-generated: GPT-4, 2024-01-15
long operator""_km(unsigned long long value) {
  return static_cast<long>(value) * 1000;
}

int main() {
  return 2_km == 2000 ? 0 : 1;
}
