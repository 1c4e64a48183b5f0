// AI-generated: GPT-4, 2024-02-30, prompt: "never a day"
int answer(int question) {
  return question + 1;
}
