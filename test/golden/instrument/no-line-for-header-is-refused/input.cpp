int size() { return 0; } // AI-generated: GPT-4
int main() {
  return size();
}
