// AI-generated: GPT-4
static int helper() { return 2; }
int b() { return helper(); }
