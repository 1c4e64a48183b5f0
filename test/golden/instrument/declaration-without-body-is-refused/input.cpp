// Declarations.
// AI-generated: GPT-4, 2024-01-15
int elsewhere(int value);

int user() { return elsewhere(1); }
