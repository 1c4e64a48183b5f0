// Stack.
template <class T>
class Stack {
 public:
  // AI-generated: GPT-4, 2024-01-15
  void push(T value) { top_ = value; }
  T top() const;

 private:
  T top_{};
};

// AI-generated: GPT-4, 2024-01-15
template <class T>
T Stack<T>::top() const {
  return top_;
}

int main() {
  Stack<int> stack;
  stack.push(3);
  return stack.top() - 3;
}
