// Cart.
namespace shop {
class Cart {
 public:
  int total() const;
};

// AI-generated: GPT-4, 2024-01-15
int Cart::total() const {
  return 0;
}
}  // namespace shop

int main() {
  return shop::Cart().total();
}
