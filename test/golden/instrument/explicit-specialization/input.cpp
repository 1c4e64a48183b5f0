// Names.
template <class T>
int rank() {
  return 0;
}

// AI-generated: GPT-4, 2024-01-15
template <>
int rank<double>() {
  return 2;
}

int main() {
  return rank<int>() + rank<double>() - 2;
}
