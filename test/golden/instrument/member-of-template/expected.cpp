#include <assay/inserted.h> // Stack.
template <class T>
class Stack {
 public:
  // AI-generated: GPT-4, 2024-01-15
  void push(T value) { ASSAY_INSERTED_GUARD(0x58191e7b0bf48aa7, "Stack::push"); ASSAY_INSERTED_TYPE_INSTANCE(0x58191e7b0bf48aa7); top_ = value; }
  T top() const;

 private:
  T top_{};
};

// AI-generated: GPT-4, 2024-01-15
template <class T>
T Stack<T>::top() const { ASSAY_INSERTED_GUARD(0x7d7cd8ee3bc6d35d, "Stack::top"); ASSAY_INSERTED_TYPE_INSTANCE(0x7d7cd8ee3bc6d35d);
  return top_;
}

int main() {
  Stack<int> stack;
  stack.push(3);
  return stack.top() - 3;
}
