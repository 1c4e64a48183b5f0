#include <assay/inserted.h> // Cart.
namespace shop {
class Cart {
 public:
  int total() const;
};

// AI-generated: GPT-4, 2024-01-15
int Cart::total() const { ASSAY_INSERTED_GUARD(0xa90e7795d11accff, "shop::Cart::total");
  return 0;
}
}  // namespace shop

int main() {
  return shop::Cart().total();
}
