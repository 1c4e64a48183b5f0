// Odd: user-defined literals of all kinds
// AI-generated: GPT-4
static int operator"" _int(unsigned long long x) { return int(x); }
// AI-generated: GPT-4
static int operator""_len(const char*, unsigned long n) { return int(n); }
// AI-generated: GPT-4
static int operator""_ch(char c) { return c; }
// AI-generated: GPT-4
template <char... C> static int operator""_count() { return sizeof...(C); }
// AI-generated: GPT-4
static int operator""_raw(const char* s) { return s[0] - '0'; }
// AI-generated: GPT-4
static long double operator""_ld(long double x) { return x; }
// AI-generated: GPT-4
int main() { return 0_int + "{}"_len - 2 + '{'_ch - '{' + 123_count - 3 + 7_raw - 7 + int(0.5_ld); }
