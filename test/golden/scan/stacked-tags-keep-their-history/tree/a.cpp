// AI-generated: GPT-3.5, 2023-02-01
// AI-modified: Claude 3 Opus, 2024-05-01
int value() { return 0; }
