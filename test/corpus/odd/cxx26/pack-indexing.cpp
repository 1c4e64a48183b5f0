// Odd: elements of packs by number
// AI-generated: GPT-4
template <class... T> static auto first(T... t) { return t...[0]; }
// AI-generated: GPT-4
template <class... T> static T...[sizeof...(T) - 1] last(T... t) { return t...[sizeof...(t) - 1]; }
// AI-generated: GPT-4
int main() { return first(0, 1) + last(1, 0); }
