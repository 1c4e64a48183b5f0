#pragma scalar_storage_order big-endian
/* AI-generated: GPT-4 */
int f(int n) { return -n; }
/* AI-generated: GPT-4 */
int main(void) { return f(0); }
