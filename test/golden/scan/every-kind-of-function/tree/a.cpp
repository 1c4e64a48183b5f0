namespace shop {
// AI-generated: GPT-4
template <class T>
class Cart {
 public:
  // AI-generated: GPT-4
  Cart() : total_() {}
  // AI-generated: GPT-4
  ~Cart() {}
  // AI-generated: GPT-4
  operator bool() const { return total_ != 0; }
  // AI-generated: GPT-4
  Cart& operator+=(T more) {
    total_ += more;
    return *this;
  }
  // AI-generated: GPT-4
  friend bool empty(const Cart& cart) { return !cart; }

 private:
  T total_;
};

// AI-generated: GPT-4
template <>
Cart<int>::Cart() : total_(1) {}
}  // namespace shop

int main() {
  // AI-generated: GPT-4
  auto add = [](shop::Cart<int>& cart) { cart += 1; };
  shop::Cart<int> cart;
  add(cart);
  return empty(cart);
}
