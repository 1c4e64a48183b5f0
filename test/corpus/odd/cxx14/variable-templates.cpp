// Odd: variable templates that are made by lambdas and functions
// AI-generated: GPT-4
template <class T> static constexpr T zero() { return T(0); }
template <class T> static T kept = zero<T>();
// AI-generated: GPT-4
template <int N> static auto adder = [](int x) { return x + N; };
// AI-generated: GPT-4
int main() { return kept<int> + adder<1>(-1); }
