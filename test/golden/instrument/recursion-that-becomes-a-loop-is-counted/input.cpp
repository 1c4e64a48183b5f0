// Recursion that is a loop in optimised code, and recursion that is none.
// AI-generated: GPT-4, 2024-01-15
bool any(const int* first, const int* last) {
  return first != last && (*first != 0 || any(first + 1, last));
}

// AI-generated: GPT-4, 2024-01-15
long sum(long count) {
  if (count == 0) return 0;
  return count + sum(count - 1);
}

// AI-generated: GPT-4, 2024-01-15
int checked(int depth) {
  if (depth == 0) return 0;
  const long result = checked(depth - 1);
  return static_cast<int>(result);
}

// AI-generated: GPT-4, 2024-01-15
void count_down(int n, int& steps) {
  ++steps;
  switch (n) {
    case 0: break;
    default: count_down(n - 1, steps); break;
  }
}

// AI-generated: GPT-4, 2024-01-15
int leaves(int depth) {
  if (depth == 0) return 1;
  return leaves(depth - 1) + leaves(depth - 1);
}

int main() {
  const int values[] = {0, 0, 3};
  int steps = 0;
  count_down(3, steps);
  return any(values, values + 3) && sum(4) == 10 && checked(2) == 0 && steps == 4 && leaves(3) == 8 ? 0 : 1;
}
