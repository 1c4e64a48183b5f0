// AI-generated: GPT-4, 2024-01-15
int b() { return 1; }
