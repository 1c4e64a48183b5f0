int a;
// AI-GENERATED: GPT-4 | 2024-01-15
// AI-GENERATED (modified): Claude Opus 4 | 2025-01-15
int f();
