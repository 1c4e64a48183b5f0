// Recursion.
// AI-generated: GPT-4, 2024-01-15
long sum(long count, long so_far) {
  if (count == 0) return so_far;
  return sum(count - 1, so_far + count);
}

int main() {
  return sum(4, 0) == 10 ? 0 : 1;
}
