// AI-generated: GPT-4, 2024-01-15, prompt: "sort it"
int f();
