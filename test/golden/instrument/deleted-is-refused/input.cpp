// Deletes.
struct Fixed {
  Fixed() {}
  // AI-generated: GPT-4, 2024-01-15
  Fixed(const Fixed&) = delete;
};

int main() {
  Fixed fixed;
  (void)fixed;
}
