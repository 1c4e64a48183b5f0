// Odd: folds over packs in bodies, heads and noexcept
// AI-generated: GPT-4
template <class... T> static auto sum(T... t) noexcept((noexcept(t + t) && ...)) { return (0 + ... + t); }
// AI-generated: GPT-4
template <class... F> static int all(F... f) { int r = 0; ((r += f()), ...); return r; }
// AI-generated: GPT-4
int main() { return sum(1, 2, -3) + all([] { return 1; }, [] { return -1; }); }
