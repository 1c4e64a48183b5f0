// Largest.
// AI-generated: GPT-4, 2024-01-15
template <class T>
T largest(T a, T b) {
  return a < b ? b : a;
}

int main() {
  return largest(1, 2) + static_cast<int>(largest(1.5, 0.5)) - 3;
}
