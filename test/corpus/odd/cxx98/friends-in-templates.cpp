// Odd: friend functions that are defined in a template
template <class T> struct Box {
  /* AI-generated: GPT-4 */
  explicit Box(T t) : value(t) {}
  /* AI-generated: GPT-4 */
  friend bool operator==(const Box& a, const Box& b) { return a.value == b.value; }
  /* AI-generated: GPT-4 */
  friend T peek(Box b) { return b.value; }
  T value;
};
/* AI-generated: GPT-4 */
int main() { return Box<int>(1) == Box<int>(1) && peek(Box<int>(0)) == 0 && Box<char>('a') == Box<char>('a') ? 0 : 1; }
