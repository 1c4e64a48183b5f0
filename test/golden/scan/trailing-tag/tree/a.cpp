int one() { return 1; }  // AI-generated: GPT-4
int two() {  // AI-generated: Claude
  return 2;
}
