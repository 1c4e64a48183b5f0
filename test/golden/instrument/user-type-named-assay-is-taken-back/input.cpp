// Names.
struct assay {
  int v1;
};

// AI-generated: GPT-4, 2024-01-15
int value(assay v1) { return v1.v1; }

int main() {
  return value(assay{0});
}
