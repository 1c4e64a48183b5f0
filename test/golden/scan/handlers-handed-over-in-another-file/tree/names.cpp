#include <string>

/* Of the same names, and nothing that a signal could call. */
struct Server {
  // AI-generated: GPT-4, 2024-01-15
  int onTerm(int number) { return number + last; }
  int last = 0;
};

// AI-generated: GPT-4, 2024-01-15
int onUser(const std::string& name) { return static_cast<int>(name.size()); }
