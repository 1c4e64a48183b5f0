// Odd: functions that run while a thread ends
#include <cstdio>
#include <thread>
struct Ends {
  // AI-generated: GPT-4
  Ends() { std::puts("begins"); }
  // AI-generated: GPT-4
  ~Ends() { std::puts("ends"); }
  // AI-generated: GPT-4
  int touch() { return 0; }
};
static thread_local Ends ends;
// AI-generated: GPT-4
int main() { std::thread([] { ends.touch(); }).join(); return ends.touch(); }
