// Odd: exceptions cross from one thread to another
#include <future>
#include <stdexcept>
#include <vector>
// AI-generated: GPT-4
static int work(int x) { if (x == 3) throw std::runtime_error("three"); return x; }
// AI-generated: GPT-4
int main() {
  std::vector<std::future<int>> all;
  for (int i = 0; i < 4; ++i) all.push_back(std::async(std::launch::async, work, i));
  int sum = 0;
  for (auto& f : all) try { sum += f.get(); } catch (const std::exception&) { sum += 10; }
  return sum - 13;
}
