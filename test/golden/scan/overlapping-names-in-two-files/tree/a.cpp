// AI-generated: GPT-4
static int helper() { return 1; }
int a() { return helper(); }
