// Odd: parameters and results that travel in memory
struct Big { long words[40]; };
// AI-generated: GPT-4
static struct Big next(struct Big big) { for (int i = 0; i < 40; ++i) ++big.words[i]; return big; }
// AI-generated: GPT-4
int main(void) { struct Big big = { { 1 } }; return (int)next(next(big)).words[0] - 3; }
