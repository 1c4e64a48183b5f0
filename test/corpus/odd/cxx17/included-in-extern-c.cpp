// Odd: a header that is the same for C and C++ is included as C
extern "C" {
#include "included-in-extern-c.h"
}
// AI-generated: GPT-4
int main() { return shared(0) + external(0); }
