int value() { return 0; }

// AI-generated: GPT-4
