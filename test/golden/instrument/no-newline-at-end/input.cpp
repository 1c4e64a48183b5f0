// Cut.
// AI-generated: GPT-4, 2024-01-15
int main() { return 0; }