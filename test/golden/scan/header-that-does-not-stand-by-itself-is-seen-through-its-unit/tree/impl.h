// AI-generated: GPT-4, 2024-01-15
inline Money tax(Money m) { return m / 5; }
