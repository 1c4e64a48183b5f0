// AI-generated: GPT-4
int good() { return 0; }
