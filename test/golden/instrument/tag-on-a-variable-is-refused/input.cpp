// Variables.
// AI-generated: GPT-4, 2024-01-15
int table[] = {1, 2, 3};

int main() {
  return table[0] - 1;
}
