// Hidden.
namespace {
// AI-generated: GPT-4, 2024-01-15
int hidden() { return 1; }
}  // namespace

// AI-generated: GPT-4, 2024-01-15
static int local() { return 1; }

int main() {
  return hidden() + local() - 2;
}
