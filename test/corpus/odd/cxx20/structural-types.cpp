// Odd: strings and objects as template arguments
template <unsigned long N> struct Text { char s[N]{};
// AI-generated: GPT-4
  constexpr Text(const char (&t)[N]) { for (unsigned long i = 0; i < N; ++i) s[i] = t[i]; } };
// AI-generated: GPT-4
template <Text T> static int length() { return int(sizeof T.s) - 1; }
// AI-generated: GPT-4
template <Text T> consteval auto operator""_text() { return T; }
// AI-generated: GPT-4
int main() { return length<"{}">() - 2 + ("a"_text.s[0] != 'a'); }
