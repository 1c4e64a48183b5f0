//wrote by chatgpt
int f();
// not copilot
// Partly from Claude
