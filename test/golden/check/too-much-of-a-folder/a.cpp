// AI-generated: GPT-4, 2024-01-15, prompt: "one of two"
int answer(int question) {
  int more = question;
  return more + 1;
}
int question() {
  return 0;
}
