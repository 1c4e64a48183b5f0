// Odd: built the way distributions build
// with: -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE -fcf-protection -fstack-clash-protection
#include <string.h>
// AI-generated: GPT-4
static int f(const char *s) { char buffer[16]; strncpy(buffer, s, sizeof buffer - 1); buffer[15] = 0; return (int)strlen(buffer); }
// AI-generated: GPT-4
int main(void) { return f("hardened") - 8; }
