// Whoever says that there are no side effects is believed; what has to be copied and compared is still looked at.
#include <map>
#include <memory>
#include <string>

int elsewhere(int value);
int lookups = 0;
int elsewhere(int value) { ++lookups; return value; }

// AI-generated: GPT-5, replaces: elsewhere, experiment: shadow, side_effects: none, budget: 100%
int elsewhereFast(int value) { return value; }

bool holds(std::map<std::string, int>& in, const std::string& key) { return in.count(key) != 0; }

// AI-generated: GPT-5, replaces: holds, experiment: shadow, side_effects: none
bool holdsFast(std::map<std::string, int>& in, const std::string& key) { return in.find(key) != in.end(); }

// AI-generated: GPT-5, replaces: elsewhere, experiment: shadow, side_effects: some
int elsewhereTold(int value) { return value; }

int keeps(std::unique_ptr<int> value) { return *value; }
// AI-generated: GPT-5, replaces: keeps, experiment: shadow, side_effects: none
int keepsFast(std::unique_ptr<int> value) { return *value + 0; }
