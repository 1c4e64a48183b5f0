// AI-generated: GPT-4, 2024-13-45, prompt: "unfinished
int value() { return 0; }
