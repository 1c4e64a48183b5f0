int mixed(int count) {
  int sum = 0;
  // AI-generated: GPT-4
  for (int i = 0; i < count; ++i) {
    sum += i;
  }
  return sum;
}
