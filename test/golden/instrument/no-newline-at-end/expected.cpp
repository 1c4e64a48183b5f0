#include <assay/inserted.h> // Cut.
// AI-generated: GPT-4, 2024-01-15
int main() { ASSAY_INSERTED_GUARD(0x0495ec4bcdddc5a0, "main"); return 0; }