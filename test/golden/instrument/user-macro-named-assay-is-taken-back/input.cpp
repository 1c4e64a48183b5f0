// Clashes.
#define assay 1
#define Guard 2
// AI-generated: GPT-4, 2024-01-15
int value(int assay_guard) { return assay_guard; }

int main() {
  return value(0);
}
