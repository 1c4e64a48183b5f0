#include <assay/inserted.h> // Digraphs.
// AI-generated: GPT-4, 2024-01-15
int value() <% ASSAY_INSERTED_GUARD(0x0a0eacef76fecc0e, "value");
  return 0;
%>

int main() {
  return value();
}
