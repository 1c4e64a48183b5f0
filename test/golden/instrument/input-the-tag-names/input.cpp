// The tag may know better.
#include <string>
#include <vector>

// AI-generated: GPT-4, size: n
int number(int n) { return n; }
// AI-generated: GPT-4, size: rounds
int another(const std::string& text, long rounds) { return text.empty() + static_cast<int>(rounds); }
// AI-generated: GPT-4, size: second
int second(const std::string& first, const std::vector<int>& second) { return first.empty() + second.empty(); }
// AI-generated: GPT-4, size: none
int none(const std::string& text) { return text.empty(); }
// AI-generated: GPT-4, size: missing
int missing(const std::string& text) { return text.empty(); }
// AI-generated: GPT-4
int unasked(int n) { return n; }

int main() { return number(0) + another("", -1) + second("x", {1}) + none("x") + missing("x") + unasked(0); }
