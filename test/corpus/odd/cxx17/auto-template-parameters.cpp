// Odd: values of any type as template arguments
// AI-generated: GPT-4
template <auto V> static auto value() { return V; }
// AI-generated: GPT-4
template <auto... V> static constexpr int count() { return sizeof...(V); }
// AI-generated: GPT-4
static int f(int x) { return x; }
// AI-generated: GPT-4
int main() { return value<0>() + count<1, 'c', f>() - 3 + value<&f>()(0); }
